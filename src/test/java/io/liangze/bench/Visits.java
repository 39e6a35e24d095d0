package io.liangze.bench;

import static io.liangze.bench.Figures.ms;
import static io.liangze.bench.Figures.print;
import static io.liangze.bench.Figures.share;

import java.sql.Connection;
import java.time.Duration;

/** P2 and P3: visits submitted over HTTP beside a transaction of as many bare inserts, and how soon the board shows them. */
final class Visits {

    private static final int FRESH = 50;
    /** The visit has 2,500, its audit row 500, each of the others 100. */
    private static final int ROW_BYTES = 300;
    private static final String BOARD = "/api/v1/board?region=360000000000";

    private final Web office;
    private final Field field;
    private final Product product;

    private Visits(Product product, Web office, Field field) {
        this.product = product;
        this.office = office;
        this.field = field;
    }

    public static void main(String[] arguments) throws Exception {
        var size = Size.of(arguments);
        try (var product = Province.start(size); var connection = product.database().connect()) {
            var office = Web.signIn(product, "province");
            var visits = new Visits(product, office, Field.open(office, connection, size.of(80_000, 12_000)));
            System.out.printf("%,d tasks due%n", visits.field.due.size());
            if (visits.field.due.size() < size.of(30_000, 4_000))
                throw new IllegalStateException("too few tasks are open; remove %s and it is loaded anew".formatted(product.home));
            visits.fresh();
            var ceiling = visits.ceiling(size);
            for (int clients : new int[] {64, 500}) visits.submit(clients, size.of(20, 8), ceiling);
            visits.exact(connection);
        }
    }

    /** From the answer of a visit to the board's answer with it in. */
    private void fresh() throws Exception {
        var times = new Times();
        for (int i = 0; i < FRESH; i++) {
            long before = shown();
            field.visit(field.due.remove());
            times.of(() -> {
                while (shown() <= before) Thread.onSpinWait();
                return null;
            });
        }
        print("commit of a visit to the province's board", ms(times.median()), "longest " + ms(times.within(1)), "goal ≤ 1 s");
    }

    private long shown() throws Exception {
        return office.get(BOARD).path("visits").asLong();
    }

    private Inserts.Ceiling ceiling(Size size) throws Exception {
        int sample = 100;
        var cost = new Effort(product).of(sample, () -> {
            for (int i = 0; i < sample; i++) field.visit(field.due.remove());
            return null;
        });
        int rows = (int) Math.round(cost.inserted() + cost.updated());
        print("a visit: statements, rows, WAL", "%.1f".formatted(cost.statements()),
            "%.1f inserted, %.1f updated, %,.0f bytes; up to %d answers".formatted(cost.inserted(), cost.updated(), cost.wal(), field.answers()));
        var ceiling = new Inserts(product.database(), rows, ROW_BYTES).measure(size.of(15, 6));
        print("bare transaction of %d inserts".formatted(rows), "%,.0f /s".formatted(ceiling.perSecond()), "ceiling, " + ceiling.by());
        return ceiling;
    }

    private void submit(int clients, int seconds, Inserts.Ceiling ceiling) throws Exception {
        var outcome = Crowd.run(clients, Duration.ofSeconds(seconds), field.due, field::visit);
        print("visits over HTTP, %d clients".formatted(clients), "%,.0f /s".formatted(outcome.perSecond()), outcome.times().toString(),
            "%d refused".formatted(outcome.failed()), "goal ≥ 400 /s, p99 ≤ 100 ms");
        print("share of the ceiling, %d clients".formatted(clients), share(outcome.perSecond() / ceiling.perSecond()), "goal ≥ 60 %");
    }

    private void exact(Connection connection) throws Exception {
        long facts = Database.on(connection).sql("""
            select count(*) from visit v
            where v.ended_on >= date_trunc('quarter', current_date) and v.ended_on < date_trunc('quarter', current_date) + interval '3 months'
              and not exists (select from task t where t.county_code = v.county_code and t.id = v.task and t.visit = v.id and t.voided)
            """).query(Long.class).single();
        print("visits on the board, and in the table", "%,d".formatted(shown()), "%,d".formatted(facts), "goal equal");
    }
}
