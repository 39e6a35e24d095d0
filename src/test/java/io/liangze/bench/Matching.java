package io.liangze.bench;

import static io.liangze.bench.Figures.print;
import static io.liangze.bench.Figures.s;
import static io.liangze.bench.Figures.times;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** P5: matching all businesses of the province to its officials, beside reading both tables once. */
final class Matching {

    private static final int CHANGES = 1_000;

    private final Web web;
    private final Connection connection;

    private Matching(Web web, Connection connection) {
        this.web = web;
        this.connection = connection;
    }

    public static void main(String[] arguments) throws Exception {
        var size = Size.of(arguments);
        var product = Copies.beginning(size, "matching-" + size.folder());
        try (var connection = product.database().connect()) {
            var matching = new Matching(Web.signIn(product, "admin"), connection);
            matching.first();
            matching.again();
        } finally {
            Copies.remove(product);
        }
    }

    private void first() throws Exception {
        var reading = new Times();
        reading.of(this::read);
        print("reading businesses and officials once", s(reading.median() / 1e3), "ceiling");
        var took = new Times();
        var matched = took.of(this::match);
        print("matching, first run", s(took.median() / 1e3), "%,d matched".formatted(matched.path("assigned").asLong()),
            "%s of reading".formatted(times(took.median() / reading.median())), "goal ≤ 10 s");
        print("load difference among equals", Integer.toString(unevenness()), "most within a place and level below the city", "goal ≤ 1");
    }

    /** Businesses that get another grade need another official; nobody else moves. */
    private void again() throws Exception {
        Database.on(connection).sql("""
            create temp table changed as
            select county_code, id from subject where grade = 'D' and status = 'ACTIVE' order by md5(cast(id as text)) limit :changes
            """).param("changes", CHANGES).update();
        Database.on(connection).sql("create temp table before as select county_code, subject, official from assignment where until is null").update();
        Database.on(connection).sql("update subject s set grade = 'C' from changed c where s.county_code = c.county_code and s.id = c.id").update();
        var took = new Times();
        var matched = took.of(this::match);
        print("matching again after %,d changes".formatted(CHANGES), s(took.median() / 1e3), "%,d moved".formatted(matched.path("moved").asLong()), "goal ≤ 1 s");
        long needless = Database.on(connection).sql("""
            select count(*) from before b join assignment a on a.county_code = b.county_code and a.subject = b.subject and a.until is null
            where a.official <> b.official and not exists (select from changed c where c.id = b.subject)
            """).query(Long.class).single();
        print("moved without need", Long.toString(needless), "goal 0");
    }

    private JsonNode match() throws Exception {
        var id = web.post("/api/v1/assignments/match", Map.of("region", "360000000000")).path("id").asString();
        return web.await("/api/v1/assignments/match/" + id);
    }

    private int read() throws SQLException {
        int rows = 0;
        for (var sql : List.of("select id, region, kind, family, grade, status, season from subject", "select id, region, level, name, post, field from official"))
            try (var statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
                rows += Database.drain(result);
            }
        return rows;
    }

    /** A city's leaders take what lies in their linked counties first (M7): their loads need not be even. */
    private int unevenness() throws SQLException {
        return Database.on(connection).sql("""
            select coalesce(max(most - least), 0) from (
                select max(n) as most, min(n) as least from (
                    select o.region, o.level, count(a.id) as n
                    from official o left join assignment a on a.official = o.id and a.until is null and not a.acting
                    where o.state = 'IN_POST' and o.level <> 'CITY' group by o.id, o.region, o.level) loads
                group by region, level) places
            """).query(Integer.class).single();
    }
}
