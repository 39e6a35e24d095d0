package io.liangze.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import was asked for.
 *
 * @param fileName as its sender calls it; shown, never opened
 * @param upload   where the file is kept
 * @param header   as it stands in the file
 * @param form     how it is written down, see {@link io.liangze.sheet.SheetForm#toString()}
 * @param expected rows, known from a trial run
 */
record ImportInput(String fileName, UUID upload, List<String> header, String form, boolean dryRun,
                   @Nullable Long expected) {}
