package io.liangze.supervision;

import io.liangze.shared.Severity;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as the official sends it (督导记录).
 *
 * @param id        his own; sending it again answers as the first time
 * @param startedAt arrival, by the phone's clock
 * @param start     one reading of the place at arrival; never a track
 * @param companion who was there for the business
 * @param evidence  further photos
 * @param sentAt    the phone's clock when it sent: by it the times are corrected
 * @param device    the app's own random id
 */
public record VisitReport(@Nullable UUID id, @Nullable Mode mode, @Nullable OffsetDateTime startedAt, @Nullable OffsetDateTime endedAt,
                          @Nullable Position start, @Nullable Position end, @Nullable String checklistVersion,
                          @Nullable List<Answer> answers, @Nullable Companion companion, @Nullable UUID standInFor,
                          @Nullable String advice, @Nullable List<UUID> evidence, @Nullable OffsetDateTime sentAt, @Nullable String device) {

    /** Where the phone was, WGS-84. */
    public record Position(double latitude, double longitude, @Nullable Double accuracyM) {}

    /** What an item's answer may be. */
    public enum Result { /** 符合 */ OK, /** 发现问题 */ PROBLEM, /** 不涉及 */ NA }

    /**
     * The answer to one item.
     *
     * @param finding     id of a typical finding, tapped instead of typed
     * @param severity    raises the item's or finding's own, never lowers it
     * @param value       measured; outside its limits it is a problem
     * @param fixedOnSite put right before the official's eyes: two photos, the first before, the last after
     * @param seconds     how long the answer took
     */
    public record Answer(@Nullable String item, @Nullable Result result, @Nullable String text, @Nullable String finding,
                         @Nullable Severity severity, @Nullable BigDecimal value, @Nullable List<UUID> evidence,
                         @Nullable Boolean fixedOnSite, @Nullable Integer seconds) {

        List<UUID> photos() {
            return evidence == null ? List.of() : evidence;
        }

        boolean isFixedOnSite() {
            return Boolean.TRUE.equals(fixedOnSite);
        }
    }

    /** Name and signature, or why not. @param signature evidence id */
    public record Companion(@Nullable String name, @Nullable String post, @Nullable UUID signature, @Nullable String declined) {}
}
