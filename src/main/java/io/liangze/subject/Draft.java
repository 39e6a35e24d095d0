package io.liangze.subject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fields as somebody states them, each read and checked by itself. A field that is not named stays as it is. */
final class Draft {

    private final Map<SubjectField, @Nullable Object> values = new EnumMap<>(SubjectField.class);
    private @Nullable List<String> keys;

    void state(SubjectField field, @Nullable Object value) {
        values.put(field, value);
    }

    boolean names(SubjectField field) {
        return values.containsKey(field);
    }

    @Nullable Object value(SubjectField field) {
        return values.get(field);
    }

    /** Where it shall lie; null if nothing is said of that. */
    @Nullable String region() {
        return (String) values.get(SubjectField.REGION);
    }

    @Nullable CreditCode creditCode() {
        return (CreditCode) values.get(SubjectField.CREDIT_CODE);
    }

    /** The numbers by which a known subject is found: at most one for the licence, then one for the code or the name. */
    List<String> keys() {
        if (keys == null) {
            var name = (String) values.get(SubjectField.NAME);
            var region = region();
            keys = name == null || region == null ? List.of()
                : SubjectKeys.of(creditCode(), (LicenceNo) values.get(SubjectField.LICENCE_NO), name, region);
        }
        return keys;
    }

    /** What was before, with what is stated now. */
    Particulars over(@Nullable Particulars before) {
        var licence = this.<LicenceNo>now(SubjectField.LICENCE_NO, before);
        var status = Optional.ofNullable(this.<SubjectStatus>now(SubjectField.STATUS, before)).orElse(SubjectStatus.ACTIVE);
        var category = this.<FoodCategory>now(SubjectField.FOOD_CATEGORY, before);
        if (category == null && licence != null) category = licence.category().orElse(null);
        return new Particulars(must(SubjectField.NAME, before), now(SubjectField.CREDIT_CODE, before), licence,
            this.<LocalDate>now(SubjectField.LICENCE_EXPIRES, before), must(SubjectField.KIND, before),
            must(SubjectField.REGION, before), now(SubjectField.ADDRESS, before), now(SubjectField.LONGITUDE, before),
            now(SubjectField.LATITUDE, before), now(SubjectField.PRINCIPAL, before), now(SubjectField.PHONE, before),
            now(SubjectField.SCALE, before), this.<BigDecimal>now(SubjectField.AREA, before), now(SubjectField.SEATS, before),
            now(SubjectField.DINERS, before), now(SubjectField.STAFF, before), now(SubjectField.REVENUE, before),
            Optional.ofNullable(this.<ChainRole>now(SubjectField.CHAIN_ROLE, before)).orElse(ChainRole.NONE),
            now(SubjectField.HEAD_OFFICE, before), now(SubjectField.STORES, before), category,
            now(SubjectField.SALES_CHANNEL, before), now(SubjectField.OPERATION, before), now(SubjectField.RISK_LEVEL, before),
            status, status == SubjectStatus.SEASONAL ? now(SubjectField.SEASON, before) : null);
    }

    @SuppressWarnings("unchecked")
    private <T> @Nullable T now(SubjectField field, @Nullable Particulars before) {
        if (names(field)) return (T) values.get(field);
        return before == null ? null : (T) field.of(before);
    }

    private <T> T must(SubjectField field, @Nullable Particulars before) {
        T value = now(field, before);
        if (value == null) throw new IllegalStateException(field + " was not checked");
        return value;
    }
}
