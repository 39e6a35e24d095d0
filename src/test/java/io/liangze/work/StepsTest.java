package io.liangze.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class StepsTest {

    private static final List<String> COUNTIES = List.of("360121", "360122", "360123", "360124");

    private final List<String> did = Collections.synchronizedList(new ArrayList<>());
    private final Kept kept = new Kept();

    /** What the action would be resumed with. */
    private static final class Kept implements Worker.Progress {

        private @Nullable Object figures;
        private @Nullable String mark;

        @Override
        public void show(Object figures) {
            this.figures = figures;
        }

        @Override
        public void keep(Object figures, String mark) {
            this.figures = figures;
            this.mark = mark;
        }
    }

    @Test
    void each_step_is_done_once_and_the_figures_add_up() throws Exception {
        new Steps<>(work(null), kept, 0, Integer::sum).each(COUNTIES, Function.identity(), this::visited);

        assertThat(did).containsExactlyInAnyOrderElementsOf(COUNTIES);
        assertThat(kept.figures).isEqualTo(4);
    }

    @Test
    void what_was_done_before_a_kill_is_left_out_and_still_counts() throws Exception {
        new Steps<>(work("360122 360121"), kept, 2, Integer::sum).each(COUNTIES, Function.identity(), this::visited);

        assertThat(did).containsExactlyInAnyOrder("360123", "360124");
        assertThat(kept.figures).isEqualTo(4);
        assertThat(marked()).containsExactlyInAnyOrderElementsOf(COUNTIES);
    }

    @Test
    void a_step_that_fails_ends_the_action_with_what_was_done_before_it() {
        var steps = new Steps<>(work(null), kept, 0, Integer::sum);

        assertThatIllegalStateException().isThrownBy(() -> steps.each(COUNTIES, Function.identity(), county -> {
            if (county.equals("360123")) throw new IllegalStateException("no such county");
            return visited(county);
        })).withMessage("no such county");

        assertThat(marked()).containsExactlyInAnyOrder("360121", "360122");
        assertThat(kept.figures).isEqualTo(2);
    }

    private int visited(String county) {
        did.add(county);
        return 1;
    }

    private Set<String> marked() {
        return Set.of(Objects.requireNonNull(kept.mark).split(" "));
    }

    private static Work work(@Nullable String mark) {
        var nothing = JsonNodeFactory.instance.objectNode();
        return new Work(UUID.randomUUID(), "matching", WorkState.RUNNING, null, null, "system", nothing, nothing, mark, null,
            Instant.EPOCH, Instant.EPOCH, null);
    }
}
