package io.liangze.region;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlaceTable {

    /** A place as it is stored. */
    record Row(String code, String name, Level level, @Nullable String parent, String initials, List<String> members,
               @Nullable String mergedInto) {}

    private final JdbcClient jdbc;

    PlaceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells whether anything has changed, for a few microseconds. */
    String version() {
        return jdbc.sql("select count(*) || '/' || coalesce(max(changed_at), timestamptz 'epoch') from place").query(String.class).single();
    }

    List<Row> all() {
        return jdbc.sql("select code, name, level, parent, initials, members, merged_into from place order by code")
            .query(PlaceTable::row).list();
    }

    /** What an upsert did to a place. */
    record Done(String code, boolean created) {}

    /** @return the places that are new or changed */
    List<Done> upsert(Collection<RegionRow> rows, Instant at, LocalDate today) {
        return jdbc.sql("""
                insert into place (code, name, level, parent, initials, members, merged_into, ended_on, changed_at)
                select code, name, level, parent, initials, string_to_array(members, ' '), merged_into,
                       case when merged_into is not null then cast(:today as date) end, :at
                from unnest(cast(:codes as text[]), cast(:names as text[]), cast(:levels as text[]), cast(:parents as text[]),
                            cast(:initials as text[]), cast(:members as text[]), cast(:successors as text[]))
                     as r (code, name, level, parent, initials, members, merged_into)
                on conflict (code) do update
                    set name = excluded.name, level = excluded.level, parent = excluded.parent, initials = excluded.initials,
                        members = excluded.members, merged_into = excluded.merged_into,
                        ended_on = case when excluded.merged_into is not null then coalesce(place.ended_on, excluded.ended_on) end,
                        changed_at = excluded.changed_at
                    where (place.name, place.level, place.parent, place.members, place.merged_into)
                        is distinct from (excluded.name, excluded.level, excluded.parent, excluded.members, excluded.merged_into)
                returning code, (xmax = 0) as created
                """)
            .param("codes", column(rows, RegionRow::code)).param("names", column(rows, RegionRow::name))
            .param("levels", column(rows, r -> r.level().name())).param("parents", column(rows, RegionRow::parent))
            .param("initials", column(rows, r -> Pinyin.initials(r.name())))
            .param("members", column(rows, r -> String.join(" ", r.members())))
            .param("successors", column(rows, RegionRow::mergedInto))
            .param("today", today).param("at", at.atOffset(ZoneOffset.UTC))
            .query(Done.class).list();
    }

    private static @Nullable String[] column(Collection<RegionRow> rows, Function<RegionRow, @Nullable String> of) {
        return rows.stream().map(of).toArray(String[]::new);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("code"), row.getString("name"), Level.valueOf(row.getString("level")), row.getString("parent"),
            row.getString("initials"), strings(row.getArray("members")), row.getString("merged_into"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
