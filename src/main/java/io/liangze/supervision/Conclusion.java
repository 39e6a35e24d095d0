package io.liangze.supervision;

/** How a visit ended. */
public enum Conclusion { /** 未发现问题 */ NO_PROBLEM, /** 发现问题 */ PROBLEMS }
