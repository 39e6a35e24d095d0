package io.liangze.official;

import io.liangze.region.Level;
import io.liangze.shared.IdNumber;
import io.liangze.shared.PhoneNumber;
import io.liangze.shared.Scope;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Officials for tests, each with numbers that nobody else has. */
@Component
public class GivenOfficials {

    private static final AtomicInteger NEXT = new AtomicInteger(10_000);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Officials officials;

    GivenOfficials(Officials officials) {
        this.officials = officials;
    }

    /** Somebody in a post since the beginning of 2026. */
    public OfficialRow at(Level level, String region, String name) {
        return new OfficialRow(UUID.randomUUID(), name, IdNumber.of(idNumber()), PhoneNumber.of(mobile()), "食安办", "负责人", level,
            region, null, false, null, LocalDate.of(2026, 1, 1), null);
    }

    /** Stored; his id. */
    public UUID inPost(Level level, String region, String name) {
        var row = at(level, region, name);
        officials.load(Scope.system(), Stream.of(row));
        return row.id();
    }

    public static String mobile() {
        return "139%08d".formatted(20_000_000 + NEXT.incrementAndGet());
    }

    public static String idNumber() {
        int n = NEXT.incrementAndGet();
        var first = "360121%d%02d%02d%03d".formatted(1960 + n / 1000 % 35, 1 + n % 12, 1 + n / 12 % 28, n % 1000);
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += (first.charAt(i) - '0') * WEIGHTS[i];
        return first + "10X98765432".charAt(sum % 11);
    }
}
