package io.liangze.sheet;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as offices write them. */
public final class SheetDates {

    private static final Pattern WRITTEN = Pattern.compile(
        "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日|(\\d{2})(\\d{2}))"
            + "(?:[T ]00:00(?::00(?:\\.0+)?)?)?");

    private SheetDates() {}

    /** {@code 2029-06-30}, {@code 2029/6/30}, {@code 2029年6月30日}, {@code 20290630}; empty if it is no such day. */
    public static Optional<LocalDate> read(String text) {
        var found = WRITTEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        if (!found.matches()) return Optional.empty();
        for (int group = 2; group < 10; group += 2)
            if (found.group(group) != null) return day(found.group(1), found.group(group), found.group(group + 1));
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
