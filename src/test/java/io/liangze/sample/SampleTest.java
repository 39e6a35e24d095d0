package io.liangze.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.problem.Act;
import io.liangze.problem.ProblemState;
import io.liangze.region.RegionRow;
import io.liangze.region.ShippedPlaces;
import io.liangze.shared.IdNumber;
import io.liangze.shared.PhoneNumber;
import io.liangze.shared.Range;
import io.liangze.shared.Scope;
import io.liangze.shared.Sm3;
import io.liangze.shared.Vault;
import io.liangze.subject.CreditCode;
import io.liangze.subject.LicenceNo;
import io.liangze.supervision.Checklists;
import io.liangze.tally.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sample of one county, 婺源, that no other test uses. */
@LiangzeTest
class SampleTest {

    private static final Stage STAGE = new Stage("360000000000", "361100000000", "361130000000", "361130100000", "361130100001");
    private static final String COUNTY = "361130";
    private static final SampleSize TINY = new SampleSize("tiny", 700, 1, 4, 4, 3, 1, 2, 0.3);
    private static final SampleOrder ORDER = new SampleOrder(TINY, STAGE, 7, TestClock.TEN_O_CLOCK.toLocalDate(), "wuyuan-");
    private static final String PASSWORD = "three-green-teas-26";
    private static final List<RegionRow> PLACES = ShippedPlaces.jiangxi().stream()
        .filter(p -> Range.of(STAGE.county()).holds(p.code()) || Range.of(p.code()).holds(STAGE.county())).toList();

    @Autowired private Sample sample;
    @Autowired private Planning planning;
    @Autowired private Checklists checklists;
    @Autowired private Tally tally;
    @Autowired private Vault vault;
    @Autowired private JdbcClient jdbc;
    @Autowired private JsonMapper json;
    @Autowired private MockMvcTester mvc;

    private static boolean isLoaded;

    @BeforeEach
    void loaded() {
        if (!isLoaded) sample.load(ORDER, PLACES, PASSWORD, _ -> {});
        isLoaded = true;
    }

    @Test
    void two_runs_give_the_same_data() {
        assertThat(digest(ORDER)).isEqualTo(digest(ORDER));
    }

    @Test
    void another_seed_gives_other_data() {
        assertThat(digest(ORDER)).isNotEqualTo(digest(new SampleOrder(TINY, STAGE, 8, ORDER.today(), ORDER.prefix())));
    }

    @Test
    void what_is_there_is_not_loaded_twice() {
        var before = count("subject") + count("task") + count("visit") + count("official");

        sample.load(ORDER, PLACES, PASSWORD, _ -> {});

        assertThat(count("subject") + count("task") + count("visit") + count("official")).isEqualTo(before);
    }

    @Test
    void every_active_business_has_one_official_or_is_a_gap() {
        assertThat(jdbc.sql("""
                select count(*) from subject s
                where s.county_code = :county and s.status in ('ACTIVE', 'SEASONAL')
                  and 1 <> (select count(*) from assignment a where a.county_code = s.county_code and a.subject = s.id and a.until is null)
                         + (select count(*) from coverage_gap g where g.county_code = s.county_code and g.subject = s.id)
                """).param("county", COUNTY).query(Long.class).single()).isZero();
        assertThat(count("assignment")).isPositive();
    }

    @Test
    void figures_agree_with_the_facts() {
        assertThat(tally.check(Scope.system(), COUNTY)).isEmpty();
    }

    @Test
    void every_history_is_a_path_of_the_machine() {
        record Step(UUID problem, String act, String state, String ends) {}
        var steps = jdbc.sql("""
                select e.problem, e.act, e.state, p.state as ends
                from problem_event e join problem p on p.county_code = e.county_code and p.id = e.problem
                where e.county_code = :county order by e.problem, e.id
                """).param("county", COUNTY).query(Step.class).list();
        Step before = null;
        for (var step : steps) {
            boolean first = before == null || !before.problem.equals(step.problem);
            if (first && before != null) assertThat(before.state).as("last state of %s", before.problem).isEqualTo(before.ends);
            var reached = first ? ProblemState.OPEN : ProblemState.valueOf(before.state).after(Act.valueOf(step.act)).orElseThrow();
            assertThat(reached.name()).as("%s after %s", step, before).isEqualTo(step.state);
            before = step;
        }
        assertThat(steps.stream().map(Step::ends)).contains("OPEN", "RECTIFIED", "CLOSED", "ESCALATED");
    }

