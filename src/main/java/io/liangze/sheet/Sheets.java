package io.liangze.sheet;

import io.liangze.shared.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;

/** Opens tables that people sent. What a file is, is told by its content, never by its name. */
public final class Sheets {

    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Sheets() {}

    /**
     * Opens a csv or xlsx and reads its header.
     *
     * @param columns names of columns that the caller knows, as in the header: by them GB18030 and separators are told
     * @return reads the file row by row with a small, constant heap; the caller closes it
     * @throws Refusal {@code input.invalid} 422 for field {@code file}, in words; reading on may throw it too
     */
    public static SheetReader open(Path file, Collection<String> columns) {
        try {
            var start = start(file);
            if (begins(start, OLE)) throw Refusal.invalid("file", "sheet.old-or-locked");
            var reader = begins(start, ZIP) ? XlsxReader.open(file) : CsvReader.open(file, columns);
            return begun(reader, columns);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The name of a column as it is compared: full-width forms narrowed, no mark, no blanks around. */
    public static String normalized(String name) {
        return Normalizer.normalize(name.replace("\uFEFF", ""), Normalizer.Form.NFKC).strip();
    }

    private static SheetReader begun(SheetReader reader, Collection<String> columns) throws IOException {
        try {
            reader.begin(columns);
            return reader;
        } catch (Refusal refusal) {
            reader.close();
            throw refusal;
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }

    private static boolean begins(byte[] start, byte[] with) {
        return start.length >= with.length && Arrays.equals(start, 0, with.length, with, 0, with.length);
    }
}
