package io.liangze.subject;

import io.liangze.region.Regions;
import io.liangze.shared.Grade;
import io.liangze.shared.Named;
import io.liangze.shared.Scope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of the table of subjects as a {@link Subject}, its phone still sealed. */
@Component
class SubjectRow implements RowMapper<Subject> {

    /** Of {@code subject s left join responsible o}. */
    static final String COLUMNS = """
        s.id, s.region, s.name, s.credit_code, s.licence_no, s.licence_expires, s.kind, s.address, s.longitude, s.latitude,
        s.principal, s.phone, s.phone_index, s.scale, s.area_m2, s.seats, s.diners_per_meal, s.staff, s.revenue, s.chain_role,
        s.head_office, s.stores, s.food_category, s.sales_channel, s.operation, s.risk_level, s.status, s.season,
        s.grade, s.grade_rule, s.grade_version, s.grade_text, s.grade_base, s.grade_adjustments, s.grade_override, s.grade_next,
        s.flags, s.moved_from, s.closed_reason, s.closed_on, s.opened_by, s.created_at, s.updated_at, s.revision,
        o.official, o.official_name, o.official_post""";

    static final String FROM = """
        subject s left join responsible o on o.county_code = s.county_code and o.subject = s.id""";

    private static final TypeReference<List<GradeResult.Adjustment>> ADJUSTMENTS = new TypeReference<>() {};

    private final Regions regions;
    private final JsonMapper json;

    SubjectRow(Regions regions, JsonMapper json) {
        this.regions = regions;
        this.json = json;
    }

    @Override
    public Subject mapRow(ResultSet row, int number) throws SQLException {
        var particulars = particulars(row);
        return new Subject(row.getObject("id", UUID.class), regions.place(Scope.system(), particulars.region()), particulars, null,
            constant(Grade.class, row.getString("grade")), reason(row),
            json(row.getString("grade_next"), GradeReason.Next.class), flags(row.getArray("flags")), official(row),
            row.getObject("moved_from", UUID.class), row.getString("closed_reason"), row.getObject("closed_on", LocalDate.class),
            row.getString("opened_by"), at(row, "created_at"), at(row, "updated_at"), row.getInt("revision"));
    }

    private static Particulars particulars(ResultSet row) throws SQLException {
        var licence = row.getString("licence_no");
        var area = row.getBigDecimal("area_m2");
        var revenue = row.getBigDecimal("revenue");
        return new Particulars(row.getString("name"), creditCode(row.getString("credit_code")),
            licence == null ? null : LicenceNo.of(licence), row.getObject("licence_expires", LocalDate.class),
            Kind.valueOf(row.getString("kind")), row.getString("region"), row.getString("address"),
            row.getObject("longitude", Double.class), row.getObject("latitude", Double.class), row.getString("principal"),
            phone(row), constant(Scale.class, row.getString("scale")), area == null ? null : SubjectField.plain(area),
            row.getObject("seats", Integer.class), row.getObject("diners_per_meal", Integer.class),
            row.getObject("staff", Integer.class), revenue == null ? null : SubjectField.plain(revenue),
            ChainRole.valueOf(row.getString("chain_role")), creditCode(row.getString("head_office")),
            row.getObject("stores", Integer.class), category(row.getString("food_category")),
            constant(SalesChannel.class, row.getString("sales_channel")), constant(Operation.class, row.getString("operation")),
            constant(RiskLevel.class, row.getString("risk_level")), SubjectStatus.valueOf(row.getString("status")),
            season(row.getString("season")));
    }

    private @Nullable GradeReason reason(ResultSet row) throws SQLException {
        var rule = row.getString("grade_rule");
        if (rule == null) return null;
        var adjustments = row.getString("grade_adjustments");
        return new GradeReason(rule, row.getString("grade_version"), row.getString("grade_text"),
            Grade.valueOf(row.getString("grade_base")), adjustments.equals("[]") ? List.of() : json.readValue(adjustments, ADJUSTMENTS),
            json(row.getString("grade_override"), GradeReason.Override.class));
    }

    private <T> @Nullable T json(@Nullable String text, Class<T> type) {
        return text == null ? null : json.readValue(text, type);
    }

    private static List<SubjectFlag> flags(Array flags) throws SQLException {
        return Arrays.stream((String[]) flags.getArray()).map(SubjectFlag::valueOf).toList();
    }

    private static @Nullable Named official(ResultSet row) throws SQLException {
        var official = row.getObject("official", UUID.class);
        return official == null ? null : new Named(official, row.getString("official_name"), row.getString("official_post"));
    }

    private static @Nullable SealedPhone phone(ResultSet row) throws SQLException {
        var seal = row.getBytes("phone");
        return seal == null ? null : new SealedPhone(seal, row.getBytes("phone_index"));
    }

    private static @Nullable CreditCode creditCode(@Nullable String code) {
        return code == null ? null : CreditCode.of(code);
    }

    private static @Nullable FoodCategory category(@Nullable String code) {
        return code == null ? null : FoodCategory.of(code);
    }

    private static @Nullable Season season(@Nullable String months) {
        return months == null ? null : Season.of(months);
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
    }

    /** As the database and the counts keep months: {@code 03-10}. */
    static @Nullable String months(@Nullable Season season) {
        return season == null ? null : "%02d-%02d".formatted(season.from().getValue(), season.to().getValue());
    }
}
