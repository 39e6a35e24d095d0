package io.liangze.problem;

import static io.liangze.problem.ProblemsTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.shared.Cursor;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LiangzeTest
class ProblemFilterTest {

    @Autowired Problems problems;
    @Autowired GivenProblems given;
    @Autowired TestClock clock;

    @BeforeEach
    void places() {
        given.places();
    }

    static ProblemFilter ofSubject(GivenProblems.Shop... shops) {
        var subjects = java.util.Arrays.stream(shops).map(s -> s.about().subject()).toList();
        return new ProblemFilter(null, List.of(), List.of(), List.of(), List.of(), subjects, List.of(), List.of(), List.of(),
            List.of(), false, false, null);
    }

    @Test
    void each_filter_narrows_and_its_values_are_alternatives() {
        var shop = given.shop(Grade.C);
        var other = given.shop(Grade.D);
        var general = given.found(shop, Severity.GENERAL).problem();
        var serious = given.found(shop, ProblemSource.COMPLAINT, Severity.SERIOUS).problem();
        var critical = given.found(other, Severity.CRITICAL).problem();
        given.rectified(shop, problems.find(shop.official(), general.id()));
        clock.set(LocalDate.of(2026, 12, 2));
        var self = given.found(other, ProblemSource.SELF, Severity.GENERAL).problem();
        var both = ofSubject(shop, other);

        assertListed(both, general, serious, critical, self);
        assertListed(both.showing(List.of(ProblemState.RECTIFIED), false), general);
        assertListed(both.showing(List.of(), true), serious, critical);
        assertListed(with(both, List.of(new Period.Month(2026, 12)), List.of(), List.of(), List.of()), self);
        assertListed(with(both, List.of(new Period.Month(2026, 12), new Period.Day(LocalDate.of(2026, 11, 24))), List.of(), List.of(),
            List.of()), general, serious, critical, self);
        assertListed(with(both, List.of(), List.of(Severity.SERIOUS, Severity.CRITICAL), List.of(), List.of()), serious, critical);
        assertListed(with(both, List.of(), List.of(), List.of(ProblemSource.SELF, ProblemSource.COMPLAINT), List.of()), serious, self);
        assertListed(with(both, List.of(), List.of(), List.of(), List.of(Grade.C)), general, serious);
    }

    private static ProblemFilter with(ProblemFilter f, List<Period> period, List<Severity> severity, List<ProblemSource> source,
                                      List<Grade> grade) {
        return new ProblemFilter(f.region(), period, f.state(), severity, source, f.subject(), f.official(), grade, f.family(),
            f.kind(), f.overdue(), f.mine(), f.q());
    }

    private void assertListed(ProblemFilter filter, Problem... expected) {
        var office = given.office(GivenProblems.COUNTY);
        assertThat(problems.page(office, filter, null, 50).items()).extracting(Problem::id)
            .containsExactlyInAnyOrder(java.util.Arrays.stream(expected).map(Problem::id).toArray(UUID[]::new));
        assertThat(problems.count(office, filter)).isEqualTo(expected.length);
    }

    @Test
    void mine_are_those_that_wait_for_me_or_that_i_opened() {
        var shop = given.shop();
        var visit = given.found(shop, Severity.GENERAL).problem();
        var other = given.found(given.shop(), Severity.GENERAL).problem();
        var mine = new ProblemFilter(null, null, null, null, null, null, null, null, null, null, false, true, null);

        for (var scope : List.of(shop.official(), shop.business()))
            assertThat(problems.page(scope, mine, null, 50).items()).extracting(Problem::id).containsExactly(visit.id());
        assertThat(problems.page(shop.official(), ProblemFilter.all(), null, 500).items()).extracting(Problem::id)
            .contains(visit.id(), other.id());
        assertThat(problems.page(given.office(GivenProblems.COUNTY), mine, null, 50).items()).isEmpty();
    }

    @Test
    void pages_join_without_gap_or_overlap() {
        var shop = given.shop();
        var moved = shop.movedTo(GivenProblems.OTHER_VILLAGE);
        for (int i = 0; i < 4; i++) given.found(shop, Severity.GENERAL);
        for (int i = 0; i < 3; i++) given.found(moved, Severity.GENERAL);
        var office = given.office(GivenProblems.CITY);

        var read = new ArrayList<Problem>();
        Cursor after = null;
        do {
            var page = problems.page(office, ofSubject(shop), after, 2);
            read.addAll(page.items());
            after = page.next() == null ? null : Cursor.of(page.next());
        } while (after != null);

        assertThat(read).hasSize(7).doesNotHaveDuplicates();
        assertThat(read).isSortedAccordingTo((a, b) -> (a.subject().region().code() + a.id())
            .compareTo(b.subject().region().code() + b.id()));
    }

    @Test
    void a_region_means_all_below_it_and_none_outside() {
        var shop = given.shop();
        given.found(shop, Severity.GENERAL);
        var below = new ProblemFilter(GivenProblems.TOWNSHIP, null, null, null, null, List.of(shop.about().subject()), null, null, null,
            null, null, null, null);
        var beside = new ProblemFilter(GivenProblems.OTHER_COUNTY, null, null, null, null, List.of(shop.about().subject()), null, null,
            null, null, null, null, null);

        assertThat(problems.count(given.office(GivenProblems.PROVINCE), below)).isEqualTo(1);
        assertThat(problems.count(given.office(GivenProblems.PROVINCE), beside)).isZero();
        assertRefused(() -> problems.count(given.office(GivenProblems.COUNTY), beside), 404, "region.absent");
        assertThat(problems.count(Scope.system(), below)).isEqualTo(1);
    }

    @Test
    void a_filter_stands_in_the_address_and_nothing_else_does() {
        var filter = new ProblemFilter(GivenProblems.COUNTY, List.of(Period.of("2026Q4")), List.of(ProblemState.OPEN, ProblemState.RECTIFIED),
            List.of(Severity.SERIOUS), null, null, null, List.of(Grade.A), null, null, true, null, " 面 馆 ");

        assertThat(filter.query()).isEqualTo("region=368801000000&period=2026Q4&state=OPEN&state=RECTIFIED&severity=SERIOUS&grade=A"
            + "&overdue=true&q=%E9%9D%A2+%E9%A6%86");
        assertThat(ProblemFilter.all().query()).isEmpty();
        assertThat(ProblemFilter.all().isOpen()).isTrue();
    }
}
