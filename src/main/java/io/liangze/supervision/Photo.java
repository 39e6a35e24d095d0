package io.liangze.supervision;

/** When an answer needs a photo. */
public enum Photo { ALWAYS, WITH_PROBLEM, NEVER }
