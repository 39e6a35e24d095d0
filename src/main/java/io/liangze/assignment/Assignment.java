package io.liangze.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liangze.shared.Grade;
import io.liangze.shared.Named;
import io.liangze.shared.Place;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One official answers for one subject (包保关系).
 *
 * @param from   first day
 * @param to     last day; null while in force
 * @param acting the lead official until the post is filled (代管)
 * @param pinned by hand: later matching keeps it
 * @param why    in words
 */
public record Assignment(UUID id, Named subject, Place region, Grade grade, Named official, @JsonProperty("from") LocalDate from,
                         @Nullable LocalDate to, boolean acting, boolean pinned, String rule, String why,
                         @Nullable String endedWhy) {}
