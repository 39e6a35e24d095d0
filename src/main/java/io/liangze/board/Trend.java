package io.liangze.board;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A place over several quarters, oldest first. */
public record Trend(String region, List<Point> items) {

    public record Point(String period, @JsonUnwrapped Figures figures) {}
}
