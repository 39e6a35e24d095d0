package io.liangze.evidence;

import java.util.UUID;

/**
 * The receipt for an upload.
 *
 * @param sm3   of the bytes received, 64 lower-case hexadecimal digits
 * @param bytes how many were received
 * @param type  media type, told by content
 */
public record Stored(UUID id, String sm3, long bytes, String type) {}
