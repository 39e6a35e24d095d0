package io.liangze.imports;

/**
 * What an import changes in one field, as people read it. Numbers of persons masked.
 *
 * @param column the header
 */
public record Difference(String column, String before, String after) {}
