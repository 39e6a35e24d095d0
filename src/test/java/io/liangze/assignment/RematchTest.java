package io.liangze.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.liangze.LiangzeTest;
import io.liangze.official.GivenOfficials;
import io.liangze.region.GivenPlaces;
import io.liangze.region.Level;
import io.liangze.region.Regions;
import io.liangze.shared.Scope;
import io.liangze.subject.GivenSubjects;
import io.liangze.tally.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LiangzeTest
class RematchTest {

    private static final String ONE = "360321";
    private static final String OTHER = "360322";

    @Autowired GivenPlaces places;
    @Autowired Rematch rematch;
    @Autowired AssignmentTable relations;
    @Autowired MatchingRules rules;
    @Autowired Regions regions;
    @Autowired GivenOfficials officials;
    @Autowired GivenSubjects subjects;
    @Autowired Tally tally;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void twoCountiesOfACity() {
        places.county(ONE + "000000");
        places.county(OTHER + "000000");
    }

    @Test
    void many_changes_in_counties_of_one_city_wait_for_each_other_without_a_connection_and_all_are_matched() {
        var released = new CompletableFuture<Void>();
        var busy = inTransaction(() -> {
            relations.lock(OTHER + "000000");
            released.join();
        });
        await().until(() -> locks(true) == 1);

        var changes = Stream.generate(() -> meanwhile(() -> rematch.counties(Scope.system(), List.of(ONE, OTHER)))).limit(20).toList();
        await().until(() -> locks(false) == 1);
        assertThat(locks(false)).isEqualTo(1);
        released.complete(null);

        assertThatCode(() -> CompletableFuture.allOf(changes.toArray(CompletableFuture[]::new)).join()).doesNotThrowAnyException();
        busy.join();
    }

    @Test
    void a_change_of_many_counties_is_matched_in_full_though_one_fails_once() {
        var failing = mock(MatchPlace.class);
        var matched = new ArrayList<String>();
        when(failing.match(any(), anyString(), any(), any(), any(), anyBoolean())).thenAnswer(call -> {
            matched.add(call.getArgument(1));
            if (matched.equals(List.of(ONE + "000000"))) throw new PessimisticLockingFailureException("gave way");
            return Matched.NOTHING;
        });

        new Rematch(failing, rules, regions).counties(Scope.system(), List.of(ONE, OTHER));

        assertThat(matched).containsExactly(ONE + "000000", ONE + "000000", OTHER + "000000", "360300000000");
    }

    @Test
    void a_county_in_which_nothing_is_to_do_is_left_alone() {
        var village = villageOf(ONE);
        officials.inPost(Level.VILLAGE, village, "村支书");
        var shop = subjects.at(village).saved();
        await().until(() -> relationsOf(shop.id()).size() == 1);
        var before = relationsOf(shop.id());

        rematch.counties(Scope.system(), List.of(ONE, OTHER));

        assertThat(relationsOf(shop.id())).isEqualTo(before);
        assertThat(tally.check(Scope.system(), ONE)).isEmpty();
    }

    @Test
    void a_relation_that_is_not_valid_ends_and_its_subject_goes_to_another_while_the_rest_stay() {
        var village = villageOf(OTHER);
        officials.inPost(Level.VILLAGE, village, "村支书");
        var mayor = officials.inPost(Level.TOWNSHIP, village.substring(0, 9) + "000", "镇长");
        var changed = subjects.at(village).saved();
        var staying = subjects.at(village).saved();
        await().until(() -> relationsOf(changed.id()).size() + relationsOf(staying.id()).size() == 2);
        var before = relationsOf(staying.id());
        jdbc.sql("update subject set grade = 'C' where county_code = :county and id = :id")
            .param("county", OTHER).param("id", changed.id()).update();

        rematch.counties(Scope.system(), List.of(OTHER));

        assertThat(inForce(changed.id())).isEqualTo(mayor);
        assertThat(relationsOf(changed.id())).hasSize(2);
        assertThat(relationsOf(staying.id())).isEqualTo(before);
    }

    private String villageOf(String county) {
        var town = regions.children(Scope.system(), county + "000000").getFirst().code();
        return regions.children(Scope.system(), town).getFirst().code();
    }

    private List<UUID> relationsOf(UUID subject) {
        return jdbc.sql("select a.id from assignment a where a.subject = :subject order by a.id").param("subject", subject).query(UUID.class).list();
    }

    private UUID inForce(UUID subject) {
        return jdbc.sql("select a.official from assignment a where a.subject = :subject and a.until is null").param("subject", subject)
            .query(UUID.class).single();
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
