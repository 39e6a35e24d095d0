package io.liangze.board;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liangze.shared.Grade;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * What the board shows of a place.
 *
 * @param asOf     when it was read
 * @param byGrade  the same figures for each grade
 * @param links    for each figure the list call that returns exactly the records behind it
 * @param children places directly below, zones last; without the zones their figures add up to the place's
 */
public record BoardView(String region, String name, String period, OffsetDateTime asOf, @JsonUnwrapped Figures figures,
                        Map<Grade, Figures> byGrade, Map<String, String> links, List<PlaceFigures> children) {}
