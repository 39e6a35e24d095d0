package io.liangze.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Makes pictures, each another: red in their upper left corner as stored, with the EXIF that a phone would write. */
final class Photo {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private int width = 800;
    private int height = 600;
    private byte[] exif = new byte[0];

    static Photo aPhoto() {
        return new Photo();
    }

    Photo sized(int width, int height) {
        this.width = width;
        this.height = height;
        return this;
    }

    /** @param at as EXIF writes it: {@code 2026:11:20 09:30:00} */
    Photo claiming(int orientation, String at, double latitude, double longitude) {
        exif = exif(orientation, at, latitude, longitude);
        return this;
    }

    Photo claiming(byte[] exif) {
        this.exif = exif;
        return this;
    }

    byte[] png() {
        return written("png", BufferedImage.TYPE_INT_ARGB);
    }

    byte[] jpeg() {
        var plain = written("jpeg", BufferedImage.TYPE_INT_RGB);
        if (exif.length == 0) return plain;
        var header = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(plain.length + 4 + header.length + exif.length)
            .put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (2 + header.length + exif.length))
            .put(header).put(exif).put(plain, 2, plain.length - 2).array();
    }

    private byte[] written(String format, int kind) {
        var picture = new BufferedImage(width, height, kind);
        var pen = picture.createGraphics();
        pen.setColor(Color.getHSBColor(0.5f, 1, 1));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(COUNT.incrementAndGet() * 7919 & 0xFFFFFF));
        pen.fillRect(width / 2, height / 2, width / 4, height / 4);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 4, height / 4);
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A TIFF block: its first directory points to one with the time and one with the place. */
    private static byte[] exif(int orientation, String at, double latitude, double longitude) {
        int first = 8;
        int time = first + directory(3);
        int place = time + directory(1) + 20;
        int data = place + directory(4);
        var tiff = ByteBuffer.allocate(data + 48);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(first);
        tiff.putShort((short) 3);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x8769, 4, 1, time);
        entry(tiff, 0x8825, 4, 1, place);
        tiff.putInt(0);
        tiff.putShort((short) 1);
        entry(tiff, 0x9003, 2, 20, time + directory(1));
        tiff.putInt(0).put((at + "\0").getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2, (latitude < 0 ? 'S' : 'N') << 24);
        entry(tiff, 2, 5, 3, data);
        entry(tiff, 3, 2, 2, (longitude < 0 ? 'W' : 'E') << 24);
        entry(tiff, 4, 5, 3, data + 24);
        tiff.putInt(0);
        degrees(tiff, Math.abs(latitude));
        degrees(tiff, Math.abs(longitude));
        return tiff.array();
    }

    private static int directory(int entries) {
        return 2 + 12 * entries + 4;
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void degrees(ByteBuffer tiff, double degrees) {
        tiff.putInt((int) (degrees * 1_000_000)).putInt(1_000_000).putInt(0).putInt(1).putInt(0).putInt(1);
    }
}
