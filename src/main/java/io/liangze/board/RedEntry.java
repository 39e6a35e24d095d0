package io.liangze.board;

import io.liangze.shared.Place;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An official whose overdue things are many (盯办名单).
 *
 * @param county  where the oldest of them is
 * @param what    PROBLEMS or TASKS
 * @param period  of tasks: the quarter that they were owed in
 * @param longest days since the oldest was due
 */
public record RedEntry(Place county, UUID official, String officialName, String what, @Nullable String period, long number,
                       long longest) {

    boolean isProblems() {
        return what.equals("PROBLEMS");
    }
}
