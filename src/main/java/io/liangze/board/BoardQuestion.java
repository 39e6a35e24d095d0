package io.liangze.board;

import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the board.
 *
 * @param region null = the account's own place
 * @param period a month or longer; null = the running quarter
 * @param grade  only subjects of this grade
 * @param family only subjects of this family
 */
public record BoardQuestion(@Nullable String region, @Nullable Period period, @Nullable Grade grade, @Nullable Family family) {}
