package io.liangze.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product as people run it: {@code ./liangze} in a process of its own, its embedded database with fsync on. */
final class Product implements AutoCloseable {

    static final Path ROOT = root();
    static final String PASSWORD = "measured-at-2026-kph";

    private static final Duration LONGEST_LOAD = Duration.ofMinutes(30);
    private static final Pattern READY = Pattern.compile("Ready address=(\\S+) tookMs=(\\d+)");

    final Path home;
    final String address;
    /** From its own process's start until it serves, loading included. */
    final Duration took;
    private final Process process;

    private Product(Path home, Process process, Matcher ready) {
        this.home = home;
        this.process = process;
        this.address = ready.group(1);
        this.took = Duration.ofMillis(Long.parseLong(ready.group(2)));
    }

    /** Starts what is in {@code home}, or, where nothing is, an empty installation. */
    static Product start(Path home) throws IOException, InterruptedException {
        return start(home, List.of("start"), Map.of());
    }

    /**
     * @param command     of the launcher, without its options
     * @param environment besides home, port and passwords
     */
    static Product start(Path home, List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Files.createDirectories(home.getParent());
        var log = home.resolveSibling(home.getFileName() + ".log");
        var words = new ArrayList<>(List.of(ROOT.resolve("liangze").toString()));
        words.addAll(command);
        words.addAll(List.of("--home", home.toString(), "--port", "0"));
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LIANGZE_"));
        builder.environment().putAll(Map.of("LIANGZE_DEMO_PASSWORD", PASSWORD, "LIANGZE_ADMIN_PASSWORD", PASSWORD));
        builder.environment().putAll(environment);
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Product(home, process, awaited(process, log));
    }

    private static Matcher awaited(Process process, Path log) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + LONGEST_LOAD.toNanos(); System.nanoTime() < end; ) {
            var ready = READY.matcher(Files.readString(log));
            if (ready.find()) return ready;
            if (process.waitFor(10, TimeUnit.MILLISECONDS)) break;
        }
        process.destroy();
        throw new IllegalStateException("It does not start. It says:%n%s".formatted(Files.readString(log)));
    }

    Database database() {
        return Database.in(home);
    }

    /** Kibibytes that the program holds in memory, without the database. */
    long resident() throws IOException, InterruptedException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
        return Long.parseLong(new String(ps.getInputStream().readAllBytes()).strip());
    }

    /** As a power cut would, for the program; the database server goes on until the next start ends it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path root() {
        try {
            return Path.of(Product.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
