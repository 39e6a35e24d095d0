package io.liangze.sample;

import io.liangze.sample.Made.Relation;
import io.liangze.shared.Copy;
import io.liangze.shared.Period;
import io.liangze.shared.PhoneNumber;
import io.liangze.shared.Vault;
import io.liangze.subject.CreditCode;
import io.liangze.subject.LicenceNo;
import io.liangze.subject.NamePairs;
import io.liangze.subject.SubjectKeys;
import io.liangze.subject.SubjectStatus;
import io.liangze.supervision.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what was made up straight into the tables of the modules, by COPY, with the values that they would have written
 * themselves. See docs/adr/0020-the-sample-writes-the-past.md.
 */
@Component
class Writing {

    /** Those that grow large: the planner should know how they are. */
    static final List<String> TABLES = List.of("place", "subject", "subject_key", "subject_name", "official", "official_key", "assignment", "task",
        "visit", "problem", "problem_event");

    private static final String BY = "演示数据";
    private static final String SUBJECTS = """
        subject (county_code, id, opened_by, created_at, region, name, credit_code, licence_no, licence_expires, kind, family, address,
          longitude, latitude, principal, phone, phone_index, scale, area_m2, seats, diners_per_meal, staff, revenue, chain_role, head_office,
          stores, food_category, sales_channel, operation, risk_level, status, season, grade, grade_rule, grade_version, grade_text, grade_base,
          grade_adjustments, flags, closed_reason, closed_on, updated_at)""";
    private static final String OFFICIALS = """
        official (county_code, id, region, level, name, organisation, post, field, lead, linked_county, id_number, id_index, phone,
          phone_index, phone_mask, since, party_member, state, created_at, updated_at)""";
    private static final String RELATIONS = """
        assignment (county_code, id, region, subject, grade, family, season, official, official_county, official_name, official_post,
          acting, pinned, rule, why, since, until, ended_why)""";
    private static final String TASKS = """
        task (county_code, id, region, subject, subject_name, kind, family, grade, period, period_last, quarter, due, sort, modes, state,
          official, official_name, checklist, checklist_grade, visit, done_on, late, problems, mode, cancelled_why, created_at)""";
    private static final String VISITS = """
        visit (county_code, id, task, region, subject, subject_name, kind, family, grade, official, official_name, mode, started_at, ended_at,
          ended_on, phone_started_at, phone_ended_at, received_at, start_latitude, start_longitude, start_accuracy_m, end_latitude,
          end_longitude, end_accuracy_m, checklist, answers, companion, advice, evidence, conclusion, problems)""";
    private static final String PROBLEMS = """
        problem (county_code, id, region, subject, subject_name, kind, family, grade, source, item, severity, text, state, opened_on, opened_at,
          opened_by, due, owner, official, official_name, visit, repeat_of, returns, extended, escalated, rectified_by, rectified_as,
          referred_to, signed_for_at, result, result_number, closed_at, closed_on)""";
    private static final String EVENTS =
        "problem_event (county_code, id, problem, at, account, actor, role, act, state, text, evidence, details)";

    private final Copy copy;
    private final Vault vault;
    private final JsonMapper json;

    Writing(Copy copy, Vault vault, JsonMapper json) {
        this.copy = copy;
        this.vault = vault;
        this.json = json;
    }

    /** A number of a person as it is kept: sealed, and its index. */
    private record Secret(byte[] seal, byte[] index) {

        /** As the register of officials keeps it: I for ID numbers, M for mobile ones. */
        byte[] key(char kind) {
            var key = new byte[index.length + 1];
            key[0] = (byte) kind;
            System.arraycopy(index, 0, key, 1, index.length);
            return key;
        }
    }

    private Secret secret(String number) {
        return new Secret(vault.seal(number), vault.index(number));
    }

