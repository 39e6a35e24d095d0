package io.liangze.assignment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.liangze.LiangzeTest;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Scope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LiangzeTest
class RematchTest {

    private static final String ONE = "360321";
    private static final String OTHER = "360322";

    @Autowired GivenPlaces places;
    @Autowired Rematch rematch;
    @Autowired AssignmentTable relations;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void twoCountiesOfACity() {
        places.county(ONE + "000000");
        places.county(OTHER + "000000");
    }

    @Test
    void two_changes_in_counties_of_one_city_wait_for_each_other_and_both_are_matched() {
        var released = new CompletableFuture<Void>();
        var busy = inTransaction(() -> {
            relations.lock(OTHER + "000000");
            released.join();
        });
        await().until(() -> locks(true) == 1);

        var first = meanwhile(() -> rematch.counties(Scope.system(), List.of(OTHER)));
        await().until(() -> locks(false) == 1);
        var second = meanwhile(() -> rematch.counties(Scope.system(), List.of(ONE, OTHER)));
        await().until(() -> locks(false) == 2);
        released.complete(null);

        assertThatCode(() -> CompletableFuture.allOf(busy, first, second).join()).doesNotThrowAnyException();
    }

    private CompletableFuture<Void> inTransaction(Runnable work) {
        return meanwhile(() -> transaction.executeWithoutResult(_ -> work.run()));
    }

    private static CompletableFuture<Void> meanwhile(Runnable work) {
        return CompletableFuture.runAsync(work, Thread::startVirtualThread);
    }

    /** Locks of these three places that are held, or waited for. */
    private long locks(boolean held) {
        return jdbc.sql("""
                select count(*) from pg_locks
                where locktype = 'advisory' and granted = :held and cast(cast(classid as bigint) as bit(32)) = cast(hashtext('matching') as bit(32))
                  and cast(cast(objid as bigint) as bit(32)) in (
                      select cast(hashtext(p) as bit(32)) from unnest(array['360300000000', '360321000000', '360322000000']) as p)
                """).param("held", held).query(Long.class).single();
    }
}
