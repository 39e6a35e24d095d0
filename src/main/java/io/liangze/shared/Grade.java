package io.liangze.shared;

/**
 * 包保分级: how important a subject is, and so which level answers for it. A is the most important.
 * Not to be mixed up with risk levels, whose letters run the other way.
 */
public enum Grade { A, B, C, D }
