package io.liangze.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.official.GivenOfficials;
import io.liangze.official.Officials;
import io.liangze.official.Transfer;
import io.liangze.region.GivenPlaces;
import io.liangze.region.Level;
import io.liangze.shared.Grade;
import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import io.liangze.subject.GivenSubjects;
import io.liangze.subject.Subject;
import io.liangze.subject.SubjectField;
import io.liangze.subject.Subjects;
import io.liangze.tally.Tally;
import io.liangze.work.WorkState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LiangzeTest
class AssignmentsTest {

    private static final String COUNTY = "360423000000";
    private static final String TOWN = "360423100000";

    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenOfficials officials;
    @Autowired GivenSubjects subjects;
    @Autowired Officials posts;
    @Autowired Subjects businesses;
    @Autowired Assignments assignments;
    @Autowired Coverages coverages;
    @Autowired Tally tally;
    @Autowired TestClock clock;

    private Scope office;
    private List<String> villages;

    @BeforeEach
    void aCounty(@Autowired io.liangze.region.Regions regions) {
        places.county(COUNTY);
        office = given.office(COUNTY);
        villages = regions.children(office, TOWN).stream().map(io.liangze.region.Region::code).toList();
    }

    @Test
    void each_subject_is_answered_for_by_an_official_of_its_grades_level_at_its_own_place() {
        var village = villages.get(0);
        var secretary = officials.inPost(Level.VILLAGE, village, "村支书");
        var mayor = officials.inPost(Level.TOWNSHIP, TOWN, "镇长");
        var shop = subjects.at(village).saved();
        var canteen = subjects.at(village).kind("N1").with(SubjectField.LICENCE_NO, "").named("一小食堂").saved();

        assertThat(answering(shop)).isEqualTo(secretary);
        assertThat(answering(canteen)).isEqualTo(mayor);
        assertThat(tally.check(Scope.system(), "360423")).isEmpty();
    }

    @Test
    void closing_one_shop_ends_its_relation_alone() {
        var village = villages.get(1);
        officials.inPost(Level.VILLAGE, village, "村支书");
        var closing = subjects.at(village).saved();
        var staying = List.of(subjects.at(village).saved(), subjects.at(village).saved());
        staying.forEach(this::answering);
        answering(closing);
        var before = relations(village);

        businesses.close(office, closing.id(), "停业不再经营", clock.today());

        assertThat(relations(village)).isEqualTo(without(before, closing.id()));
        assertThat(tally.check(Scope.system(), "360423")).isEmpty();
    }

    @Test
    void a_transfer_moves_only_the_subjects_of_the_one_who_leaves() {
        var village = villages.get(2);
        var leaving = officials.inPost(Level.VILLAGE, village, "老支书");
        var first = subjects.at(village).saved();
        answering(first);
        var other = officials.inPost(Level.VILLAGE, village, "新支书");
        var second = subjects.at(village).saved();
        assertThat(answering(second)).isEqualTo(other);

        posts.transfer(given.admin(), leaving, new Transfer(villages.get(3), Level.VILLAGE, null, "村支书", clock.today()));

        await().untilAsserted(() -> assertThat(answering(first)).isEqualTo(other));
        assertThat(answering(second)).isEqualTo(other);
        assertThat(tally.check(Scope.system(), "360423")).isEmpty();
    }

    @Test
    void regrading_a_restaurant_moves_it_to_the_level_above() {
        var village = villages.get(4);
        officials.inPost(Level.VILLAGE, village, "村支书");
        var mayor = officials.inPost(Level.TOWNSHIP, TOWN, "镇长甲");
        var restaurant = subjects.at(village).kind("C4").saved();
        answering(restaurant);

        businesses.change(office, restaurant.id(), Map.of(SubjectField.AREA, "200"), "扩大经营");

        await().untilAsserted(() -> assertThat(assignments.page(office, AssignmentFilter.ofSubject(restaurant.id()), null, 10).items())
            .filteredOn(a -> a.to() == null).singleElement().satisfies(a -> assertThat(a.grade()).isEqualTo(Grade.C)));
        assertThat(mayor).isNotNull();
    }

