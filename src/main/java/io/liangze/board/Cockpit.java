package io.liangze.board;

import io.liangze.region.Level;
import io.liangze.region.Region;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.shared.Place;
import io.liangze.shared.Screen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of the board show of a place.
 *
 * @param way      the places above that the reader may look at, the place itself last
 * @param rows     the places below; where there are none, nothing
 * @param hasMap   whether there are boundaries to draw
 * @param redList  who is late with what
 */
public record Cockpit(BoardView view, BoardQuestion question, Period period, Metric metric, Region place, List<Place> way, Row whole,
               List<Row> rows, Map<Grade, Row> grades, Bands bands, boolean hasMap, List<RedEntry> redList, LocalDate today) {

    /** A place, or a grade of it, with its figures and the lists behind them. */
    public record Row(String region, String name, boolean zone, Figures figures, Map<String, String> links) {

        /** As a ranking names it: without 市, which all have. */
        public String shortName() {
            return name.length() > 2 && name.endsWith("市") && region.endsWith("00000000") ? name.substring(0, name.length() - 1) : name;
        }
    }

    private static final int QUARTERS = 8;
    private static final int MONTHS = 12;

    public Figures figures() {
        return whole.figures();
    }

    /** By the chosen rate, best first; those without one last. */
    public List<Row> ranking() {
        return rows.stream().sorted((a, b) -> {
            BigDecimal one = metric.rate(a.figures());
            BigDecimal other = metric.rate(b.figures());
            if (one == null || other == null) return Boolean.compare(one == null, other == null);
            return other.compareTo(one);
        }).toList();
    }

    public List<Row> zones() {
        return rows.stream().filter(Row::zone).toList();
    }

    public boolean isRunning() {
        return !today.isBefore(period.first()) && !today.isAfter(period.last());
    }

    public long day() {
        return ChronoUnit.DAYS.between(period.first(), today) + 1;
    }

    public long days() {
        return ChronoUnit.DAYS.between(period.first(), period.last()) + 1;
    }

    /** 各市、各县区 …: what lies below, for the words of a heading. */
    public String below() {
        if (rows.isEmpty()) return "VILLAGE";
        return place.level() == Level.ZONE ? "ZONE" : place.level().name();
    }

    /** Of the map's file. */
    public String mapFile() {
        return "/web/map/" + place.code().substring(0, 6) + ".json";
    }

    /** A page of the board over the same question. */
    public String at(String path) {
        return at(path, place.code(), metric);
    }

    public String at(String path, Metric other) {
        return at(path, place.code(), other);
    }

    public String at(String path, String region) {
        return at(path, region, metric);
    }

    private String at(String path, String region, Metric other) {
        var address = new StringBuilder(path).append("?region=").append(region).append("&period=").append(period);
        if (question.grade() != null) address.append("&grade=").append(question.grade());
        if (question.family() != null) address.append("&family=").append(question.family());
        if (other != Metric.SUPERVISION) address.append("&metric=").append(other);
        return address.toString();
    }

    /** What it all says, in a few characters: a page that shows the same needs no new figures. */
    public String digest() {
        return Integer.toHexString(Objects.hash(figures(), grades, rows, redList, today));
    }

    /** Periods to choose from: the running ones and those before. */
    public Map<String, String> periods(Screen screen) {
        var periods = new LinkedHashMap<String, String>();
        Stream.of(last(Period.Every.QUARTER, QUARTERS), last(Period.Every.MONTH, MONTHS), last(Period.Every.HALF, 4),
                last(Period.Every.YEAR, 3), Stream.of(period))
            .flatMap(some -> some).forEach(some -> periods.put(some.toString(), screen.format().period(some)));
        return periods;
    }

    private Stream<Period> last(Period.Every every, int number) {
        return Stream.iterate(Period.of(every, today), Period::previous).limit(number);
    }

    public static @Nullable String red(RedEntry entry, String region) {
        var late = "?region=" + region + "&official=" + entry.official();
        return entry.isProblems() ? "/problems" + late + "&overdue=true"
            : "/tasks" + late + "&period=" + entry.period() + "&status=OVERDUE&status=MISSED";
    }
}
