package io.liangze.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import io.liangze.tally.Tally;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@LiangzeTest
class EscalationTest {

    @Autowired Problems problems;
    @Autowired GivenProblems given;
    @Autowired Tally tally;
    @Autowired TestClock clock;

    @BeforeEach
    void places() {
        given.places();
    }

    @ParameterizedTest
    @CsvSource({"GENERAL, 2026-12-15, 10", "SERIOUS, 2026-12-01, 3", "CRITICAL, 2026-11-25, 1"})
    void what_nobody_puts_right_is_escalated_some_days_after_its_deadline(Severity severity, LocalDate due, int days) {
        var shop = given.shop();
        var id = given.found(shop, severity).problem().id();

        clock.set(due.plusDays(days - 1));
        problems.escalateLate(Scope.system());
        assertThat(problems.find(shop.official(), id).problem().state()).isEqualTo(ProblemState.OPEN);

        clock.set(due.plusDays(days));
        assertThat(problems.escalateLate(Scope.system())).isPositive();
        var escalated = problems.find(shop.official(), id);
        assertThat(escalated.problem().state()).isEqualTo(ProblemState.ESCALATED);
        assertThat(escalated.problem().progress().escalated()).isTrue();
        assertThat(escalated.events().getLast().act()).isEqualTo(Act.ESCALATE);
        assertThat(tally.check(Scope.system(), shop.about().county())).isEmpty();
    }

    @Test
    void it_is_done_once() {
        var shop = given.shop();
        var id = given.found(shop, Severity.CRITICAL).problem().id();
        clock.set(LocalDate.of(2026, 11, 26));

        problems.escalateLate(Scope.system());

        assertThat(problems.escalateLate(Scope.system())).isZero();
        assertThat(problems.find(shop.official(), id).events()).hasSize(2);
    }

    @Test
    void what_waits_for_a_look_or_is_with_enforcement_is_left_alone() {
        var shop = given.shop();
        var rectified = given.rectified(shop, given.found(shop, Severity.CRITICAL)).problem().id();
        var referred = problems.act(shop.official(), given.found(shop, Severity.CRITICAL).problem().id(),
            new Step.Refer("莲县市场监督管理局", "无证经营")).problem().id();
        clock.set(LocalDate.of(2027, 6, 1));

        problems.escalateLate(Scope.system());

        assertThat(problems.find(shop.official(), rectified).problem().state()).isEqualTo(ProblemState.RECTIFIED);
        assertThat(problems.find(shop.official(), referred).problem().state()).isEqualTo(ProblemState.REFERRED);
    }

    @Test
    void from_then_on_only_an_office_above_accepts() {
        var shop = given.shop(io.liangze.shared.Grade.C);
        var file = given.found(shop, Severity.GENERAL);
        clock.set(LocalDate.of(2026, 12, 25));
        problems.escalateLate(Scope.system());
        given.rectified(shop, file);
        var accept = new Step.Accept(null, List.of());

        for (var below : List.of(shop.official(), given.office(GivenProblems.TOWNSHIP)))
            ProblemsTest.assertRefused(() -> problems.act(below, file.problem().id(), accept), 403, "problem.upper-office-only");
        assertThat(problems.act(given.office(GivenProblems.COUNTY), file.problem().id(), accept).problem().state())
            .isEqualTo(ProblemState.CLOSED);
    }
}
