package io.liangze.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are stored together. The importer tells of every line what became of it: exactly one of created, updated,
 * unchanged, rejected.
 */
public final class Batch<T> {

    private enum Fate { CREATED, UPDATED, UNCHANGED, REJECTED }

    private final List<Line<T>> lines;
    private final Fate[] fates;
    private final List<Changed> changes = new ArrayList<>();
    private final List<Cells> cells;

    /** @param cells of the lines, one each, in the same order */
    Batch(List<Line<T>> lines, List<Cells> cells) {
        this.lines = List.copyOf(lines);
        this.cells = cells;
        this.fates = new Fate[lines.size()];
    }

    public List<Line<T>> lines() {
        return lines;
    }

    /** @param title how people call it: its name */
    public void created(Line<T> line, @Nullable UUID id, String title) {
        settle(line, Fate.CREATED);
        changes.add(new Changed(line.number(), id, title, true, List.of(), null, List.of()));
    }

    public void updated(Line<T> line, @Nullable UUID id, String title, List<Difference> differences) {
        settle(line, Fate.UPDATED);
        changes.add(new Changed(line.number(), id, title, false, differences, null, List.of()));
    }

    /**
     * As {@link #updated(Line, UUID, String, List)} where the change has a consequence that people should see before
     * they agree: words under {@code effect.<code>}.
     */
    public void updated(Line<T> line, @Nullable UUID id, String title, List<Difference> differences, String effect, Object... args) {
        settle(line, Fate.UPDATED);
        changes.add(new Changed(line.number(), id, title, false, differences, effect, List.of(args)));
    }

    public void unchanged(Line<T> line) {
        settle(line, Fate.UNCHANGED);
    }

    /** @param header null where it is the row as a whole; words under {@code flaw.<code>} */
    public void reject(Line<T> line, @Nullable String header, String code, Object... args) {
        settle(line, Fate.REJECTED);
        cells.get(line.at()).flaws().add(reason(line, header, code, args));
    }

    /** Taken with a remark. */
    public void warn(Line<T> line, @Nullable String header, String code, Object... args) {
        cells.get(line.at()).warnings().add(reason(line, header, code, args));
    }

    private Reason reason(Line<T> line, @Nullable String header, String code, Object... args) {
        return new Reason(header, header == null ? "" : cells.get(line.at()).text(header), code, List.of(args));
    }

    private void settle(Line<T> line, Fate fate) {
        if (fates[line.at()] != null) throw new IllegalStateException("row %d has two fates".formatted(line.number()));
        fates[line.at()] = fate;
    }

    int created() { return count(Fate.CREATED); }
    int updated() { return count(Fate.UPDATED); }
    int unchanged() { return count(Fate.UNCHANGED); }
    List<Changed> changes() { return changes; }

    private int count(Fate which) {
        int n = 0;
        for (int i = 0; i < fates.length; i++) {
            if (fates[i] == null) throw new IllegalStateException("row %d has no fate".formatted(lines.get(i).number()));
            if (fates[i] == which) n++;
        }
        return n;
    }
}
