package io.liangze.imports;

import io.liangze.work.WorkState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as its page shows it.
 *
 * @param columns   of the file
 * @param expected  rows that it will have read in the end; null if nobody knows yet
 * @param followUp  address of a page to go on with
 * @param nameLabel header of the column that names a row
 */
public record ImportView(ImportStatus status, int columns, @Nullable Long expected, Show show, Lines page, @Nullable String followUp,
                         String nameLabel) {

    /** What may be listed. */
    public enum Show {
        /** 新增 */ CREATED,
        /** 变更 */ UPDATED,
        /** 不合格 */ REJECTED,
        /** 提醒 */ WARNED;

        static Show of(ImportStatus status) {
            if (status.rejected() > 0) return REJECTED;
            if (status.updated() > 0) return UPDATED;
            return status.created() > 0 || status.warnings() == 0 ? CREATED : WARNED;
        }

        public boolean isFaulty() {
            return this == REJECTED || this == WARNED;
        }
    }

    /** @param next row behind which the list goes on; null at its end */
    public record Lines(List<ChangeLine> changes, List<FaultLine> faults, @Nullable Integer next) {}

    /** @param effect in words, what follows from it */
    public record ChangeLine(int line, String title, List<Difference> differences, @Nullable String effect) {}

    public record FaultLine(int line, String title, List<Fault> faults) {}

    /**
     * @param column header; null where it is the row as a whole
     * @param words  why, and what to do
     */
    public record Fault(@Nullable String column, String value, String words) {}

    public boolean isOver() {
        return status.state().isOver();
    }

    /** A trial run that may be written. */
    public boolean isToConfirm() {
        return status.dryRun() && status.state() == WorkState.DONE && writes() > 0;
    }

    /** Rows that change something. */
    public long writes() {
        return status.created() + status.updated();
    }

    /** Of the four steps: upload, read, compare, write; 5 when all is done. */
    public int step() {
        if (status.dryRun()) return isOver() ? 3 : 2;
        return status.state() == WorkState.DONE ? 5 : 4;
    }

    /** How many stand behind a kind of lines. */
    public long count(Show which) {
        return switch (which) {
            case CREATED -> status.created();
            case UPDATED -> status.updated();
            case REJECTED -> status.rejected();
            case WARNED -> status.warnings();
        };
    }
}
