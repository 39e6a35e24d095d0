package io.liangze.sample;

import io.liangze.shared.Grade;
import io.liangze.shared.Range;
import io.liangze.subject.SubjectStatus;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The responsible officials of the four levels whom the demonstration has accounts for, and the business that answers to the last. */
final class Leaders {

    /** An account and the place that it belongs to. */
    record Account(UUID id, String region) {}

    /** @param leftOpen how many tasks of the running quarter in the stage's county wait for him */
    record Leader(Cadre cadre, int leftOpen) {}

    private final Stage stage;
    private final List<Leader> leaders;
    private final Business star;
    private final Map<UUID, Account> accounts = new HashMap<>();
    private @Nullable Account starAccount;

    private Leaders(Stage stage, List<Leader> leaders, Business star) {
        this.stage = stage;
        this.leaders = leaders;
        this.star = star;
    }

    /** Of each level one who answers for somebody there. */
    static Leaders of(Stage stage, Making.City city, Made made) {
        var star = made.businesses().stream().filter(b -> b.name.equals(Cast.NOODLE_SHOP))
            .findFirst().orElseGet(() -> first(made, Grade.D, stage.village()));
        return new Leaders(stage, List.of(
            leader(city.cadres(), made, first(made, Grade.A, stage.county()), 1),
            leader(made.cadres(), made, first(made, Grade.B, stage.county()), 1),
            leader(made.cadres(), made, first(made, Grade.C, stage.township()), 1),
            leader(made.cadres(), made, star, 3)), star);
    }

    /** The first active business of the grade there; one of the cast before others. */
    private static Business first(Made made, Grade grade, String place) {
        var range = Range.of(place);
        return made.businesses().stream()
            .filter(b -> b.status == SubjectStatus.ACTIVE && b.grade() == grade && range.holds(b.region()) && b.createdOn.isBefore(made.relations().get(b.id).since()))
            .min(Comparator.comparing((Business b) -> !Cast.isHolder(made.relations().get(b.id).officialName())).thenComparing(b -> !Cast.isNamed(b)).thenComparing(b -> b.id)).orElseThrow();
    }

    private static Leader leader(List<Cadre> cadres, Made made, Business business, int leftOpen) {
        var official = Objects.requireNonNull(made.relations().get(business.id)).official();
        return new Leader(cadres.stream().filter(c -> c.id().equals(official)).findFirst().orElseThrow(), leftOpen);
    }

    /** From city to village. */
    List<Cadre> cadres() {
        return leaders.stream().map(Leader::cadre).toList();
    }

    Business starBusiness() {
        return star;
    }

    void has(UUID official, Account account) {
        accounts.put(official, account);
    }

    void starHas(Account account) {
        starAccount = account;
    }

    /** The account of an official, if he is one of them. */
    @Nullable Account account(UUID official) {
        return accounts.get(official);
    }

    /** Of the business. */
    Account star() {
        return Objects.requireNonNull(starAccount);
    }

    boolean isStar(Business business) {
        return business.id.equals(star.id);
    }

    int leftOpen(UUID official, County county) {
        return county.code().equals(stage.county())
            ? leaders.stream().filter(l -> l.cadre().id().equals(official)).mapToInt(Leader::leftOpen).findFirst().orElse(0) : 0;
    }
}
