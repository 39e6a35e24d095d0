package io.liangze.official;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.region.Level;
import io.liangze.region.Region;
import io.liangze.region.Regions;
import io.liangze.shared.IdNumber;
import io.liangze.shared.PhoneNumber;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must hold of a person in a post, whichever way he comes in. */
@Component
class OfficialCheck {

    private static final Set<Level> LEVELS = EnumSet.of(Level.CITY, Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE);

    private final Regions regions;
    private final Clock clock;

    OfficialCheck(Regions regions, Clock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    /** Where flaws go: to the fields of a form, or to the columns of a table. */
    interface Told {
        void flaw(String field, String code, Object... args);
    }

    /** The checked row; null if there is any flaw, which then has been told. */
    @Nullable OfficialRow check(NewOfficial sent, Told told) {
        var counted = new Counted(told);
        text(sent.name(), "name", 50, counted);
        text(sent.organisation(), "organisation", 100, counted);
        text(sent.post(), "post", 100, counted);
        if (sent.field() != null && sent.field().length() > 100) counted.flaw("field", "value.too-long", 100);
        phone(sent.phone(), counted);
        idNumber(sent.idNumber(), counted);
        place(sent.region(), sent.level(), counted);
        linkedCounty(sent.linkedCounty(), sent.level(), counted);
        if (sent.from() != null && sent.from().isAfter(LocalDate.now(clock))) counted.flaw("from", "official.future");
        return counted.flaws > 0 ? null : row(sent);
    }

    /** Whether somebody of that level may have his post there. */
    void place(@Nullable String code, @Nullable Level level, Told told) {
        if (level == null) told.flaw("level", "value.missing");
        else if (!LEVELS.contains(level)) told.flaw("level", "official.level");
        if (isBlank(code)) {
            told.flaw("region", "value.missing");
            return;
        }
        var found = regions.lookup(Scope.system(), code).map(Region::level);
        if (found.isEmpty()) told.flaw("region", "official.region-unknown");
        else if (level != null && found.get() != level) told.flaw("region", "official.region-level");
    }

    private static void text(@Nullable String text, String field, int longest, Told told) {
        if (isBlank(text)) told.flaw(field, "value.missing");
        else if (text.codePointCount(0, text.length()) > longest) told.flaw(field, "value.too-long", longest);
    }

    private static void phone(@Nullable String phone, Told told) {
        if (isBlank(phone)) told.flaw("phone", "value.missing");
        else if (PhoneNumber.flaw(phone).isPresent() || !PhoneNumber.of(phone).isMobile()) told.flaw("phone", "official.mobile");
    }

    private void idNumber(@Nullable String number, Told told) {
        if (!isBlank(number)) IdNumber.flaw(number, LocalDate.now(clock)).ifPresent(code -> told.flaw("idNumber", code));
    }

    private void linkedCounty(@Nullable String code, @Nullable Level level, Told told) {
        if (isBlank(code)) return;
        if (level != null && level != Level.CITY) told.flaw("linkedCounty", "official.link-level");
        else if (regions.lookup(Scope.system(), code).filter(r -> r.level() == Level.COUNTY).isEmpty())
            told.flaw("linkedCounty", "official.link-unknown");
    }

    private static OfficialRow row(NewOfficial sent) {
        return new OfficialRow(Objects.requireNonNullElseGet(sent.id(), UuidCreator::getTimeOrderedEpoch),
            known(sent.name()).strip(), isBlank(sent.idNumber()) ? null : IdNumber.of(sent.idNumber()),
            PhoneNumber.of(known(sent.phone())), known(sent.organisation()).strip(), known(sent.post()).strip(),
            known(sent.level()), known(sent.region()), blankless(sent.field()), Boolean.TRUE.equals(sent.lead()),
            blankless(sent.linkedCounty()), sent.from(), sent.partyMember());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable String blankless(@Nullable String text) {
        return isBlank(text) ? null : known(text).strip();
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static final class Counted implements Told {
        private final Told told;
        private int flaws;

        Counted(Told told) {
            this.told = told;
        }

        @Override
        public void flaw(String field, String code, Object... args) {
            flaws++;
            told.flaw(field, code, args);
        }
    }
}
