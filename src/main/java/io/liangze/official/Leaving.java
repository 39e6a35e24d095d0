package io.liangze.official;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** @param date first day on which he answers for nothing: not after today, not before his first day in post */
public record Leaving(@Nullable LocalDate date, @Nullable String reason) {}
