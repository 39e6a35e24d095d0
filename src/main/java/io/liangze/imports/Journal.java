package io.liangze.imports;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A file of lines that grows with the import. What was written behind the last mark is cut off when the import goes on,
 * so that it holds every line once.
 */
final class Journal implements AutoCloseable {

    private final FileChannel channel;
    private final OutputStream out;

    private Journal(FileChannel channel) {
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /** @param length bytes that hold: the rest is cut off */
    static Journal open(Path file, long length) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(length);
        channel.position(length);
        return new Journal(channel);
    }

    /** @param line without a break */
    void add(byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    /** On disk, all of it. @return bytes */
    long flush() throws IOException {
        out.flush();
        channel.force(false);
        return channel.position();
    }

    /** Its lines, read as they are needed; the caller closes them. */
    static <T> Stream<T> lines(Path file, Function<String, T> reader) {
        if (!Files.exists(file)) return Stream.empty();
        try {
            BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            return lines.lines().map(reader).onClose(() -> close(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
