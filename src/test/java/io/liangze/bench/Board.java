package io.liangze.bench;

import static io.liangze.bench.Figures.ms;
import static io.liangze.bench.Figures.print;
import static io.liangze.bench.Figures.times;

import io.liangze.shared.Period;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** P1: figures of the board for random places over HTTP, beside GROUP BY on the facts. */
final class Board {

    private static final List<String> LEVELS = List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE");
    private static final int PLACES = 100;

    private final Random random = new Random(7);
    private final Web web;
    private final Map<String, List<String>> places = new LinkedHashMap<>();
    private final List<String> questions;

    private Board(Web web, Connection connection, LocalDate today) throws Exception {
        this.web = web;
        for (var level : LEVELS) places.put(level, Facts.places(connection, level, PLACES));
        questions = questions(today);
    }

    public static void main(String[] arguments) throws Exception {
        var size = Size.of(arguments);
        try (var product = Province.start(size); var connection = product.database().connect()) {
            var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
            var board = new Board(Web.signIn(product, "province"), connection, today);
            board.ask(size.of(500, 500));
            board.measure(size.of(3_000, 1_000));
            board.cost(new Effort(product));
            board.compare(new Facts(connection, (Period.Quarter) Period.of(Period.Every.QUARTER, today), today), size.of(10, 10));
        }
    }

    /** Every kind of period, and by grade and family; and the figures of eight quarters. */
    private static List<String> questions(LocalDate today) {
        var questions = new ArrayList<String>();
        for (var every : List.of(Period.Every.MONTH, Period.Every.QUARTER, Period.Every.HALF, Period.Every.YEAR)) {
            questions.add("?period=" + Period.of(every, today) + "&region=");
            questions.add("?period=" + Period.of(every, today).previous() + "&region=");
        }
        for (var grade : List.of("A", "B", "C", "D")) questions.add("?grade=" + grade + "&region=");
        for (var family : List.of("PRODUCER", "SALES", "CATERING", "CANTEEN")) questions.add("?family=" + family + "&region=");
        questions.add("/trend?region=");
        return questions;
    }

    private Map<String, Times> ask(int times) throws Exception {
        var took = new LinkedHashMap<String, Times>();
        LEVELS.forEach(level -> took.put(level, new Times()));
        for (int i = 0; i < times; i++) {
            var level = any(LEVELS);
            var path = "/api/v1/board" + any(questions) + any(places.get(level));
            took.get(level).of(() -> web.text(path));
        }
        return took;
    }

    private void measure(int times) throws Exception {
        var all = new Times();
        ask(times).forEach((level, took) -> {
            print("board over HTTP, " + level.toLowerCase(java.util.Locale.ROOT), ms(took.median()), "p99 " + ms(took.within(0.99)));
            all.addAll(took);
        });
        print("board over HTTP, any place and kind of figure", ms(all.median()), "p99 " + ms(all.within(0.99)), all.count() + " calls",
            "goal p99 ≤ 20 ms");
    }

    private void cost(Effort effort) throws Exception {
        var cost = effort.of(PLACES, () -> ask(PLACES));
        print("a board: statements", "%.1f".formatted(cost.statements()), "%.1f rows written".formatted(cost.inserted() + cost.updated()));
    }

    private void compare(Facts facts, int times) throws Exception {
        int differ = 0;
        for (var level : LEVELS) {
            var board = new Times();
            var groupBy = new Times();
            for (int i = 0; i < (level.equals("PROVINCE") ? 3 : times); i++) {
                var place = any(places.get(level));
                var counted = groupBy.of(() -> facts.of(place));
                var shown = board.of(() -> web.get("/api/v1/board?region=" + place));
                if (Facts.differs(counted, shown)) differ++;
            }
            print("GROUP BY on the facts, " + level.toLowerCase(java.util.Locale.ROOT), ms(groupBy.median()), "peer, one quarter",
                "board %s faster".formatted(times(groupBy.median() / board.median())), level.equals("PROVINCE") ? "goal 50 ×" : "");
        }
        print("places whose board and facts differ", Integer.toString(differ), "goal 0");
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
