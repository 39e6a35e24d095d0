package io.liangze.problem;

import java.util.UUID;

/** A problem that a finding opened. */
public record Opened(UUID id, String item) {}
