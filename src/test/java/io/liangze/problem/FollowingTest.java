package io.liangze.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.LiangzeTest;
import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import io.liangze.tally.Tally;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LiangzeTest
class FollowingTest {

    @Autowired Problems problems;
    @Autowired GivenProblems given;
    @Autowired Tally tally;

    @BeforeEach
    void places() {
        given.places();
    }

    @AfterEach
    void every_figure_is_borne_out() {
        assertThat(tally.check(Scope.system(), GivenProblems.COUNTY.substring(0, 6))).isEmpty();
    }

    @Test
    void living_problems_go_with_their_subject_and_ended_ones_stay() {
        var shop = given.shop();
        var closed = given.found(shop, "K01", Severity.GENERAL, true).problem();
        var open = given.found(shop, Severity.SERIOUS).problem();
        var other = given.found(given.shop(), Severity.SERIOUS).problem();
        var now = new About(shop.about().county(), shop.about().subject(), "老王大酒楼", GivenProblems.OTHER_VILLAGE, "C4",
            Family.CATERING, Grade.B, "王小生", shop.about().official(), "刘春华");

        problems.follow(Scope.system(), List.of(now));
        problems.follow(Scope.system(), List.of(now));

        var followed = problems.find(Scope.system(), open.id()).problem();
        assertThat(followed.subject().name()).isEqualTo("老王大酒楼");
        assertThat(followed.subject().grade()).isEqualTo(Grade.B);
        assertThat(followed.subject().region().code()).isEqualTo(GivenProblems.OTHER_VILLAGE);
        assertThat(followed.owner()).isEqualTo("王小生");
        assertThat(problems.find(Scope.system(), closed.id()).problem()).isEqualTo(closed);
        assertThat(problems.find(Scope.system(), other.id()).problem()).isEqualTo(other);
    }

    @Test
    void another_official_may_do_what_the_first_could() {
        var shop = given.shop();
        var file = given.found(shop, Severity.GENERAL);
        given.rectified(shop, file);
        var successor = given.shop().official();

        problems.answeredBy(Scope.system(), List.of(new Responsible(shop.about().county(), shop.about().subject(),
            successor.official().orElseThrow(), "陈新")));

        ProblemsTest.assertRefused(() -> problems.act(shop.official(), file.problem().id(), new Step.Accept(null, List.of())),
            403, "problem.official-only");
        assertThat(problems.act(successor, file.problem().id(), new Step.Accept(null, List.of())).problem().state())
            .isEqualTo(ProblemState.CLOSED);
    }

    @Test
    void without_an_official_the_office_looks() {
        var shop = given.shop();
        var file = given.found(shop, Severity.GENERAL);
        given.rectified(shop, file);

        problems.answeredBy(Scope.system(), List.of(new Responsible(shop.about().county(), shop.about().subject(), null, null),
            new Responsible("368802", UUID.randomUUID(), null, null)));

        assertThat(problems.find(Scope.system(), file.problem().id()).problem().official()).isNull();
        assertThat(problems.act(given.office(GivenProblems.COUNTY), file.problem().id(), new Step.Accept(null, List.of())).problem()
            .state()).isEqualTo(ProblemState.CLOSED);
    }
}
