package io.liangze.board;

import io.liangze.region.Regions;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.tally.Tally;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the figures of places, exact at each moment, and says which list stands behind each. */
@Service
public class Board {

    private final Regions regions;
    private final Tally tally;
    private final RedListTable redList;
    private final Clock clock;

    Board(Regions regions, Tally tally, RedListTable redList, Clock clock) {
        this.regions = regions;
        this.tally = tally;
        this.redList = redList;
        this.clock = clock;
    }

    /**
     * The figures of a place and of those directly below it.
     *
     * @throws Refusal {@code region.absent} 404; {@code input.invalid} 422 for a period shorter than a month
     */
    @Transactional(readOnly = true)
    public BoardView view(Scope scope, BoardQuestion question) {
        return view(scope, question, Links.API);
    }

    /** The same with links to pages. */
    @Transactional(readOnly = true)
    public BoardView page(Scope scope, BoardQuestion question) {
        return view(scope, question, "");
    }

    private BoardView view(Scope scope, BoardQuestion question, String base) {
        var reader = scope.as(Role.FIGURE_READERS);
        var region = regions.whole(reader, question.region());
        var today = LocalDate.now(clock);
        var period = period(question.period(), today);
        var children = regions.children(scope, region.code());
        var places = new LinkedHashMap<String, List<String>>();
        Stream.concat(Stream.of(region), children.stream()).forEach(p -> places.put(p.code(), regions.counted(scope, p.code())));
        var running = !today.isAfter(period.last());
        var adding = new Adding(tally.read(reader, places, period, question.family(), today), running ? today : period.last());
        var byGrade = new EnumMap<Grade, Figures>(Grade.class);
        for (var grade : Grade.values()) byGrade.put(grade, adding.figures(region.code(), grade));
        return new BoardView(region.code(), region.name(), period.toString(), OffsetDateTime.now(clock),
            adding.figures(region.code(), question.grade()), byGrade,
            new Links(base, region.code(), period, question.grade(), question.family(), running).all(),
            children.stream().map(child -> new PlaceFigures(child.code(), child.name(), child.level().name(),
                adding.figures(child.code(), question.grade()))).toList());
    }

    /** The place over the last quarters, the running one included. @param periods 1 to 16 */
    @Transactional(readOnly = true)
    public Trend trend(Scope scope, @Nullable String code, int periods) {
        var reader = scope.as(Role.FIGURE_READERS);
        if (periods < 1 || periods > 16) throw Refusal.invalid("periods", "value.unfit");
        var region = regions.whole(reader, code);
        var today = LocalDate.now(clock);
        var counted = Map.of(region.code(), regions.counted(scope, region.code()));
        var quarters = Stream.iterate(Period.of(Period.Every.QUARTER, today), Period::previous).limit(periods).toList().reversed();
        var counts = tally.read(reader, counted, quarters, null, today);
        var items = quarters.stream().map(quarter -> {
            var stockDay = today.isAfter(quarter.last()) ? quarter.last() : today;
            return new Trend.Point(quarter.toString(), new Adding(counts.get(quarter), stockDay).figures(region.code(), null));
        }).toList();
        return new Trend(region.code(), items);
    }

    /** Whose overdue problems and tasks are the most, of the places below, with names: at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<RedEntry> redList(Scope scope, @Nullable String code, int limit) {
        var reader = scope.as(Role.FIGURE_READERS);
        var region = regions.whole(reader, code);
        return redList.worst(regions.within(reader, region.code()), LocalDate.now(clock), limit).stream()
            .map(row -> new RedEntry(regions.place(scope, row.county() + "000000"), row.official(), row.officialName(), row.what(),
                row.period(), row.number(), row.longest())).toList();
    }

    private static Period period(@Nullable Period asked, LocalDate today) {
        if (asked == null) return Period.of(Period.Every.QUARTER, today);
        if (asked.every().compareTo(Period.Every.MONTH) < 0) throw Refusal.invalid("period", "board.period");
        return asked;
    }
}
