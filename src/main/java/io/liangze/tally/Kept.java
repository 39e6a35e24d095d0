package io.liangze.tally;

import io.liangze.shared.Grade;
import org.jspecify.annotations.Nullable;

/** A count as it is kept: of a cell, in a month or {@link Tally#NOW}. */
record Kept(int cell, String period, @Nullable Grade grade, Measure measure, String mark, long n) {}
