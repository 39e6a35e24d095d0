package io.liangze.sample;

import io.liangze.subject.Kind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Gives out the numbers and licences of a county: each once. */
final class Papers {

    private final String county;
    private final int year;
    private final int from;
    private final Map<String, Integer> serials = new HashMap<>();

    /** @param county six digits @param from where serials begin: two givers of one county do not meet */
    Papers(String county, LocalDate today, int from) {
        this.county = county;
        this.year = today.getYear();
        this.from = from;
    }

    /** Licences of five years, registrations of three; few have run out. */
    void issue(Business b, LocalDate today, Chance chance) {
        if (b.kind != Kind.C9) b.creditCode = Numbers.creditCode(authority(b, chance), county, from * 100 + next("credit") - from);
        b.licenceNo = licence(b, chance);
        if (b.licenceNo == null) return;
        int days = b.licenceNo.startsWith("赣") ? 3 * 365 : 5 * 365;
        b.licenceExpires = chance.happens(0.006) ? today.minusDays(chance.between(1, 60)) : today.plusDays(chance.between(1, days));
    }

    private static String authority(Business b, Chance chance) {
        return switch (b.kind.family()) {
            case PRODUCER -> "91";
            case WORKSHOP -> "92";
            case CANTEEN -> switch (b.kind) {
                case N1, N3, N5 -> "12";
                case N2, N4 -> chance.happens(0.4) ? "12" : "52";
                default -> "91";
            };
            case SALES, CATERING -> Titles.isPersonal(b.kind) || chance.happens(0.6) && b.staff != null && b.staff < 10 ? "92" : "91";
        };
    }

    private @org.jspecify.annotations.Nullable String licence(Business b, Chance chance) {
        var form = chance.of(b.kind.licences());
        if (form.startsWith("SC")) {
            var category = form.length() == 5 ? form.substring(2)
                : form.charAt(2) == '2' ? "201" : "1" + Objects.requireNonNull(b.foodCategory).code();
            return Numbers.production(category, county, next(form + category));
        }
        if (form.equals("JY")) form = "JY1";
        if (form.equals("YB")) form = "YB" + (b.kind == Kind.S6 ? 1 : 2);
        if (!form.equals("*")) return Numbers.operation(form, county, next(form));
        return switch (b.kind) {
            case W1 -> registration("赣食作登字");
            case S8 -> registration("赣小食登字");
            case C8 -> registration("赣小餐登字");
            case C9 -> registration("赣摊备字");
            case S7, S10, S11 -> registration("赣食备字");
            case S9 -> registration("赣网食备字");
            default -> null;
        };
    }

    private String registration(String word) {
        return "%s〔%d〕%s%06d号".formatted(word, year - 1, county, next(word));
    }

    private int next(String series) {
        return from + serials.merge(series, 1, Integer::sum);
    }
}
