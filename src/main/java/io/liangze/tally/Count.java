package io.liangze.tally;

import io.liangze.shared.Grade;
import org.jspecify.annotations.Nullable;

/**
 * One read count.
 *
 * @param group the place that was asked for
 * @param mark  see {@link Measure}
 */
public record Count(String group, @Nullable Grade grade, Measure measure, String mark, long n) {}
