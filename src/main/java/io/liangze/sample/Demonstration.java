package io.liangze.sample;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.region.Level;
import io.liangze.region.RegionRow;
import io.liangze.region.ShippedPlaces;
import io.liangze.shared.Scope;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code ./liangze demo} does: loads the sample into an empty database before the product says that it is ready, and
 * prints address and accounts. A database that holds anything else is left alone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Demonstration implements ApplicationRunner {

    private static final long SEED = 20260101;
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final List<RegionRow> ZONES = List.of(
        new RegionRow("369701000000", "赣江新区", Level.ZONE, "360000000000",
            List.of("360111490000", "360112460000", "360112461000", "360425404000", "360482001000"), null),
        new RegionRow("361071000000", "抚州高新区", Level.ZONE, "361000000000",
            List.of("361002091000", "361002092000", "361002190000", "361002500000"), null));
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    /** What the log keeps of a sample. */
    record Begun(String size, LocalDate today) {}

    private final Optional<SampleSize> wanted;
    private final String password;
    private final Sample sample;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final PrintStream out = System.out;
    private List<DemoAccounts.Shown> accounts = List.of();

    Demonstration(@Value("${liangze.demo:}") String demo, @Value("${LIANGZE_DEMO_PASSWORD:}") String password, Sample sample, Audit audit,
                  JdbcClient jdbc, JsonMapper json, TransactionTemplate transaction, Clock clock) {
        wanted = SampleSize.of(demo);
        this.password = password.isEmpty() ? invented() : password;
        this.sample = sample;
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted.isEmpty()) return;
        var begun = begun();
        if (begun.isEmpty() && !isEmpty()) {
            out.println("Demonstration (演示): this database holds other data, which are left as they are.");
            return;
        }
        var places = Stream.concat(ShippedPlaces.jiangxi().stream(), ZONES.stream()).toList();
        var order = begun.map(b -> order(SampleSize.of(b.size()).orElseThrow(), b.today())).orElseGet(this::begin);
        accounts = isWhole() ? sample.renew(order, places, password) : load(order, places);
    }

    private List<DemoAccounts.Shown> load(SampleOrder order, List<RegionRow> places) {
        var started = clock.instant();
        var told = new Instant[] {started};
        out.printf("Loading the sample (演示数据): %,d places, about %,d businesses …%n", places.size(), order.size().subjects());
        var shown = sample.load(order, places, password, progress -> {
            boolean last = progress.counties() == progress.of();
            if (!last && Duration.between(told[0], clock.instant()).compareTo(EVERY) < 0) return;
            told[0] = clock.instant();
            out.printf("  %3d of %d counties: %,d officials, %,d businesses, %,d visits, %,d problems; %d s%n", progress.counties(), progress.of(),
                progress.officials(), progress.subjects(), progress.visits(), progress.problems(), Duration.between(started, told[0]).toSeconds());
        });
        transaction.executeWithoutResult(_ -> audit.record(Scope.system(), Change.made("sample.whole", "SAMPLE", null, null, Map.of("seconds",
            Duration.between(started, clock.instant()).toSeconds()))));
        out.printf("Loaded in %d s.%n", Duration.between(started, clock.instant()).toSeconds());
        return shown;
    }

    private SampleOrder begin() {
        var order = order(wanted.orElseThrow(), LocalDate.now(clock));
        transaction.executeWithoutResult(_ -> audit.record(Scope.system(),
            Change.made("sample.begun", "SAMPLE", null, null, new Begun(order.size().name(), order.today()))));
        return order;
    }

    private static SampleOrder order(SampleSize size, LocalDate today) {
        return new SampleOrder(size, Stage.DEMO, SEED, today, "");
    }

    /** The sample that this database began with. */
    private Optional<Begun> begun() {
        return jdbc.sql("select after from audit_entry where county_code = '000000' and act = 'sample.begun' order by id limit 1")
            .query(String.class).optional().map(after -> json.readValue(after, Begun.class));
    }

    private boolean isWhole() {
        return jdbc.sql("select exists (select from audit_entry where county_code = '000000' and act = 'sample.whole')").query(Boolean.class).single();
    }

    private boolean isEmpty() {
        return jdbc.sql("select not exists (select from place)").query(Boolean.class).single();
    }

    /** After the address, so that it stands last on the screen. Only printed, never logged. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print(ApplicationReadyEvent event) {
        if (accounts.isEmpty() || !(event.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) return;
        out.printf("%n  http://127.0.0.1:%d%n%n  password of all accounts (所有账号的密码): %s%n%n", web.getWebServer().getPort(), password);
        accounts.forEach(account -> out.printf("  %-10s %s%n", account.username(), account.what()));
        out.println();
        out.flush();
    }

    private static String invented() {
        var random = new SecureRandom();
        var word = new StringBuilder();
        for (int i = 0; i < 15; i++) word.append(i % 4 == 3 ? '-' : LETTERS.charAt(random.nextInt(LETTERS.length())));
        return word.toString();
    }
}
