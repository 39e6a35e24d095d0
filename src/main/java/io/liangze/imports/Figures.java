package io.liangze.imports;

import io.liangze.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows so far, as an import shows them.
 *
 * @param warnings rows that were taken with a remark, and the header where it has unknown columns
 * @param failure  why the file could not be read further
 */
record Figures(long read, long created, long updated, long unchanged, long rejected, long warnings, @Nullable Failure failure) {

    /** A refusal as it is kept. */
    record Failure(String code, List<Object> args) {
        static Failure of(Refusal refusal) {
            if (refusal.flaws().isEmpty()) return new Failure("refusal." + refusal.code(), refusal.args());
            var flaw = refusal.flaws().getFirst();
            return new Failure("flaw." + flaw.code(), flaw.args());
        }
    }

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, null);

    Figures plus(Chunk<?> chunk, long rejected, long warnings) {
        var batch = chunk.batch();
        return new Figures(read + chunk.rows().size(), created + batch.created(), updated + batch.updated(),
            unchanged + batch.unchanged(), this.rejected + rejected, this.warnings + warnings, null);
    }

    Figures failed(Refusal refusal) {
        return new Figures(read, created, updated, unchanged, rejected, warnings, Failure.of(refusal));
    }
}
