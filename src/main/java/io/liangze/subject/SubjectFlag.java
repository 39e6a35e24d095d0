package io.liangze.subject;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the office should know of a subject besides its particulars. */
public enum SubjectFlag {
    /** A figure is missing that could lead to another grade (资料不全). */
    INCOMPLETE_DATA,
    /** Near a school gate (校园周边): looked at more often in term, by campaigns. */
    CAMPUS_AREA,
    /** The licence is of a form or category that its kind does not have (许可证与业态不符). */
    LICENCE_OF_OTHER_KIND,
    /** The licence was issued for another county (许可证属地不符). */
    LICENCE_OF_OTHER_PLACE,
    /** The organisation code inside the credit code has a wrong check character, as old codes may. */
    ORGANISATION_CODE,
    /** Only the township is known (未落到村). */
    NO_VILLAGE,
    /** The licence has run out (许可证过期). By the day, not kept. */
    LICENCE_EXPIRED,
    /** The licence runs out within {@link #SOON_DAYS} days (临期许可). By the day, not kept. */
    LICENCE_EXPIRING,
    /** A grade by hand waits for approval (待批改级). Not kept. */
    OVERRIDE_WAITING,
    /** In operation and without a grade (未分级). Not kept. */
    UNGRADED;

    static final int SOON_DAYS = 90;

    /** Those that follow from other columns and the day. */
    static final Set<SubjectFlag> COMPUTED = EnumSet.of(LICENCE_EXPIRED, LICENCE_EXPIRING, OVERRIDE_WAITING, UNGRADED);

    /** What the day says of a licence. */
    static List<SubjectFlag> ofLicence(@Nullable LocalDate expires, LocalDate today) {
        if (expires == null || expires.isAfter(today.plusDays(SOON_DAYS))) return List.of();
        return List.of(expires.isBefore(today) ? LICENCE_EXPIRED : LICENCE_EXPIRING);
    }
}
