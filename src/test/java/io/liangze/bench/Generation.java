package io.liangze.bench;

import static io.liangze.bench.Figures.print;
import static io.liangze.bench.Figures.s;
import static io.liangze.bench.Figures.times;

import io.liangze.shared.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** P6: making a quarter's tasks for the province, beside INSERT … SELECT of the bare rows. */
final class Generation {

    private final Web web;
    private final Connection connection;
    private final Period quarter = Period.of(Period.Every.QUARTER, LocalDate.now(ZoneId.of("Asia/Shanghai")));

    private Generation(Web web, Connection connection) {
        this.web = web;
        this.connection = connection;
    }

    public static void main(String[] arguments) throws Exception {
        var size = Size.of(arguments);
        var product = Copies.beginning(size, "generation-" + size.folder());
        try (var connection = product.database().connect()) {
            var web = Web.signIn(product, "admin");
            web.await("/api/v1/assignments/match/" + web.post("/api/v1/assignments/match", Map.of("region", "360000000000")).path("id").asString());
            Province.settle(product.database());
            new Generation(web, connection).measure();
        } finally {
            Copies.remove(product);
        }
    }

    private void measure() throws Exception {
        var took = new Times();
        var made = took.of(this::generate);
        var bare = copied("");
        var keyed = copied("including indexes including constraints");
        print("INSERT … SELECT, bare table", s(bare.median() / 1e3), "ceiling");
        print("INSERT … SELECT, with the table's five indexes", s(keyed.median() / 1e3), "ceiling");
        print("generating the quarter's tasks", s(took.median() / 1e3), "%,d tasks".formatted(made.path("created").asLong()),
            "%s and %s".formatted(times(took.median() / bare.median()), times(took.median() / keyed.median())), "goal ≤ 2 ×");
        var again = new Times();
        var twice = again.of(this::generate);
        print("generating it once more", s(again.median() / 1e3), "%,d made".formatted(twice.path("created").asLong()), "goal 0 made");
    }

    private JsonNode generate() throws Exception {
        var path = "/api/v1/quarters/" + quarter + "/tasks";
        return web.await(path + "/" + web.post(path, Map.of("region", "360000000000")).path("id").asString());
    }

    private Times copied(String like) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute("create table bench_task (like task %s)".formatted(like));
            var took = new Times();
            took.of(() -> statement.executeUpdate("insert into bench_task select * from task"));
            statement.execute("drop table bench_task");
            return took;
        }
    }
}