    @Test
    void numbers_are_valid() {
        for (var code : jdbc.sql("select credit_code from subject where county_code = :county and credit_code is not null").param("county", COUNTY).query(String.class).list())
            assertThat(CreditCode.of(code).hasRightOrganisation()).as(code).isTrue();
        for (var licence : jdbc.sql("select licence_no from subject where county_code = :county and licence_no is not null").param("county", COUNTY).query(String.class).list())
            assertThat(LicenceNo.flaw(licence)).as(licence).isEmpty();
        for (var phone : jdbc.sql("select phone from official where county_code = :county").param("county", COUNTY).query(byte[].class).list())
            assertThat(PhoneNumber.of(vault.open(phone)).isMobile()).isTrue();
        for (var number : jdbc.sql("select id_number from official where county_code = :county").param("county", COUNTY).query(byte[].class).list())
            assertThat(IdNumber.flaw(vault.open(number), ORDER.today())).isEmpty();
    }

    @Test
    void nothing_has_happened_later_than_today_began() {
        assertThat(jdbc.sql("""
                select count(*) from (
                    select ended_at as at from visit where county_code = :county
                    union all select at from problem_event where county_code = :county
                    union all select opened_at from problem where county_code = :county) happened
                where at >= :now
                """).param("county", COUNTY).param("now", ORDER.now().atOffset(java.time.ZoneOffset.UTC)).query(Long.class).single()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "province", "city", "county", "township", "leader-a", "leader-b", "leader-c", "leader-d", "business",
        "regulator", "inspector", "auditor", "editor", "security"})
    void accounts_can_sign_in(String username) {
        assertThat(token(username)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"leader-a, 1", "leader-b, 1", "leader-c, 1", "leader-d, 3"})
    void leaders_have_tasks_to_do(String username, int atLeast) {
        assertThat(get("/api/v1/tasks?mine=true&status=DUE&total=true", username).path("total").asInt()).isGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void the_business_has_an_open_problem_with_the_last_leader() {
        var problems = get("/api/v1/problems?state=OPEN", "business").path("items");

        assertThat(problems).isNotEmpty();
        assertThat(problems.path(0).path("official").path("id").asString()).isEqualTo(
            planning.plan(ORDER, PLACES).leaders().cadres().getLast().id().toString());
    }

    @Test
    void the_leaders_photos_are_there_to_see() {
        var visits = get("/api/v1/visits?limit=200", "leader-d").path("items");
        var named = new ArrayList<String>();
        visits.forEach(visit -> visit.path("evidence").forEach(id -> named.add(id.asString())));

        assertThat(named).isNotEmpty();
        assertThat(mvc.get().uri("/api/v1/evidence/{id}/thumbnail", named.getFirst()).header("Authorization", "Bearer " + token("leader-d")))
            .hasStatusOk();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from %s where county_code = :county".formatted(table)).param("county", COUNTY).query(Long.class).single();
    }

    private JsonNode get(String path, String username) {
        return body(mvc.get().uri(path).header("Authorization", "Bearer " + token(username)).exchange());
    }

    private String token(String username) {
        return body(mvc.post().uri("/api/v1/tokens").contentType(MediaType.APPLICATION_JSON)
            .content("{\"username\":\"wuyuan-%s\",\"password\":\"%s\"}".formatted(username, PASSWORD)).exchange()).path("token").asString();
    }

    private JsonNode body(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    /** Of all that is made up; accounts are what they are. */
    private String digest(SampleOrder order) {
        var plan = planning.plan(order, PLACES);
        plan.leaders().cadres().forEach(c -> plan.leaders().has(c.id(), new Leaders.Account(new UUID(0, 1), c.region())));
        plan.leaders().starHas(new Leaders.Account(new UUID(0, 2), STAGE.village()));
        var told = sample.tell(plan, plan.counties().getFirst(), new Sheets(checklists, order.today()));
        var text = new StringBuilder();
        told.made().cadres().forEach(c -> text.append(c).append('\n'));
        told.made().businesses().forEach(b -> text.append(b.id).append(b.name).append(b.creditCode).append(b.licenceNo).append(b.at).append(b.graded)
            .append(told.made().relations().get(b.id)).append('\n'));
        told.past().tasks.forEach(t -> text.append(t.id).append(t.due).append(t.state()).append('\n'));
        told.past().visits.forEach(v -> text.append(v.id).append(v.startedAt).append(v.answers).append(v.companion).append('\n'));
        told.past().problems.forEach(p -> text.append(p.id).append(p.text).append(p.state).append(p.events).append('\n'));
        return Sm3.hex(text.toString());
    }
}
