package io.liangze.subject;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What grading looks at and does not stand in a subject's own particulars.
 *
 * @param stores  of a chain, by the credit code of its head office
 * @param schools by county
 * @param history of subjects to which something has happened
 */
record Around(Map<String, Integer> stores, Map<String, List<Point>> schools, Map<UUID, GradingFacts.History> history) {

    static final Around NOTHING = new Around(Map.of(), Map.of(), Map.of());

    /** Kinds that campuses draw: their distance to a school gate matters (GA6). */
    static final Set<Kind> NEAR_CAMPUS = EnumSet.of(Kind.C5, Kind.C6, Kind.C8, Kind.C9, Kind.S8);

    private static final Set<Kind> CAMPUSES = EnumSet.of(Kind.N1, Kind.N2, Kind.N3);

    private static final double METRES_A_DEGREE = 111_320;

    record Point(double longitude, double latitude) {
        /** Near enough to the truth within a few kilometres. */
        double metresTo(Point other) {
            double north = (other.latitude - latitude) * METRES_A_DEGREE;
            double east = (other.longitude - longitude) * METRES_A_DEGREE * Math.cos(Math.toRadians(latitude));
            return Math.sqrt(north * north + east * east);
        }
    }

    static boolean isHeadOffice(Particulars p) {
        return p.chainRole() == ChainRole.HQ || p.kind() == Kind.S4 || p.kind() == Kind.C3;
    }

    /** Where the gate is of one that draws others now. */
    static Optional<Point> campus(Particulars p) {
        var longitude = p.longitude();
        var latitude = p.latitude();
        boolean operates = p.status() == SubjectStatus.ACTIVE || p.status() == SubjectStatus.SEASONAL;
        return operates && CAMPUSES.contains(p.kind()) && longitude != null && latitude != null
            ? Optional.of(new Point(longitude, latitude)) : Optional.empty();
    }

    @Nullable Integer storesOf(Particulars p) {
        return isHeadOffice(p) && p.creditCode() != null ? stores.get(p.creditCode().value()) : null;
    }

    @Nullable Double schoolGateM(Particulars p) {
        var longitude = p.longitude();
        var latitude = p.latitude();
        if (longitude == null || latitude == null || !NEAR_CAMPUS.contains(p.kind())) return null;
        var nearest = nearest(p.county(), new Point(longitude, latitude));
        return nearest.isPresent() ? nearest.getAsDouble() : null;
    }

    /** Metres to the nearest school of the county. */
    OptionalDouble nearest(String county, Point at) {
        return schools.getOrDefault(county, List.of()).stream().mapToDouble(school -> school.metresTo(at)).min();
    }

    GradingFacts.History historyOf(@Nullable Subject subject) {
        return subject == null ? GradingFacts.History.NONE : history.getOrDefault(subject.id(), GradingFacts.History.NONE);
    }
}