    void officials(List<Cadre> cadres, Instant now) {
        var ids = cadres.stream().map(c -> secret(c.idNumber())).toList();
        var mobiles = cadres.stream().map(c -> secret(c.mobile())).toList();
        copy.into(OFFICIALS, rows -> {
            for (int i = 0; i < cadres.size(); i++) {
                var c = cadres.get(i);
                rows.add(c.county(), c.id(), c.region(), c.level(), c.name(), c.organisation(), c.post(), c.field(), c.lead(), c.linkedCounty(),
                    ids.get(i).seal, ids.get(i).index, mobiles.get(i).seal, mobiles.get(i).index, PhoneNumber.of(c.mobile()).masked(), c.since(),
                    c.partyMember(), "IN_POST", c.since().atStartOfDay(Making.OFFICE_TIME).toInstant(), now);
            }
        });
        copy.into("official_key (key, county_code, official)", rows -> {
            for (int i = 0; i < cadres.size(); i++) {
                rows.add(ids.get(i).key('I'), cadres.get(i).county(), cadres.get(i).id());
                rows.add(mobiles.get(i).key('M'), cadres.get(i).county(), cadres.get(i).id());
            }
        });
    }

    void subjects(Made made, Instant now) {
        var county = made.county().digits();
        copy.into(SUBJECTS, rows -> made.businesses().forEach(b -> rows.add(subject(county, b, now))));
        copy.into("subject_key (key, county_code, subject)", rows -> made.businesses().forEach(b ->
            keys(b).forEach(key -> rows.add(key, county, b.id))));
        copy.into("subject_name (county_code, subject, region, name, pairs)", rows -> made.businesses().forEach(b ->
            rows.add(county, b.id, b.region(), b.name, NamePairs.of(b.name))));
        copy.into("subject_change (county_code, id, subject, at, actor, act, reason, before, after)", rows -> made.businesses().stream()
            .filter(b -> b.ended != null).forEach(b -> {
                var at = Objects.requireNonNull(b.ended).atTime(10, 0).atZone(Making.OFFICE_TIME).toInstant();
                rows.add(county, new UUID(at.toEpochMilli() << 16 | 0x7000, b.id.getLeastSignificantBits()), b.id, at, BY,
                    b.status == SubjectStatus.CLOSED ? "CLOSED" : "STATUS", b.endedWhy, "{\"status\":\"ACTIVE\"}", "{\"status\":\"" + b.status + "\"}");
            }));
    }

    private static List<String> keys(Business b) {
        return SubjectKeys.of(b.creditCode == null ? null : CreditCode.of(b.creditCode), b.licenceNo == null ? null : LicenceNo.of(b.licenceNo),
            b.name, b.region());
    }

    private @Nullable Object[] subject(String county, Business b, Instant now) {
        var graded = b.isActive() ? b.graded : null;
        return new @Nullable Object[] {county, b.id, BY, b.createdAt, b.region(), b.name, b.creditCode, b.licenceNo, b.licenceExpires, b.kind,
            b.kind.family(), b.address, b.at.longitude(), b.at.latitude(), b.principal, vault.seal(b.phone), vault.index(b.phone), b.scale,
            b.areaM2, b.seats, b.dinersPerMeal, b.staff, b.revenue, b.chainRole, b.headOffice, b.stores, b.foodCategory, b.salesChannel,
            b.operation, b.riskLevel, b.status, season(b), graded == null ? null : graded.grade(), graded == null ? null : graded.ruleId(),
            graded == null ? null : graded.version(), graded == null ? null : graded.text(), graded == null ? null : graded.base(),
            graded == null || graded.adjustments().isEmpty() ? "[]" : json.writeValueAsString(graded.adjustments()), b.flags(),
            b.status == SubjectStatus.CLOSED ? b.endedWhy : null, b.status == SubjectStatus.CLOSED ? b.ended : null, now};
    }

    /** As the database keeps months: 03-10. */
    private static @Nullable String season(Business b) {
        return b.season == null ? null : "%02d-%02d".formatted(b.season.from().getValue(), b.season.to().getValue());
    }

