package io.liangze.official;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Copy;
import io.liangze.shared.Scope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What has become of each official. */
@Repository
class OfficialHistory {

    /** @param before null for somebody new */
    record Entry(OfficialAct act, @Nullable String reason, @Nullable Stored before, Stored after) {

        private static final Set<String> NO_MATTER_TO_MATCHING = Set.of("idNumber", "phone", "organisation", "field", "from", "partyMember");

        /** The act follows from what differs. */
        static Entry of(@Nullable Stored before, Stored after) {
            return new Entry(act(before, after), null, before, after);
        }

        private static OfficialAct act(@Nullable Stored before, Stored after) {
            if (before == null || before.state() == OfficialState.LEFT) return OfficialAct.TOOK_POST;
            return before.region().equals(after.region()) && before.level() == after.level() ? OfficialAct.CHANGED : OfficialAct.TRANSFERRED;
        }

        /** Whether his account is another: new, elsewhere, or under another name or number. */
        boolean changesAccount() {
            return before == null || before.state() == OfficialState.LEFT || !before.region().equals(after.region())
                || !before.phoneIndex().equals(after.phoneIndex()) || !before.name().equals(after.name());
        }

        /** Whether others must look again who answers for what; a name and a post stand in what they keep. */
        boolean changesMatching() {
            return before == null || !Trait.between(before, after).stream().map(Trait::name).allMatch(NO_MATTER_TO_MATCHING::contains);
        }
    }

    private final JdbcClient jdbc;
    private final Copy copy;
    private final JsonMapper json;

    OfficialHistory(JdbcClient jdbc, Copy copy, JsonMapper json) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.json = json;
    }

    void add(Scope scope, Collection<Entry> entries, Instant now) {
        if (entries.isEmpty()) return;
        copy.into("official_change (county_code, id, official, at, actor, act, reason, before, after)", out -> {
            for (var entry : entries) {
                var before = entry.before();
                var after = entry.after();
                var traits = before == null ? null : Trait.between(before, after);
                out.add(after.county(), UuidCreator.getTimeOrderedEpoch(), after.id(), now, scope.name(), entry.act(), entry.reason(),
                    traits == null || before == null ? null : text(Trait.values(traits, before)),
                    text(traits == null ? Trait.values(after) : Trait.values(traits, after)));
            }
        });
    }

    /** Newest first, at most 500; also what stands under counties where he was before. */
    List<OfficialChange> of(UUID official) {
        return jdbc.sql("""
                select c.id, c.at, c.actor, c.act, c.reason, c.before, c.after from official_change c
                where c.official = :official order by c.id desc limit 500
                """)
            .param("official", official)
            .query((row, _) -> new OfficialChange(row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor"),
                OfficialAct.valueOf(row.getString("act")), row.getString("reason"), tree(row.getString("before")),
                tree(row.getString("after"))))
            .list();
    }

    private String text(Map<String, @Nullable Object> values) {
        return json.writeValueAsString(values);
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }
}
