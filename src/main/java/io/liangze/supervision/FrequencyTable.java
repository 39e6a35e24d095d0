package io.liangze.supervision;

import io.liangze.region.Level;
import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.subject.Kind;
import io.liangze.subject.RiskLevel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One version of the plan of supervision. */
final class FrequencyTable {

    record File(@Nullable List<Row> grades, @Nullable Never remoteNever, @Nullable List<Kind> noRegularTask, @Nullable First first) {}

    /**
     * @param place digits that codes begin with, a province or city or county with a frequency of its own; everywhere if null
     */
    record Row(@Nullable Grade grade, @Nullable String place, Period.@Nullable Every every, @Nullable Level level,
               @Nullable List<Mode> modes, @Nullable Remote remote) {
        String named() {
            return "grades, " + grade + (place == null ? "" : " at " + place) + ": ";
        }
    }

    /** @param onlyIf a flag that the subject must have */
    record Remote(@Nullable String onlyIf, @Nullable Integer atMostAYear) {}

    record Never(@Nullable List<Kind> kind, @Nullable List<Family> family, @Nullable List<RiskLevel> riskLevel) {
        boolean holds(Kind of, @Nullable RiskLevel level) {
            return kind != null && kind.contains(of) || family != null && family.contains(of.family())
                || riskLevel != null && level != null && riskLevel.contains(level);
        }
    }

    record First(int days, List<Mode> modes) {}

    private final List<Row> longestPlaceFirst;
    private final Never remoteNever;
    private final Set<Kind> noRegularTask;
    private final Frequency.FirstVisit first;

    /** @throws IllegalArgumentException naming the entry that is wrong */
    FrequencyTable(String version, File file) {
        if (file.grades == null) throw new IllegalArgumentException("grades: is missing");
        if (file.remoteNever == null) throw new IllegalArgumentException("remoteNever: is missing");
        if (file.noRegularTask == null) throw new IllegalArgumentException("noRegularTask: is missing");
        if (file.first == null || file.first.modes == null || file.first.modes.isEmpty() || file.first.days < 1)
            throw new IllegalArgumentException("first: needs days from 1 and modes");
        file.grades.forEach(FrequencyTable::check);
        var seen = new HashSet<String>();
        for (var row : file.grades)
            if (!seen.add(row.named())) throw new IllegalArgumentException(row.named() + "stands twice");
        var everywhere = file.grades.stream().filter(row -> row.place == null).map(Row::grade).collect(Collectors.toSet());
        if (everywhere.size() < Grade.values().length)
            throw new IllegalArgumentException("grades: one row without place is needed for each of " + Arrays.toString(Grade.values()));
        longestPlaceFirst = file.grades.stream().sorted((a, b) -> digits(b) - digits(a)).toList();
        remoteNever = file.remoteNever;
        noRegularTask = file.noRegularTask.isEmpty() ? Set.of() : EnumSet.copyOf(file.noRegularTask);
        first = new Frequency.FirstVisit(file.first.days, List.copyOf(file.first.modes));
    }

    Optional<Plan> plan(Grade grade, String place, Kind kind, @Nullable RiskLevel risk, Set<String> flags) {
        if (noRegularTask.contains(kind)) return Optional.empty();
        var row = longestPlaceFirst.stream()
            .filter(each -> each.grade == grade && (each.place == null || place.startsWith(each.place))).findFirst().orElseThrow();
        boolean remote = row.modes.contains(Mode.REMOTE) && !remoteNever.holds(kind, risk)
            && (row.remote == null || row.remote.onlyIf == null || flags.contains(row.remote.onlyIf));
        var modes = row.modes.stream().filter(mode -> mode != Mode.REMOTE || remote).toList();
        return Optional.of(new Plan(row.every, modes, row.level, remote && row.remote != null ? row.remote.atMostAYear : null));
    }

    Frequency.FirstVisit first() {
        return first;
    }

    private static void check(Row row) {
        if (row.grade == null || row.every == null || row.level == null || row.modes == null)
            throw new IllegalArgumentException(row.named() + "needs grade, every, level and modes");
        if (!EnumSet.of(Period.Every.MONTH, Period.Every.QUARTER, Period.Every.HALF, Period.Every.YEAR).contains(row.every))
            throw new IllegalArgumentException(row.named() + "every is MONTH, QUARTER, HALF or YEAR");
        if (!row.modes.contains(Mode.ONSITE)) throw new IllegalArgumentException(row.named() + "modes lack ONSITE");
        if (row.place != null && !row.place.matches("\\d{2}(\\d{2}(\\d{2}(\\d{3}(\\d{3})?)?)?)?"))
            throw new IllegalArgumentException(row.named() + "place is the 2, 4, 6, 9 or 12 digits that codes begin with");
    }

    private static int digits(Row row) {
        return row.place == null ? 0 : row.place.length();
    }
}
