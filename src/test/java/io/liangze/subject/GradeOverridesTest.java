package io.liangze.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Grade;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a grade rises, waits and is set by hand. The day is 24 November 2026. */
@LiangzeTest
class GradeOverridesTest {

    private static final LocalDate NEXT_QUARTER = LocalDate.of(2027, 1, 1);

    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenSubjects shops;
    @Autowired Subjects subjects;
    @Autowired GradeOverrides overrides;
    @Autowired Regrading regrading;
    @Autowired TestClock clock;

    private Scope county;
    private Scope city;

    @BeforeEach
    void places() {
        county = given.office(places.county("360123000000"));
        city = given.office("360100000000");
    }

    @Test
    void a_grade_rises_at_once_and_falls_with_the_next_period() {
        var canteen = shops.at("360123100001").kind("N1").with(SubjectField.DINERS, "300").saved();

        var more = change(canteen, SubjectField.DINERS, "800");
        var fewer = change(canteen, SubjectField.DINERS, "200");

        assertThat(canteen.grade()).isEqualTo(Grade.C);
        assertThat(more.grade()).isEqualTo(Grade.B);
        assertThat(fewer.grade()).isEqualTo(Grade.B);
        assertThat(Objects.requireNonNull(fewer.gradeNext())).extracting(GradeReason.Next::grade, GradeReason.Next::from)
            .containsExactly(Grade.C, NEXT_QUARTER);

        clock.set(NEXT_QUARTER);
        regrading.all(Scope.system("360123000000"));

        assertThat(subjects.find(county, canteen.id())).extracting(Subject::grade, Subject::gradeNext).containsExactly(Grade.C, null);
    }

    @Test
    void a_grade_by_hand_waits_for_the_office_above_and_ends_by_itself() {
        var shop = shops.at("360123100001").saved();
        var until = clock.today().plusMonths(6);

        var asked = overrides.ask(county, shop.id(), Grade.B, "群众反映集中", until);

        assertThat(overrides.ask(county, shop.id(), Grade.B, "群众反映集中", until)).isEqualTo(asked);
        assertThat(subjects.find(county, shop.id()).grade()).isEqualTo(Grade.D);
        assertThatThrownBy(() -> overrides.ask(county, shop.id(), Grade.A, "再申请", until)).hasMessage("override.waiting");
        assertThatThrownBy(() -> overrides.approve(county, shop.id())).hasMessage("override.level");
        assertThatThrownBy(() -> overrides.approve(given.at(Role.SYSTEM_ADMIN, "360000000000"), shop.id())).hasMessage("role.insufficient");

        var approved = overrides.approve(city, shop.id());

        assertThat(approved.grade()).isEqualTo(Grade.B);
        assertThat(Objects.requireNonNull(Objects.requireNonNull(approved.gradeReason()).override()).until()).isEqualTo(until);
        assertThatThrownBy(() -> overrides.approve(city, shop.id())).hasMessage("override.none-waiting");
        assertThat(subjects.history(county, shop.id())).extracting(SubjectChange::act)
            .containsExactly(SubjectAct.OVERRIDE_APPROVED, SubjectAct.OVERRIDE_ASKED, SubjectAct.OPENED);

        clock.set(until.plusDays(1));
        regrading.all(Scope.system("360123000000"));
        assertThat(subjects.find(county, shop.id()).gradeNext()).extracting(GradeReason.Next::grade).isEqualTo(Grade.D);
    }

    @Test
    void a_grade_by_hand_lasts_24_months_at_most_and_says_why() {
        var shop = shops.at("360123100001").saved();

        assertThatThrownBy(() -> overrides.ask(county, shop.id(), null, " ", clock.today().plusMonths(24).plusDays(1)))
            .hasMessage("input.invalid").extracting("flaws").asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
            .extracting("field").containsExactly("grade", "reason", "until");
        assertThatThrownBy(() -> overrides.ask(given.office("360121000000"), shop.id(), Grade.A, "外县", clock.today().plusDays(1)))
            .hasMessage("subject.absent");
    }

    @Test
    void what_is_refused_changes_nothing() {
        var shop = shops.at("360123100001").saved();
        overrides.ask(county, shop.id(), Grade.A, "重点", clock.today().plusDays(30));

        overrides.refuse(city, shop.id(), "理由不足");

        assertThat(subjects.find(county, shop.id()).grade()).isEqualTo(Grade.D);
        assertThat(overrides.waiting(county, shop.id())).isEmpty();
    }

    private Subject change(Subject subject, SubjectField field, String value) {
        var fields = new EnumMap<SubjectField, @Nullable String>(SubjectField.class);
        fields.put(field, value);
        return subjects.change(county, subject.id(), fields, null);
    }
}
