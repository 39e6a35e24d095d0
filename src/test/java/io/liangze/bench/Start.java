package io.liangze.bench;

import static io.liangze.bench.Figures.print;
import static io.liangze.bench.Figures.s;

import java.time.Duration;

/** P8: the second start until it serves, and what the program holds in memory at rest. */
final class Start {

    private static final int STARTS = 3;

    private Start() {}

    public static void main(String[] arguments) throws Exception {
        var size = Size.of(arguments);
        Province.start(size).close();
        print("loading (demo%s), until it serves".formatted(size.isQuick() ? "" : " --province"), Province.loaded(size) + " s",
            "measured when it was loaded", size.isQuick() ? "goal ≤ 60 s" : "goal ≤ 300 s");

        var best = second(size);
        for (int i = 1; i < STARTS; i++) {
            var another = second(size);
            if (another.compareTo(best) < 0) best = another;
        }
        print("start, second time, shell and database included", s(best), "best of " + STARTS, "goal ≤ 4 s");
        try (var product = Province.start(size)) {
            print("of these in the JVM", s(product.took));
            memory(product, size);
        }
    }

    private static Duration second(Size size) throws Exception {
        var began = System.nanoTime();
        try (var _ = Province.start(size)) {
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    /** After some use, then left alone: G1 gives back what it does not need once a minute. */
    private static void memory(Product product, Size size) throws Exception {
        var web = Web.signIn(product, "province");
        for (int i = 0; i < 200; i++) {
            web.text("/api/v1/board");
            web.text("/api/v1/tasks");
        }
        print("resident after 400 requests", "%d MB".formatted(product.resident() / 1_024));
        Thread.sleep(Duration.ofSeconds(size.of(150, 15)));
        print("resident at rest, without the database", "%d MB".formatted(product.resident() / 1_024), "goal ≤ 400 MB");
    }
}
