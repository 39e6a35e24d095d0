package io.liangze.sheet;

import io.liangze.shared.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The zip that a workbook is. Nothing is unpacked to disk. The directory is measured before it is read, and every
 * part is counted while it is read: sizes that a directory states are the sender's word.
 */
final class Archive implements AutoCloseable {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int COMMENT = 0xFFFF;

    private final ZipFile zip;

    private Archive(ZipFile zip) {
        this.zip = zip;
    }

    static Archive open(Path file) {
        try {
            refuseHugeDirectory(file);
            return new Archive(new ZipFile(file.toFile()));
        } catch (IOException | IllegalArgumentException broken) {
            throw Refusal.invalid("file", "sheet.broken");
        }
    }

    /** The part, its name compared without regard to case as Excel does; empty if it is not there. */
    Optional<InputStream> part(String name) {
        var path = name.startsWith("/") ? name.substring(1) : name;
        ZipEntry exact = zip.getEntry(path);
        return (exact != null ? Optional.of(exact)
            : zip.stream().filter(e -> e.getName().equalsIgnoreCase(path)).findFirst()).map(this::counted);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private InputStream counted(ZipEntry entry) {
        try {
            return new Counted(zip.getInputStream(entry), entry.getCompressedSize());
        } catch (IOException broken) {
            throw Refusal.invalid("file", "sheet.broken");
        }
    }

    /** Looks for the end record at the end of the file; what follows 64-bit rules is no office's workbook. */
    private static void refuseHugeDirectory(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            int size = (int) Math.min(file.length(), END_SIZE + COMMENT);
            var tail = new byte[size];
            file.seek(file.length() - size);
            file.readFully(tail);
            var end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = size - END_SIZE; at >= 0; at--)
                if (end.getInt(at) == END_SIGNATURE) {
                    int entries = end.getShort(at + 10) & 0xFFFF;
                    long directory = end.getInt(at + 12) & 0xFFFFFFFFL;
                    if (entries > Limits.ENTRIES || directory > Limits.DIRECTORY)
                        throw Refusal.invalid("file", "sheet.swells");
                    return;
                }
        }
        throw Refusal.invalid("file", "sheet.broken");
    }

    /** Refuses when more comes out than a workbook holds, in all or for each byte packed. */
    private static final class Counted extends FilterInputStream {
        private final long most;
        private long count;

        Counted(InputStream in, long packed) {
            super(in);
            most = Math.min(Limits.UNPACKED, Math.max(Limits.UNPACKED_FREELY, packed * Limits.RATIO));
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            if (c >= 0) count(1);
            return c;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            if (n > 0) count(n);
            return n;
        }

        private void count(int n) {
            count += n;
            if (count > most) throw Refusal.invalid("file", "sheet.swells");
        }
    }
}
