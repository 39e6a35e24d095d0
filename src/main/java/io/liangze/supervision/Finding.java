package io.liangze.supervision;

import io.liangze.shared.Severity;

/** A typical finding (常见问题), tapped instead of typed. */
public record Finding(String id, String text, Severity severity) {}
