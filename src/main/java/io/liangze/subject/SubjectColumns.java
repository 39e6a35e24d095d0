package io.liangze.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A subject as a row: its columns, and their values in the same order. */
@Component
class SubjectColumns {

    private static final List<String> FIXED = List.of("county_code", "id", "opened_by", "origin", "created_at", "moved_from");

    private static final List<String> CHANGING = List.of("region", "name", "credit_code", "licence_no", "licence_expires", "kind",
        "family", "address", "longitude", "latitude", "principal", "phone", "phone_index", "scale", "area_m2", "seats",
        "diners_per_meal", "staff", "revenue", "chain_role", "head_office", "stores", "food_category", "sales_channel", "operation",
        "risk_level", "status", "season", "grade", "grade_rule", "grade_version", "grade_text", "grade_base", "grade_adjustments",
        "grade_override", "grade_next", "flags", "closed_reason", "closed_on", "updated_at", "revision");

    static final String ALL = String.join(", ", FIXED) + ", " + String.join(", ", CHANGING);

    /** What changes, on its way. */
    static final String INCOMING = ALL + ", was, named, pairs";

    /** Writes what is incoming over the revision that it was read from. */
    static final String UPDATE = """
        update subject s set %s from subject_incoming i
        where s.county_code = i.county_code and s.id = i.id and s.revision = i.was
        returning s.id""".formatted(CHANGING.stream().map(c -> c + " = i." + c).collect(Collectors.joining(", ")));

    private final JsonMapper json;

    SubjectColumns(JsonMapper json) {
        this.json = json;
    }

    /** In the order of {@link #ALL}. */
    @Nullable Object[] values(Subject s, @Nullable UUID origin) {
        return listed(s, origin).toArray();
    }

    /** In the order of {@link #INCOMING}: over which revision, and what it is found by where that is another one now. */
    @Nullable Object[] values(Subject before, Subject after) {
        var values = listed(after, null);
        values.add(before.revision());
        boolean named = !before.name().equals(after.name()) || !before.particulars().region().equals(after.particulars().region());
        values.add(named);
        values.add(named ? NamePairs.of(after.name()) : null);
        return values.toArray();
    }

    private List<@Nullable Object> listed(Subject s, @Nullable UUID origin) {
        var p = s.particulars();
        var values = new ArrayList<@Nullable Object>(64);
        values.add(p.county());
        values.add(s.id());
        values.add(s.openedBy());
        values.add(origin);
        values.add(s.createdAt());
        values.add(s.movedFrom());
        values.add(p.region());
        values.add(p.name());
        values.add(p.creditCode());
        values.add(p.licenceNo());
        values.add(p.licenceExpires());
        values.add(p.kind());
        values.add(s.family());
        values.add(p.address());
        values.add(p.longitude());
        values.add(p.latitude());
        values.add(p.principal());
        values.add(p.phone() == null ? null : p.phone().seal());
        values.add(p.phone() == null ? null : p.phone().index());
        values.add(p.scale());
        values.add(p.areaM2());
        values.add(p.seats());
        values.add(p.dinersPerMeal());
        values.add(p.staff());
        values.add(p.revenue());
        values.add(p.chainRole());
        values.add(p.headOffice());
        values.add(p.stores());
        values.add(p.foodCategory());
        values.add(p.salesChannel());
        values.add(p.operation());
        values.add(p.riskLevel());
        values.add(p.status());
        values.add(SubjectRow.months(p.seasonMonths()));
        addGrade(values, s);
        values.add(s.flags());
        values.add(s.closedReason());
        values.add(s.closedOn());
        values.add(s.updatedAt());
        values.add(s.revision());
        return values;
    }

    private void addGrade(List<@Nullable Object> values, Subject s) {
        var reason = s.gradeReason();
        values.add(s.grade());
        values.add(reason == null ? null : reason.rule());
        values.add(reason == null ? null : reason.version());
        values.add(reason == null ? null : reason.text());
        values.add(reason == null ? null : reason.base());
        values.add(reason == null || reason.adjustments().isEmpty() ? "[]" : text(reason.adjustments()));
        values.add(reason == null || reason.override() == null ? null : text(reason.override()));
        values.add(s.gradeNext() == null ? null : text(s.gradeNext()));
    }

    String text(Object value) {
        return json.writeValueAsString(value);
    }
}
