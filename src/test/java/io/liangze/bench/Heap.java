package io.liangze.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** What the program really needs of its heap: what is left after each collection, by the log of the collector. */
record Heap(Path log) {

    private static final Pattern LEFT = Pattern.compile("->(\\d+)M\\((\\d+)M\\)");

    static Heap of(Path home) {
        return new Heap(home.resolveSibling(home.getFileName() + ".gc"));
    }

    /** Variables under which the product starts with so many megabytes and writes the log. */
    Map<String, String> limitedTo(int megabytes) {
        return Map.of("LIANGZE_HEAP", megabytes + "m", "LIANGZE_JAVA_OPTIONS", "-Xlog:gc:file=" + log);
    }

    /** Megabytes, the most since the start. */
    int peak() throws IOException {
        return LEFT.matcher(Files.readString(log)).results().mapToInt(found -> Integer.parseInt(found.group(1))).max().orElse(0);
    }
}