    @Test
    void a_village_without_an_official_is_held_by_the_lead_of_the_town_until_the_post_is_filled() {
        var village = villages.get(5);
        var lead = posts.takePost(given.admin(), new io.liangze.official.NewOfficial(UUID.randomUUID(), "党委书记", GivenOfficials.idNumber(),
            GivenOfficials.mobile(), "镇党委", "党委书记", Level.TOWNSHIP, TOWN, null, true, null, null, null));
        var shop = subjects.at(village).saved();
        await().untilAsserted(() -> assertThat(inForce(shop.id())).hasSize(1).allMatch(Assignment::acting));

        var filled = officials.inPost(Level.VILLAGE, village, "新村支书");

        await().untilAsserted(() -> assertThat(answering(shop)).isEqualTo(filled));
        assertThat(inForce(shop.id())).noneMatch(Assignment::acting);
        assertThat(lead.lead()).isTrue();
    }

    @Test
    void by_hand_is_kept_by_later_matching_and_must_fit_level_and_place() {
        var village = villages.get(6);
        var one = officials.inPost(Level.VILLAGE, village, "甲");
        var two = officials.inPost(Level.VILLAGE, village, "乙");
        var elsewhere = officials.inPost(Level.VILLAGE, villages.get(7), "丙");
        var shop = subjects.at(village).saved();
        var chosen = answering(shop).equals(one) ? two : one;

        assignments.assign(office, shop.id(), chosen, "熟悉情况");
        var again = assignments.assign(office, shop.id(), chosen, "熟悉情况");
        var run = assignments.match(given.admin(), COUNTY);

        await().untilAsserted(() -> assertThat(assignments.matching(given.admin(), run).state()).isEqualTo(WorkState.DONE));
        assertThat(answering(shop)).isEqualTo(chosen);
        assertThat(again.pinned()).isTrue();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> assignments.assign(office, shop.id(), elsewhere, "不在本村"))
            .satisfies(refusal -> assertThat(refusal.flaws()).extracting(Refusal.Flaw::code).containsExactly("assignment.place"));
    }

    @Test
    void another_countys_subject_is_absent() {
        var shop = subjects.at(villages.get(0)).saved();

        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> assignments.assign(given.office("360424000000"), shop.id(), UUID.randomUUID(), "越权"))
            .extracting(Refusal::code).isEqualTo("subject.absent");
    }

    @Test
    void coverage_of_a_place_is_the_sum_of_its_children_and_its_gaps_are_listed() {
        officials.inPost(Level.VILLAGE, villages.get(8), "村支书");
        answering(subjects.at(villages.get(8)).saved());

        var coverage = coverages.of(office, COUNTY);

        assertThat(coverage.children().stream().mapToLong(Coverage::active).sum()).isEqualTo(coverage.active());
        assertThat(coverage.children().stream().mapToLong(Coverage::covered).sum()).isEqualTo(coverage.covered());
        assertThat(assignments.countGaps(office, COUNTY)).isEqualTo(coverage.active() - coverage.covered());
    }

    private List<Assignment> inForce(UUID subject) {
        return assignments.page(office, new AssignmentFilter(List.of(subject), List.of(), null, false, null, null), null, 10).items();
    }

    /** Who answers for it, once the matching that follows by itself has run. */
    private UUID answering(Subject subject) {
        await().untilAsserted(() -> assertThat(inForce(subject.id())).hasSize(1));
        return inForce(subject.id()).getFirst().official().id();
    }

    private Map<UUID, UUID> relations(String village) {
        return assignments.page(office, new AssignmentFilter(List.of(), List.of(), village, false, null, null), null, 100).items().stream()
            .collect(Collectors.toMap(a -> a.subject().id(), Assignment::id));
    }

    private static Map<UUID, UUID> without(Map<UUID, UUID> relations, UUID subject) {
        return relations.entrySet().stream().filter(e -> !e.getKey().equals(subject))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
