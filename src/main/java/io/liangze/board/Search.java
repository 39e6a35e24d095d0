package io.liangze.board;

import io.liangze.official.OfficialFilter;
import io.liangze.official.Officials;
import io.liangze.region.Regions;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.subject.SubjectFilter;
import io.liangze.subject.Subjects;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks everywhere for a few words: each kind of thing as its own list would, and no farther than the account sees. */
@Component
class Search {

    private static final int ROWS = 8;
    private static final int LONGEST = 100;
    private static final int SHORTEST_NUMBER = 8;

    private final Subjects subjects;
    private final Officials officials;
    private final Regions regions;
    private final NumberTable numbers;

    Search(Subjects subjects, Officials officials, Regions regions, NumberTable numbers) {
        this.subjects = subjects;
        this.officials = officials;
        this.regions = regions;
        this.numbers = numbers;
    }

    Found find(Scope scope, String q) {
        if (q.isEmpty() || q.length() > LONGEST) return Found.NOTHING;
        boolean reads = scope.hasAny(Role.READERS);
        return new Found(
            reads ? subjects.rows(scope, bySubject(q), null, ROWS).items() : List.of(),
            scope.hasAny(Officials.READERS) ? officials.page(scope, byOfficial(q), null, ROWS).items() : List.of(),
            regions.search(scope, q, ROWS),
            reads && isNumber(q) ? records(scope, q) : List.of());
    }

    /** A whole id or its beginning. */
    private static boolean isNumber(String q) {
        return q.length() >= SHORTEST_NUMBER && q.length() <= 36 && q.matches("[0-9a-fA-F-]+") && q.replace("-", "").length() <= 32;
    }

    private List<Found.Entry> records(Scope scope, String q) {
        var reader = scope.as(Role.READERS);
        var counties = regions.counties(reader).stream().map(code -> code.substring(0, 6)).toList();
        return numbers.beginning(reader, counties, q.replace("-", "").toLowerCase(java.util.Locale.ROOT), ROWS).stream()
            .map(row -> new Found.Entry(row.kind(), row.id(), row.subjectName(), regions.name(scope, row.region()))).toList();
    }

    private static SubjectFilter bySubject(String q) {
        return new SubjectFilter(null, null, null, null, null, null, null, q, null);
    }

    private static OfficialFilter byOfficial(String q) {
        return new OfficialFilter(null, List.of(), List.of(), q, null);
    }
}
