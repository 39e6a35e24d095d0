package io.liangze.bench;

import static io.liangze.bench.Figures.ms;
import static io.liangze.bench.Figures.print;

import io.liangze.shared.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** P7: a list of tasks, its first page and its five thousandth, beside the bare SQL. */
final class Lists {

    private static final int ROWS = 50;
    private static final int WARM = 50;

    private final Web web;
    private final Connection connection;
    private final String quarter;
    private final int times;

    private Lists(Web web, Connection connection, String quarter, int times) {
        this.web = web;
        this.connection = connection;
        this.quarter = quarter;
        this.times = times;
    }

    public static void main(String[] arguments) throws Exception {
        var size = Size.of(arguments);
        try (var product = Province.start(size); var connection = product.database().connect()) {
            var quarter = Period.of(Period.Every.QUARTER, LocalDate.now(ZoneId.of("Asia/Shanghai"))).toString();
            var lists = new Lists(Web.signIn(product, "province"), connection, quarter, size.of(200, 200));
            var cost = new Effort(product).of(WARM, () -> timed(() -> lists.web.text("/api/v1/tasks?period=" + quarter), WARM));
            print("a page of a list: statements", "%.1f".formatted(cost.statements()));
            lists.measure("all tasks of the quarter", "", "", size.of(5_000, 500));
            lists.measure("done, of grade C or D", "&status=DONE&grade=C&grade=D", "and t.state = 'DONE' and t.grade in ('C', 'D')", size.of(3_000, 300));
        }
    }

    private void measure(String what, String filter, String condition, int far) throws Exception {
        var path = "/api/v1/tasks?limit=%d&period=%s%s".formatted(ROWS, quarter, filter);
        var after = cursor(path, far);
        var first = "%s, page 1".formatted(what);
        var last = "%s, page %,d".formatted(what, far);
        print(first + ", bare SQL", ms(timed(() -> bare(condition, null)).median()), "ceiling");
        tell(first + ", JSON", timed(() -> web.text(path)), "goal ≤ 15 ms");
        tell(first + ", page", timed(() -> web.text("/tasks?period=" + quarter + filter)), "");
        print(last + ", bare SQL", ms(timed(() -> bare(condition, after)).median()), "ceiling");
        tell(last + ", JSON", timed(() -> web.text(path + "&after=" + after)), "goal as page 1");
        tell(last + ", page", timed(() -> web.text("/tasks?period=" + quarter + filter + "&after=" + after)), "");
    }

    private static void tell(String what, Times took, String goal) {
        print(what, ms(took.median()), "p99 " + ms(took.within(0.99)), goal);
    }

    private Times timed(Callable<?> call) throws Exception {
        timed(call, WARM);
        return timed(call, times);
    }

    private static Times timed(Callable<?> call, int times) throws Exception {
        var took = new Times();
        for (int i = 0; i < times; i++) took.of(call);
        return took;
    }

    /** Walks there, ten pages at a step. */
    private String cursor(String path, int page) throws Exception {
        var wide = path.replace("limit=" + ROWS, "limit=" + 10 * ROWS);
        JsonNode at = web.get(wide);
        for (int i = 1; i < (page - 1) / 10; i++) at = web.get(wide + "&after=" + at.path("next").asString());
        return at.path("next").asString();
    }

    private int bare(String condition, String after) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select * from task t where t.region >= '360000000000' and t.region < '370000000000' and t.quarter = ?
                  and t.sort in ('REGULAR', 'FIRST') %s %s
                order by t.region, t.id limit %d
                """.formatted(condition, after == null ? "" : "and (t.region, t.id) > (cast(? as char(12)), ?)", ROWS + 1))) {
            statement.setString(1, quarter);
            if (after != null) {
                statement.setString(2, after.substring(0, 12));
                statement.setObject(3, UUID.fromString(after.substring(12)));
            }
            try (var rows = statement.executeQuery()) {
                return Database.drain(rows);
            }
        }
    }
}
