package io.liangze.board;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A place below, with its figures. @param level PROVINCE … VILLAGE, ZONE */
public record PlaceFigures(String region, String name, String level, @JsonUnwrapped Figures figures) {}
