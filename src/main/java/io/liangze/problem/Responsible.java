package io.liangze.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who answers for a subject from now on; nobody in a gap. */
public record Responsible(String county, UUID subject, @Nullable UUID official, @Nullable String officialName) {}
