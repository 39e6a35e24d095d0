package io.liangze.official;

import io.liangze.region.Level;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A transfer (调动) to another post.
 *
 * @param organisation left out = as it is
 * @param date         first day in the new post: not after today, not before the first day in the old one
 */
public record Transfer(@Nullable String region, @Nullable Level level, @Nullable String organisation, @Nullable String post,
                       @Nullable LocalDate date) {}
