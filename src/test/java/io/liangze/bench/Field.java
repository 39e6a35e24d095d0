package io.liangze.bench;

import io.liangze.shared.Sm3;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Officials in the field: each signed in with an account of his own, with one photo that he has sent, in front of the
 * tasks that he owes. Accounts, tokens and the rows of the photo are written straight into the tables: signing in
 * 40,000 times is not what we measure.
 */
final class Field {

    private static final int FINDS_SOMETHING = 10;
    private static final int DRAWN = 10;

    /** A task of grade D that is open. */
    record Due(UUID id, UUID official, String kind, String checklist, UUID photo) {}

    private record Official(UUID id, String region) {}

    private final Web web;
    private final Map<String, JsonNode> checklists = new ConcurrentHashMap<>();
    final ConcurrentLinkedQueue<Due> due;

    private Field(Web web, List<Due> due) throws Exception {
        this.web = web;
        this.due = new ConcurrentLinkedQueue<>(due);
        for (var task : due) checklist(task);
    }

    /** @param office an account that sees the tasks @param most tasks */
    static Field open(Web office, Connection connection, int most) throws Exception {
        var jdbc = Database.on(connection);
        var photo = UUID.fromString(office.send("/api/v1/evidence", "front.png", Pictures.png(320, 240)).path("id").asString());
        signIn(jdbc);
        jdbc.sql("""
            insert into evidence (county_code, id, sender, sm3, bytes, type, width, height, created_at)
            select left(r.region, 6), gen_random_uuid(), r.account, e.sm3, e.bytes, e.type, e.width, e.height, e.created_at
            from evidence e, account_role r join account a on a.id = r.account
            where e.id = :photo and r.role = 'OFFICIAL' and a.name = 'bench'
            on conflict do nothing
            """).param("photo", photo).update();
        jdbc.sql("analyze account, account_role, token, evidence").update();
        var due = jdbc.sql("""
            select t.id, t.official, t.kind, t.checklist, e.id as photo
            from task t
            join account a on a.id = md5('bench' || cast(t.official as text))::uuid
            cross join lateral (select e.id from evidence e where e.county_code = t.county_code and e.sender = a.id limit 1) e
            where t.state = 'OPEN' and t.checklist_grade = 'D' and 'ONSITE' = any (t.modes) and t.due >= current_date
              and t.period_last >= current_date and t.period_last < current_date + 92
            order by md5(cast(t.id as text)) limit :most
            """).param("most", most).query(Due.class).list();
        return new Field(office, due);
    }

    private JsonNode checklist(Due task) throws Exception {
        var known = checklists.get(task.kind);
        if (known != null) return known;
        var read = web.get("/api/v1/tasks/" + task.id).path("checklist");
        checklists.put(task.kind, read);
        return read;
    }

    private static void signIn(JdbcClient jdbc) {
        jdbc.sql("""
            insert into account (id, login, login_index, name, made_at)
            select md5('bench' || cast(o.id as text))::uuid, uuid_send(o.id), uuid_send(o.id), 'bench', now()
            from official o
            where o.state = 'IN_POST' and o.level = 'VILLAGE' and not exists (select from account_role r where r.official = o.id)
            """).update();
        jdbc.sql("""
            insert into account_role (id, account, role, region, official, made_at)
            select gen_random_uuid(), md5('bench' || cast(o.id as text))::uuid, 'OFFICIAL', o.region, o.id, now()
            from official o join account a on a.id = md5('bench' || cast(o.id as text))::uuid
            where not exists (select from account_role r where r.account = a.id)
            """).update();
        var officials = jdbc.sql("""
            select o.id, o.region from official o join account a on a.id = md5('bench' || cast(o.id as text))::uuid
            """).query(Official.class).list();
        jdbc.sql("""
            insert into token (digest, account, kind, made_at, used_at, expires_at)
            select d.digest, md5('bench' || cast(d.official as text))::uuid, 'PROGRAM', now(), now(), now() + interval '7 days'
            from unnest(cast(:digests as bytea[]), cast(:officials as uuid[])) as d (digest, official)
            on conflict (digest) do update set expires_at = excluded.expires_at
            """)
            .param("digests", officials.stream().map(o -> Sm3.digest(token(o.id))).toArray(byte[][]::new))
            .param("officials", officials.stream().map(Official::id).toArray(UUID[]::new)).update();
    }

    private static String token(UUID official) {
        return "bench-" + official;
    }

    /** The id that the phone gives to the visit of a task: the same however often it is sent. */
    static UUID visitOf(Due task) {
        return UUID.nameUUIDFromBytes(("visit of " + task.id).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the visit of a task as the field app does. @return the receipt */
    JsonNode visit(Due task) throws Exception {
        return web.as(token(task.official)).post("/api/v1/tasks/" + task.id + "/visit", Web.JSON.writeValueAsBytes(report(task)));
    }

    /** All is fine, but for one item of one visit in ten; photos where they are asked for, and as the signature. */
    private Map<String, Object> report(Due task) throws Exception {
        var now = OffsetDateTime.now(ZoneId.of("Asia/Shanghai")).withNano(0);
        var digest = ByteBuffer.wrap(Sm3.digest(task.id.toString()));
        boolean drawn = Integer.toUnsignedLong(digest.getInt()) % DRAWN == 0;
        boolean finds = Integer.toUnsignedLong(digest.getInt()) % FINDS_SOMETHING == 0;
        var answers = new ArrayList<Map<String, Object>>();
        for (var item : checklist(task).path("items")) {
            boolean wrong = finds && answers.size() == 3;
            boolean photo = wrong || item.path("photo").asString().equals("ALWAYS") || drawn && !item.path("photo").asString().equals("NEVER");
            answers.add(Map.of("item", item.path("id").asString(), "result", wrong ? "PROBLEM" : "OK", "text", wrong ? "台账缺一天" : "",
                "evidence", photo ? List.of(task.photo) : List.of(), "seconds", 4));
        }
        return Map.of("id", visitOf(task), "mode", "ONSITE", "startedAt", now.minusMinutes(11), "endedAt", now, "sentAt", now,
            "start", Map.of("latitude", 28.54, "longitude", 115.94, "accuracyM", 20), "checklistVersion", task.checklist,
            "answers", answers, "companion", Map.of("name", "王水生", "post", "店主", "signature", task.photo), "device", "bench");
    }

    int answers() {
        return checklists.values().stream().mapToInt(list -> list.path("items").size()).max().orElse(0);
    }
}
