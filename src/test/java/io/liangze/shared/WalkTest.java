package io.liangze.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class WalkTest {

    private static final int SIZE = 10;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 30, 35})
    void every_row_comes_once_and_in_order(int rows) {
        var met = new ArrayList<Integer>();

        Walk.over(SIZE, after -> page(after, rows), WalkTest::cursor, met::addAll);

        assertThat(met).isEqualTo(IntStream.range(0, rows).boxed().toList());
    }

    @Test
    void a_page_is_read_while_the_one_before_is_dealt_with() {
        var second = new CountDownLatch(1);
        var metBefore = new ArrayList<Boolean>();

        Walk.over(SIZE, after -> {
            if (after != null) second.countDown();
            return page(after, 15);
        }, WalkTest::cursor, _ -> metBefore.add(happens(second)));

        assertThat(metBefore).containsExactly(true, true);
    }

    @Test
    void a_page_that_cannot_be_read_ends_it_with_its_own_failure() {
        assertThatThrownBy(() -> Walk.over(SIZE, after -> {
            if (after != null) throw Refusal.absent("task");
            return page(null, 15);
        }, WalkTest::cursor, _ -> {})).isInstanceOf(Refusal.class);
    }

    private static List<Integer> page(@Nullable Cursor after, int rows) {
        int from = after == null ? 0 : (int) after.id().getLeastSignificantBits() + 1;
        return IntStream.range(from, Math.min(from + SIZE, rows)).boxed().toList();
    }

    private static Cursor cursor(int row) {
        return new Cursor("360121100001", new UUID(0, row));
    }

    private static boolean happens(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
