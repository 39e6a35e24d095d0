package io.liangze.assignment;

import io.liangze.shared.Grade;
import io.liangze.shared.Place;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An active subject with nobody behind it (缺口).
 *
 * @param why   in words
 * @param since the change was known
 * @param due   by when it must be matched: 7 working days later
 */
public record Gap(UUID id, String name, Place region, Grade grade, String why, LocalDate since, LocalDate due) {}
