package io.liangze.imports;

/**
 * A row of a batch.
 *
 * @param at     its place in the batch, from 0
 * @param number as the sender counts (行号)
 */
public record Line<T>(int at, int number, T value) {}
