package io.liangze.imports;

import java.util.List;

/**
 * Rows of the file that are dealt with in one transaction.
 *
 * @param rows  all of them, in their order
 * @param batch those that have no flaw so far
 */
record Chunk<T>(List<Cells> rows, Batch<T> batch) {}
