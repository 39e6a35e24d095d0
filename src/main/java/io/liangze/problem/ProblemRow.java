package io.liangze.problem;

import io.liangze.region.Regions;
import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** A problem as its row. */
@Component
class ProblemRow implements RowMapper<Problem> {

    static final String COLUMNS = """
        p.id, p.region, p.subject, p.subject_name, p.kind, p.family, p.grade, p.source, p.item, p.severity, p.text, p.state,
        p.opened_on, p.opened_at, p.opened_by, p.due, p.owner, p.official, p.official_name, p.visit, p.repeat_of, p.returns,
        p.extended, p.escalated, p.rectified_by, p.rectified_as, p.referred_to, p.signed_for_at, p.result, p.result_number,
        p.closed_at, p.closed_on, p.twin""";

    private final Regions regions;

    ProblemRow(Regions regions) {
        this.regions = regions;
    }

    @Override
    public Problem mapRow(ResultSet row, int number) throws SQLException {
        var region = row.getString("region");
        return new Problem(row.getObject("id", UUID.class),
            new Problem.Subject(row.getObject("subject", UUID.class), row.getString("subject_name"), row.getString("kind"),
                Family.valueOf(row.getString("family")), grade(row.getString("grade")),
                regions.place(Scope.system(), region)),
            ProblemSource.valueOf(row.getString("source")), row.getString("item"), Severity.valueOf(row.getString("severity")),
            row.getString("text"), row.getObject("opened_on", LocalDate.class), instant(row, "opened_at"),
            row.getObject("opened_by", UUID.class), row.getString("owner"),
            Problem.named(row.getObject("official", UUID.class), row.getString("official_name")),
            row.getObject("visit", UUID.class), row.getObject("repeat_of", UUID.class), progress(row));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        var as = row.getString("rectified_as");
        var result = row.getString("result");
        return new Progress(ProblemState.valueOf(row.getString("state")), row.getObject("due", LocalDate.class),
            row.getInt("returns"), row.getBoolean("extended"), row.getBoolean("escalated"),
            row.getObject("rectified_by", UUID.class), as == null ? null : Role.valueOf(as),
            row.getString("referred_to"), instant(row, "signed_for_at"),
            result == null ? null : EnforcementResult.valueOf(result), row.getString("result_number"),
            instant(row, "closed_at"), row.getObject("closed_on", LocalDate.class), row.getObject("twin", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Grade grade(String text) {
        return text.equals("-") ? null : Grade.valueOf(text);
    }
}