    void relations(Made made) {
        var county = made.county().digits();
        copy.into(RELATIONS, rows -> made.businesses().forEach(b -> {
            Relation r = made.relations().get(b.id);
            if (r == null) return;
            rows.add(county, new UUID(b.id.getMostSignificantBits(), b.id.getLeastSignificantBits() ^ 1), b.region(), b.id, b.grade(),
                b.kind.family(), b.season == null ? "" : season(b), r.official(), r.officialCounty(), r.officialName(), r.officialPost(),
                r.acting(), false, r.rule(), r.why(), r.since(), b.ended == null ? null : b.ended.isBefore(r.since()) ? r.since() : b.ended, b.ended == null ? null : "SUBJECT");
        }));
        copy.into("coverage_gap (county_code, subject, why, since)", rows -> made.businesses().stream()
            .filter(b -> b.isActive() && !made.relations().containsKey(b.id)).forEach(b -> rows.add(county, b.id, "NO_OFFICIAL", b.createdOn)));
    }

    void past(Made made, Rows past, String checklist, List<Period.Quarter> quarters) {
        var county = made.county().digits();
        copy.into("generation (county_code, quarter, made_at)", rows -> quarters.forEach(q ->
            rows.add(county, q, q.first().atTime(2, 0).atZone(Making.OFFICE_TIME).toInstant())));
        copy.into(TASKS, rows -> past.tasks.forEach(t -> {
            var b = t.business;
            var v = t.visit;
            rows.add(county, t.id, b.region(), b.id, b.name, b.kind, b.kind.family(), b.grade(), t.quarter, t.quarter.last(), t.quarter, t.due,
                t.sort, t.modes, t.state(), t.relation.official(), t.relation.officialName(), checklist, b.grade(), v == null ? null : v.id,
                v == null ? null : v.on, v != null && v.on.isAfter(t.due), v == null ? 0 : v.problems.size(), v == null ? null : v.mode,
                t.cancelledWhy, t.createdAt);
        }));
        copy.into(VISITS, rows -> past.visits.forEach(v -> rows.add(visit(county, v, checklist))));
        copy.into(PROBLEMS, rows -> past.problems.forEach(p -> rows.add(problem(county, p))));
        copy.into(EVENTS, rows -> past.problems.forEach(p -> p.events.forEach(e ->
            rows.add(county, e.id(), p.id, e.at(), e.account(), e.actor(), e.role(), e.act(), e.state(), e.text(), e.evidence(), e.details()))));
    }

    private static @Nullable Object[] visit(String county, Rows.Visit v, String checklist) {
        var b = v.task.business;
        boolean there = v.mode == Mode.ONSITE;
        var accuracy = there ? 8 + (int) (v.id.getLeastSignificantBits() & 31) : null;
        var problems = new StringBuilder("[");
        for (var p : v.problems)
            problems.append(problems.length() > 1 ? "," : "").append("{\"id\":\"").append(p.id).append("\",\"item\":\"").append(p.item).append("\"}");
        return new @Nullable Object[] {county, v.id, v.task.id, b.region(), b.id, b.name, b.kind, b.kind.family(), b.grade(),
            v.task.relation.official(), v.task.relation.officialName(), v.mode, v.startedAt, v.endedAt, v.on, v.startedAt, v.endedAt,
            v.endedAt.plusSeconds(20), there ? b.at.latitude() : null, there ? b.at.longitude() : null, accuracy,
            there ? b.at.latitude() : null, there ? b.at.longitude() : null, accuracy, checklist, v.answers, v.companion, v.advice, v.evidence,
            v.problems.isEmpty() ? "NO_PROBLEM" : "PROBLEMS", problems.append(']')};
    }

    private static @Nullable Object[] problem(String county, Rows.Problem p) {
        var b = p.business;
        return new @Nullable Object[] {county, p.id, b.region(), b.id, b.name, b.kind, b.kind.family(), b.isActive() ? b.grade() : "-", p.source,
            p.item, p.severity, p.text, p.state, p.openedOn, p.openedAt, p.openedBy, p.due, b.principal,
            p.relation == null ? null : p.relation.official(), p.relation == null ? null : p.relation.officialName(), p.visit, p.repeatOf,
            p.returns, p.extended, p.escalated, p.rectifiedBy, p.rectifiedAs, p.referredTo, p.signedForAt, p.result, p.resultNumber,
            p.closedAt, p.closedOn};
    }
}
