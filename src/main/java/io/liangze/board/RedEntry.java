package io.liangze.board;

import io.liangze.shared.Place;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An official whose overdue things are many (盯办名单).
 *
 * @param what    PROBLEMS or TASKS
 * @param longest days since the oldest was due
 */
public record RedEntry(Place county, @Nullable UUID official, @Nullable String officialName, String what, long number, long longest) {}
