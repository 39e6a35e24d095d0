package io.liangze.shared;

/** How grave a problem is (严重程度), from low to high. */
public enum Severity {
    /** 一般 */ GENERAL,
    /** 严重 */ SERIOUS,
    /** 特别严重 */ CRITICAL;

    public Severity atLeast(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
