package io.liangze.board;

import io.liangze.region.Level;
import io.liangze.region.Region;
import io.liangze.region.Regions;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.shared.Place;
import io.liangze.shared.Range;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what the pages of the board show. */
@Component
class Cockpits {

    private static final int RED_ROWS = 10;

    private final Board board;
    private final Regions regions;
    private final Maps maps;
    private final Clock clock;

    Cockpits(Board board, Regions regions, Maps maps, Clock clock) {
        this.board = board;
        this.regions = regions;
        this.maps = maps;
        this.clock = clock;
    }

    Cockpit of(Scope scope, BoardQuestion question, Metric metric) {
        var view = board.page(scope, question);
        var place = regions.find(scope, view.region());
        var period = Period.of(view.period());
        var today = LocalDate.now(clock);
        var rows = view.children().stream().map(child -> new Cockpit.Row(child.region(), child.name(),
            child.level().equals(Level.ZONE.name()), child.figures(), links(child.region(), period, question, today).more())).toList();
        return new Cockpit(view, question, period, metric, place, way(scope, place),
            new Cockpit.Row(view.region(), view.name(), false, view.figures(), links(view.region(), period, question, today).more()), rows, grades(view, period, question, today),
            Bands.over(rows.stream().map(row -> metric.rate(row.figures())).toList()), maps.has(place.code()),
            board.redList(scope, place.code(), RED_ROWS), today);
    }

    private static Map<Grade, Cockpit.Row> grades(BoardView view, Period period, BoardQuestion question, LocalDate today) {
        var grades = new EnumMap<Grade, Cockpit.Row>(Grade.class);
        view.byGrade().forEach((grade, figures) -> grades.put(grade, new Cockpit.Row(view.region(), grade.name(), false, figures,
            links(view.region(), period, new BoardQuestion(null, period, grade, question.family()), today).more())));
        return grades;
    }

    private static Links links(String region, Period period, BoardQuestion question, LocalDate today) {
        return new Links("", region, period, question.grade(), question.family(), !today.isAfter(period.last()));
    }

    /** Upwards no farther than the reader may look. */
    private static List<Place> way(Scope scope, Region place) {
        var reader = scope.as(Role.FIGURE_READERS);
        return place.path().stream().filter(above -> above.code().equals(place.code()) || reader.grants().stream()
            .anyMatch(grant -> grant.ranges().stream().anyMatch(range -> range.holds(Range.of(above.code()))))).toList();
    }
}
