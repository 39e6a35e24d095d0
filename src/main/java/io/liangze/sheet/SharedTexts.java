package io.liangze.sheet;

import io.liangze.shared.Refusal;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The texts that cells of a workbook refer to by number. Millions of them would fill the heap, so they are written
 * to two passing files (the texts, and where each begins) and looked at from there.
 */
final class SharedTexts implements AutoCloseable {

    private static final ValueLayout.OfLong BEGIN = ValueLayout.JAVA_LONG.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int RECENT = 1 << 14;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment texts;
    private final MemorySegment begins;
    private final long count;
    private final String[] recent = new String[RECENT];
    private final int[] recentNumber = new int[RECENT];

    private SharedTexts(Path textFile, Path beginFile, long count) throws IOException {
        this.count = count;
        texts = mapped(textFile);
        begins = mapped(beginFile);
        Arrays.fill(recentNumber, -1);
    }

    /** Reads the part {@code sharedStrings}. */
    static SharedTexts read(InputStream part) {
        try {
            var textFile = Files.createTempFile("liangze-texts", null);
            var beginFile = Files.createTempFile("liangze-begins", null);
            try {
                return new SharedTexts(textFile, beginFile, spool(part, textFile, beginFile));
            } finally {
                Files.delete(textFile);
                Files.delete(beginFile);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long spool(InputStream part, Path textFile, Path beginFile) throws IOException {
        long count = 0;
        long begin = 0;
        try (var xml = new Xml(part);
             var texts = new BufferedOutputStream(Files.newOutputStream(textFile), 1 << 16);
             var begins = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beginFile), 1 << 16))) {
            for (var name = xml.nextStart(); name != null; name = xml.nextStart()) {
                if (!name.equals("si")) continue;
                if (++count > Limits.SHARED_TEXTS) throw Refusal.invalid("file", "sheet.swells");
                var text = xml.text().getBytes(StandardCharsets.UTF_8);
                texts.write(text);
                begins.writeLong(begin);
                begin += text.length;
            }
            begins.writeLong(begin);
        }
        return count;
    }

    /** @throws Refusal if the workbook has no such text */
    String at(String number) {
        int n = Cells.number(number);
        if (n < 0 || n >= count) throw Xml.broken();
        int slot = n & RECENT - 1;
        if (recentNumber[slot] != n) {
            recent[slot] = decode(n);
            recentNumber[slot] = n;
        }
        return recent[slot];
    }

    private String decode(int n) {
        long begin = begins.getAtIndex(BEGIN, n);
        var bytes = new byte[(int) (begins.getAtIndex(BEGIN, n + 1L) - begin)];
        MemorySegment.copy(texts, ValueLayout.JAVA_BYTE, begin, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private MemorySegment mapped(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
