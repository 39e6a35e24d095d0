package io.liangze.problem;

import io.liangze.shared.Severity;
import java.util.List;
import java.util.UUID;

/**
 * One item of a checklist that was wrong at a visit.
 *
 * @param evidence    photos, of what was put right on the spot the last one
 * @param fixedOnSite put right before the official's eyes (当场整改)
 */
public record Finding(String item, Severity severity, String text, List<UUID> evidence, boolean fixedOnSite) {}
