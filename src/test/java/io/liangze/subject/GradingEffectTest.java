package io.liangze.subject;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.GivenCalls;
import io.liangze.LiangzeTest;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Grade;
import io.liangze.shared.RuleFiles;
import io.liangze.shared.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A county that stands graded by a version of its own, and what the product's version would change in it. */
@LiangzeTest
class GradingEffectTest {

    private static final String COUNTY = "360730000000";
    private static final String SHIPPED = "grading-2023-01-01";
    private static final Pattern COUNT = Pattern.compile("<a href=\"(/rules/grading\\?effect=true[^\"]+to=[^\"#]+)#changed\">([\\d,]+)</a>");
    private static final Pattern NAMED = Pattern.compile("<a href=\"/subjects/[0-9a-f-]{36}\"><b>([^<]+)</b></a>");

    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenSubjects shops;
    @Autowired GradingRules rules;
    @Autowired SubjectTable table;
    @Autowired AroundTable around;
    @Autowired SubjectCheck check;
    @Autowired SubjectWriter writer;
    @Autowired Followers followers;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    @Autowired GivenCalls calls;

    private Scope office;

    @BeforeEach
    void where_noodle_shops_are_a_and_canteens_b(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("grading-2026-01-01.yaml"), """
            rule: grading
            effective: 2026-01-01
            source: test
            grades:
              - { id: X1, grade: A, reason: 面馆, when: { kind: [C5] } }
              - { id: X2, grade: B, reason: 食堂, when: { family: [CANTEEN] } }
              - { id: X3, grade: D, reason: 其他, when: {} }
            adjustments: []
            """);
        office = given.office(places.county(COUNTY));
        var village = COUNTY.substring(0, 6) + "100001";
        if (subjects() == 0) {
            shops.at(village).named("梅江面馆").saved();
            shops.at(village).named("翠微面馆").saved();
            shops.at(village).named("县中食堂").kind("N1").with(SubjectField.DINERS, "120").saved();
            shops.at(village).named("小张杂货").kind("S5").saved();
        }
        var grader = new Grader(new Grading(RuleFiles.with(folder)), check, clock);
        new Regrading(table, around, grader, writer, followers, transaction, clock).all(Scope.system(COUNTY));
    }

    private long subjects() {
        return table.count(office, SubjectFilter.ALL);
    }

    @Test
    void an_effect_counts_every_way_and_names_all_that_change() {
        var effect = rules.effect(office, SHIPPED, null, null);

        assertThat(effect.subjects()).isEqualTo(4);
        assertThat(effect.shifts()).containsExactly(new GradingEffect.Shift(Grade.A, Grade.D, 2), new GradingEffect.Shift(Grade.B, Grade.C, 1));
        assertThat(effect.changes()).isEqualTo(3);
        assertThat(effect.first()).extracting(GradingEffect.Changed::name).containsExactlyInAnyOrder("梅江面馆", "翠微面馆", "县中食堂");
    }

    @Test
    void one_way_names_those_alone_that_go_it_and_counts_all_the_same() {
        var only = new GradingEffect.Way(Grade.B, Grade.C);

        var effect = rules.effect(office, SHIPPED, null, only);

        assertThat(effect.first()).singleElement().satisfies(changed -> assertThat(changed.name()).isEqualTo("县中食堂"));
        assertThat(effect.changes(only)).isEqualTo(1);
        assertThat(effect.changes()).isEqualTo(3);
        assertThat(rules.effect(office, SHIPPED, null, new GradingEffect.Way(null, Grade.C)).first()).isEmpty();
    }

    @Test
    void every_count_of_the_page_opens_a_list_with_as_many_names() {
        var page = calls.page(office, "/rules/grading?effect=true&version=" + SHIPPED);
        assertThat(names(page)).hasSize(3);

        var counts = COUNT.matcher(page).results().toList();

        assertThat(counts).hasSize(2);
        for (var count : counts) assertThat(names(calls.page(office, count.group(1).replace("&amp;", "&")))).as(count.group(1)).hasSize(Integer.parseInt(count.group(2)));
    }

    @Test
    void what_would_change_is_only_asked_and_never_done() {
        var before = standing();

        rules.effect(office, SHIPPED, null, null);
        calls.page(office, "/rules/grading?effect=true&version=" + SHIPPED);

        assertThat(standing()).isEqualTo(before);
    }

    private List<Grade> standing() {
        return table.list(office, SubjectFilter.ALL, null, 10).stream().map(Subject::grade).map(Objects::requireNonNull).toList();
    }

    private static List<String> names(String page) {
        return NAMED.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
