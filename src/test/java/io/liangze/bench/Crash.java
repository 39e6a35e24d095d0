package io.liangze.bench;

import static io.liangze.bench.Figures.print;

import io.liangze.shared.Period;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Application and database killed in turn under a load of visits: what was acknowledged is there once, whatever is sent again. */
final class Crash {

    private static final int CLIENTS = 16;
    private static final int TASKS = 3_000;
    private static final Duration LOAD = Duration.ofSeconds(4);
    private static final String PROVINCE = "360000000000";

    private final Random random;
    /** All that was ever sent, and of these what was answered, with the answer. */
    private final Queue<Field.Due> sent = new ConcurrentLinkedQueue<>();
    private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
    private Product product;
    private int answeredOtherwise;

    private Crash(Size size, long seed) throws Exception {
        this.random = new Random(seed);
        this.product = Copies.of(size, "crash-" + size.folder());
    }

    public static void main(String[] arguments) throws Exception {
        var size = Size.of(arguments);
        long seed = arguments.length > 0 && arguments[0].matches("\\d+") ? Long.parseLong(arguments[0]) : System.nanoTime() % 1_000_000;
        var crash = new Crash(size, seed);
        int rounds = size.of(100, 3);
        try {
            for (int round = 0; round < rounds; round++) crash.round(round % 2 == 0);
            print("killed under load: application and database in turn", rounds + " times", "seed " + seed);
            crash.prove();
        } finally {
            crash.product.close();
        }
        print("log after it", verified(crash.product) ? "whole" : "NOT WHOLE", "goal whole");
        Copies.remove(crash.product);
    }

    private void round(boolean application) throws Exception {
        try (var connection = product.database().connect()) {
            var field = Field.open(Web.signIn(product, "province"), connection, TASKS);
            var killer = Thread.startVirtualThread(() -> kill(application, 500 + random.nextInt(2_500)));
            Crowd.run(CLIENTS, LOAD, field.due, task -> {
                sent.add(task);
                acknowledged.put(task.id(), field.visit(task).toString());
            });
            killer.join();
        } catch (SQLException | IllegalStateException gone) {
            if (application) throw gone;
        }
        if (application) product = Product.start(product.home);
        else awaitDatabase();
        sendAgain();
    }

    private void kill(boolean application, int millis) {
        try {
            Thread.sleep(millis);
            if (application) product.kill();
            else Database.kill(product.home);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitDatabase() throws InterruptedException {
        for (int second = 0; second < 60; second++)
            try {
                new Web(product.address, "").text("/health/ready");
                return;
            } catch (IllegalStateException | IOException notYet) {
                Thread.sleep(1_000);
            }
        throw new IllegalStateException("the database has not come back within a minute");
    }

    /** As phones do that had no answer, and some that had one. */
    private void sendAgain() throws Exception {
        try (var connection = product.database().connect()) {
            var field = Field.open(Web.signIn(product, "province"), connection, 1);
            for (var task : sent) {
                var answer = field.visit(task).toString();
                var before = acknowledged.put(task.id(), answer);
                if (before != null && !before.equals(answer)) answeredOtherwise++;
            }
            sent.clear();
        }
    }

    private void prove() throws Exception {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        try (var connection = product.database().connect()) {
            var tasks = acknowledged.keySet().toArray(UUID[]::new);
            var jdbc = Database.on(connection);
            long visits = jdbc.sql("select count(*) from visit v where v.task = any (:tasks)").param("tasks", tasks).query(Long.class).single();
            long once = jdbc.sql("select count(distinct v.task) from visit v where v.task = any (:tasks)").param("tasks", tasks).query(Long.class).single();
            print("visits acknowledged, and in the table", "%,d".formatted(tasks.length), "%,d".formatted(visits), "goal equal");
            print("tasks visited twice, or not at all", "%d, %d".formatted(visits - once, tasks.length - once), "goal 0, 0");
            print("answered otherwise the second time", Integer.toString(answeredOtherwise), "goal 0");
            var counted = new Facts(connection, (Period.Quarter) Period.of(Period.Every.QUARTER, today), today).of(PROVINCE);
            var shown = Web.signIn(product, "province").get("/api/v1/board?region=" + PROVINCE);
            print("board and facts", Facts.differs(counted, shown) ? "DIFFER" : "equal", "goal equal");
        }
    }

    private static boolean verified(Product product) throws IOException, InterruptedException {
        return new ProcessBuilder(Product.ROOT.resolve("liangze").toString(), "verify", "--home", product.home.toString())
            .inheritIO().start().waitFor() == 0;
    }
}
