package io.liangze.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A small machine: every history of six acts, not a sample. */
class ProblemStateTest {

    private static final int LENGTH = 6;

    @Test
    void every_history_keeps_the_rules_of_the_loop() {
        int histories = follow(ProblemState.OPEN, new Act[LENGTH], 0, false);

        assertThat(histories).isEqualTo((int) Math.pow(Act.values().length, LENGTH));
    }

    /** @param lookedAt whether it was put right and looked at, or handed to enforcement, since it was last open */
    private static int follow(ProblemState state, Act[] history, int depth, boolean answered) {
        if (depth == history.length) return 1;
        int histories = 0;
        for (var act : Act.values()) {
            history[depth] = act;
            var next = state.after(act).orElse(state);
            boolean moved = next != state;
            if (state.isFinal() && moved) throw new AssertionError("moves again: " + path(history, depth));
            if (next == ProblemState.CLOSED && moved && !answered) throw new AssertionError("closed silently: " + path(history, depth));
            histories += follow(next, history, depth + 1,
                next == ProblemState.RECTIFIED || next == ProblemState.REFERRED || answered && next != ProblemState.OPEN);
        }
        return histories;
    }

    private static String path(Act[] history, int depth) {
        return java.util.Arrays.toString(java.util.Arrays.copyOf(history, depth + 1));
    }

    @Test
    void what_is_allowed_is_exactly_what_moves() {
        for (var state : ProblemState.values())
            for (var act : Act.CALLS)
                assertThat(state.allowed().contains(act)).as("%s in %s", act, state).isEqualTo(state.after(act).isPresent());
    }

    @Test
    void the_acts_of_each_state_are_those_of_the_regime() {
        var expected = new EnumMap<>(Map.of(
            ProblemState.OPEN, Set.of(Act.RECTIFY, Act.EXTEND, Act.ESCALATE, Act.REFER, Act.CANCEL, Act.REMARK),
            ProblemState.RECTIFIED, Set.of(Act.ACCEPT, Act.RETURN, Act.REFER, Act.REMARK),
            ProblemState.ESCALATED, Set.of(Act.RECTIFY, Act.REFER, Act.REMARK),
            ProblemState.REFERRED, Set.of(Act.SIGN_FOR, Act.ENFORCEMENT_RESULT, Act.REMARK),
            ProblemState.CLOSED, Set.of(Act.REMARK),
            ProblemState.CANCELLED, Set.of(Act.REMARK)));

        for (var state : ProblemState.values()) assertThat(state.allowed()).as(state.name()).isEqualTo(expected.get(state));
    }

    @Test
    void each_state_can_be_reached_and_all_but_the_final_ones_left() {
        var reached = EnumSet.of(ProblemState.OPEN);
        for (int round = 0; round < ProblemState.values().length; round++)
            for (var state : EnumSet.copyOf(reached))
                for (var act : Act.values()) state.after(act).ifPresent(reached::add);

        assertThat(reached).containsExactlyInAnyOrder(ProblemState.values());
        for (var state : ProblemState.values())
            assertThat(java.util.Arrays.stream(Act.values()).anyMatch(a -> state.after(a).filter(n -> n != state).isPresent()))
                .as(state.name()).isEqualTo(!state.isFinal());
    }
}
