package io.liangze.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reading of the whole log found.
 *
 * @param entries that fit, in order of time, up to the first that does not
 * @param head    SM3 over their digests one after the other, in hexadecimal: the same log has the same head
 * @param misfit  the first entry that is not as it was written; null if there is none
 */
public record AuditProof(long entries, String head, @Nullable UUID misfit) {

    public boolean isWhole() {
        return misfit == null;
    }
}
