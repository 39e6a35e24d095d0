package io.liangze.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The national digest SM3 (GB/T 32905), 32 bytes. */
public final class Sm3 {

    /** Bytes of a digest. */
    public static final int LENGTH = 32;

    private Sm3() {}

    /** Of all pieces, one behind the other. */
    public static byte[] digest(byte[]... pieces) {
        var sm3 = new SM3Digest();
        for (var piece : pieces) sm3.update(piece, 0, piece.length);
        return finish(sm3);
    }

    /** Of the text as UTF-8. */
    public static byte[] digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of what is left of a stream, which is read to its end and not closed. */
    public static byte[] digest(InputStream stream) throws IOException {
        var sm3 = new SM3Digest();
        var buffer = new byte[16_384];
        for (int n; (n = stream.read(buffer)) >= 0; ) sm3.update(buffer, 0, n);
        return finish(sm3);
    }

    /** Of a file's bytes. */
    public static byte[] digest(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return digest(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The digest as 64 lower-case hexadecimal digits. */
    public static String hex(byte[]... pieces) {
        return HexFormat.of().formatHex(digest(pieces));
    }

    /** The digest of the text as 64 lower-case hexadecimal digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    private static byte[] finish(SM3Digest sm3) {
        var digest = new byte[LENGTH];
        sm3.doFinal(digest, 0);
        return digest;
    }
}
