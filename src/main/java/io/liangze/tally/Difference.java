package io.liangze.tally;

/** A count that the facts do not bear out. */
public record Difference(String place, String period, String family, String grade, String measure, String mark,
                         long kept, long facts) {}
