package io.liangze.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import io.liangze.tally.Tally;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Random people do random things for some weeks; afterwards nothing is lost, and every figure is borne out by the facts. */
@LiangzeTest
class ProblemHistoriesTest {

    private static final int STEPS = 120;

    @Autowired Problems problems;
    @Autowired GivenProblems given;
    @Autowired Given who;
    @Autowired Tally tally;
    @Autowired TestClock clock;

    private Random random;
    private List<GivenProblems.Shop> shops;
    private Map<UUID, GivenProblems.Shop> opened;
    private int moves;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.liangze.Seeds#some")
    void figures_and_histories_hold_whatever_happens(long seed) {
        given.places();
        random = new Random(seed);
        shops = List.of(given.shop(Grade.A), given.shop(Grade.C), given.shop(Grade.D));
        opened = new LinkedHashMap<>();
        moves = 0;

        for (int i = 0; i < STEPS; i++) something();
        tally.fold(Scope.system());
        for (int i = 0; i < STEPS / 4; i++) something();

        assertThat(tally.check(Scope.system(), GivenProblems.COUNTY.substring(0, 6))).isEmpty();
        assertThat(moves).as("acts that were allowed").isGreaterThan(10);
        for (var id : opened.keySet()) assertPath(problems.find(Scope.system(), id));
    }

    private void something() {
        clock.forward(Duration.ofHours(random.nextInt(20)));
        var shop = shops.get(random.nextInt(shops.size()));
        switch (random.nextInt(12)) {
            case 0, 1 -> opened.put(given.found(shop, "K0" + random.nextInt(4), one(Severity.values()), random.nextInt(3) == 0)
                .problem().id(), shop);
            case 2 -> opened.put(given.found(shop, ProblemSource.COMPLAINT, one(Severity.values())).problem().id(), shop);
            case 3 -> problems.escalateLate(Scope.system());
            case 4 -> follow(shop);
            default -> act();
        }
    }

    private void follow(GivenProblems.Shop shop) {
        var about = shop.about();
        problems.follow(Scope.system(), List.of(new About(about.county(), about.subject(), about.subjectName(),
            random.nextBoolean() ? GivenProblems.VILLAGE : GivenProblems.OTHER_VILLAGE, about.kind(), one(Family.values()),
            random.nextInt(5) == 0 ? null : one(Grade.values()), about.principal(), about.official(), about.officialName())));
    }

    /** Mostly what the state allows, by people who may be the wrong ones. */
    private void act() {
        if (opened.isEmpty()) return;
        var id = List.copyOf(opened.keySet()).get(random.nextInt(opened.size()));
        var shop = opened.get(id);
        var people = List.of(shop.official(), shop.business(), shop.director(), who.office(GivenProblems.COUNTY),
            who.office(GivenProblems.PROVINCE), who.at(Role.REGULATOR, GivenProblems.COUNTY));
        var person = people.get(random.nextInt(people.size()));
        var allowed = problems.find(Scope.system(), id).problem().progress().allowed().toArray(Act[]::new);
        try {
            problems.act(person, id, step(person, random.nextInt(5) == 0 ? one(Act.CALLS.toArray(Act[]::new)) : one(allowed)));
            moves++;
        } catch (Refusal refusal) {
            assertThat(refusal.status().value()).isIn(403, 404, 409, 422);
        }
    }

    private Step step(Scope person, Act act) {
        return switch (act) {
            case RECTIFY -> new Step.Rectify(null, List.of(given.photo(person)));
            case ACCEPT -> new Step.Accept(null, List.of());
            case RETURN -> new Step.Return("不行", random.nextBoolean() ? null : clock.today().plusDays(random.nextInt(10)));
            case EXTEND -> new Step.Extend(clock.today().plusDays(random.nextInt(40)), "设备未到");
            case ESCALATE -> new Step.Escalate("拖延");
            case REFER -> new Step.Refer("莲县市场监督管理局", "拒不整改");
            case SIGN_FOR -> new Step.SignFor();
            case ENFORCEMENT_RESULT, NOT_ACCEPTED -> new Step.Conclude(one(EnforcementResult.values()), "3号", "已办");
            case CANCEL -> new Step.Cancel("误报", null);
            case OPEN, FIX_ON_SITE, REMARK -> new Step.Remark("请尽快", List.of());
        };
    }

    /** The history leads along the machine to the state that is kept. */
    private static void assertPath(ProblemFile file) {
        var state = ProblemState.OPEN;
        assertThat(file.events().getFirst().act()).isEqualTo(Act.OPEN);
        for (var event : file.events().subList(1, file.events().size())) {
            assertThat(state.after(event.act())).as("%s in %s of %s", event.act(), state, file).contains(event.state());
            state = event.state();
        }
        assertThat(file.problem().state()).isEqualTo(state);
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }
}
