package io.liangze.sheet;

import io.liangze.shared.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the characters of a csv are written: a mark decides; else UTF-8 if every byte fits; else GB18030 if every byte
 * fits and the header then has a known column. The whole file is proved before its first row is read.
 *
 * @param separator the likeliest of comma, tab and semicolon (Excel's "Unicode text" is UTF-16 with tabs)
 */
record Encoding(Charset charset, int mark, char separator) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final int PIECE = 1 << 16;

    static Encoding of(Path file, Collection<String> columns) throws IOException {
        var marked = marked(file);
        if (marked != null) return marked.proved(file).orElseThrow(Encoding::unknown);
        var unicode = new Encoding(StandardCharsets.UTF_8, 0, ',').proved(file);
        if (unicode.isPresent()) return unicode.get();
        return new Encoding(GB18030, 0, ',').proved(file)
            .filter(chinese -> chinese.hasKnown(file, columns)).orElseThrow(Encoding::unknown);
    }

    /** Decodes from behind the mark. */
    Reader reader(Path file) throws IOException {
        var channel = FileChannel.open(file);
        channel.position(mark);
        return new InputStreamReader(Channels.newInputStream(channel), strict());
    }

    private static Refusal unknown() {
        return Refusal.invalid("file", "sheet.encoding");
    }

    private static @Nullable Encoding marked(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(3);
        }
        int two = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | start[1] & 0xFF;
        if (two == 0xFFFE) return new Encoding(StandardCharsets.UTF_16LE, 2, ',');
        if (two == 0xFEFF) return new Encoding(StandardCharsets.UTF_16BE, 2, ',');
        if (two == 0xEFBB && start.length == 3 && start[2] == (byte) 0xBF) return new Encoding(StandardCharsets.UTF_8, 3, ',');
        return null;
    }

    private CharsetDecoder strict() {
        return charset.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** With the separator of its header, if every byte fits; @throws Refusal if a character is NUL. */
    private Optional<Encoding> proved(Path file) throws IOException {
        var decoder = strict();
        var bytes = ByteBuffer.allocate(PIECE);
        var chars = CharBuffer.allocate(PIECE);
        try (var channel = FileChannel.open(file)) {
            channel.position(mark);
            boolean ended = false;
            while (!ended) {
                ended = channel.read(bytes) < 0;
                bytes.flip();
                var result = decoder.decode(bytes, chars, ended);
                if (result.isError()) return Optional.empty();
                refuseNul(chars);
                chars.clear();
                bytes.compact();
            }
        }
        return Optional.of(new Encoding(charset, mark, separatorIn(firstLine(file))));
    }

    private static void refuseNul(CharBuffer chars) {
        var array = chars.array();
        for (int i = 0, end = chars.position(); i < end; i++)
            if (array[i] == 0) throw Refusal.invalid("file", "sheet.nul");
    }

    private static char separatorIn(String line) {
        var plain = QUOTED.matcher(line).replaceAll("");
        char best = ',';
        for (char other : new char[] {'\t', ';'})
            if (count(plain, other) > count(plain, best)) best = other;
        return best;
    }

    private static long count(String line, char c) {
        return line.chars().filter(other -> other == c).count();
    }

    private boolean hasKnown(Path file, Collection<String> columns) {
        try {
            var known = new HashSet<>(columns);
            for (var name : firstLine(file).split(Pattern.quote(String.valueOf(separator))))
                if (known.contains(Sheets.normalized(name.replace("\"", "")))) return true;
            return false;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The first line that is not blank, cut where it is longer than a row may be. */
    private String firstLine(Path file) throws IOException {
        var line = new StringBuilder();
        try (var in = new BufferedReader(reader(file))) {
            for (int c = in.read(); c >= 0 && line.length() < Limits.ROW; c = in.read()) {
                if (c != '\n' && c != '\r') line.append((char) c);
                else if (!line.toString().isBlank()) break;
            }
        } catch (CharacterCodingException broken) {
            throw unknown();
        }
        return line.toString();
    }
}
