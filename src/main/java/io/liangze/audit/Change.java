package io.liangze.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One business change as the log keeps it. Values are records or maps, turned into JSON; no phone or ID number in clear.
 *
 * @param act    what was done: {@code subject.closed}, {@code visit.recorded}
 * @param kind   of the object: SUBJECT, OFFICIAL, TASK, VISIT, PROBLEM, ACCOUNT, PLACE, IMPORT, MATCHING, EVIDENCE …
 * @param object null for an act on many; its counts and the digest of its list then stand in {@code after}
 * @param region where the object is; null for what has no place
 */
public record Change(String act, String kind, @Nullable UUID object, @Nullable String region,
                     @Nullable Object before, @Nullable Object after) {

    /** Something new. */
    public static Change made(String act, String kind, @Nullable UUID object, @Nullable String region, Object after) {
        return new Change(act, kind, object, region, null, after);
    }
}
