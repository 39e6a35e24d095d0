package io.liangze.supervision;

import io.liangze.shared.Sm3;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of the burden policy (减负): how many photos are asked for where nothing is wrong. */
final class Burden {

    /** FULL asks for every photo that the checklist names, LIGHT for few. */
    enum Policy { FULL, LIGHT }

    /**
     * @param always items whose photo LIGHT asks for in every visit
     * @param oneIn  the others in one task of so many
     */
    record File(@Nullable Policy policy, @Nullable List<String> always, int oneIn) {}

    private final Policy policy;
    private final Set<String> always;
    private final int oneIn;

    Burden(String version, File file) {
        if (file.policy == null) throw new IllegalArgumentException("policy: is missing");
        if (file.always == null) throw new IllegalArgumentException("always: is missing");
        if (file.oneIn < 1) throw new IllegalArgumentException("oneIn: is at least 1");
        policy = file.policy;
        always = Set.copyOf(file.always);
        oneIn = file.oneIn;
    }

    /** Whether the photos of this task are asked for; drawn from the digest of its id, so that every device asks the same. */
    boolean draws(UUID task) {
        return policy == Policy.FULL || Integer.toUnsignedLong(ByteBuffer.wrap(Sm3.digest(task.toString())).getInt()) % oneIn == 0;
    }

    boolean alwaysAsks(String item) {
        return policy == Policy.FULL || always.contains(item);
    }
}
