package io.liangze.evidence;

import java.nio.file.Path;

/**
 * What is served of an exhibit.
 *
 * @param file        a copy without metadata; for a PDF the bytes received
 * @param disposition {@code inline} for pictures, {@code attachment} for what must not open in the browser
 * @param tag         changes with the content
 */
public record Shown(Path file, String mediaType, String disposition, String tag) {}
