package io.liangze.evidence;

import io.liangze.shared.Refusal;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Makes copies of pictures that hold nothing but what is seen: upright, on white, as JPEG, without any metadata.
 * Few are unpacked at a time, and none as large as it claims to be.
 */
@Component
class Pictures {

    /** Pixels; more than phones take, few enough to unpack. */
    private static final long MOST_PIXELS = 50_000_000;
    private static final float QUALITY = 0.85f;

    private final Semaphore atOnce = new Semaphore(2);

    Pictures() {
        ImageIO.scanForPlugins();
        ImageIO.setUseCache(false);
    }

    /**
     * How large it says it is.
     *
     * @throws Refusal {@code input.invalid} 422: {@code evidence.broken}, {@code evidence.too-many-pixels}
     */
    Dimension size(Path picture, EvidenceType type) {
        return read(picture, type, reader -> {
            var size = new Dimension(reader.getWidth(0), reader.getHeight(0));
            if ((long) size.width * size.height > MOST_PIXELS)
                throw Refusal.invalid("file", "evidence.too-many-pixels", MOST_PIXELS / 1_000_000);
            return size;
        });
    }

    /**
     * Writes a copy of at most {@code longest} pixels a side.
     *
     * @throws Refusal {@code input.invalid} 422 {@code evidence.broken}
     */
    void copy(Path picture, EvidenceType type, int orientation, int longest, Path to) {
        atOnce.acquireUninterruptibly();
        try {
            var unpacked = read(picture, type, reader -> unpack(reader, 2 * longest));
            write(upright(unpacked, orientation, longest), to);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            atOnce.release();
        }
    }

    private interface Work<R> {
        R on(ImageReader reader) throws IOException;
    }

    /** Decoders meet broken pictures with exceptions of every kind: they all mean that it is broken. */
    private static <R> R read(Path picture, EvidenceType type, Work<R> work) {
        var reader = ImageIO.getImageReadersByFormatName(type.name().toLowerCase(Locale.ROOT)).next();
        try (var in = new FileImageInputStream(picture.toFile())) {
            reader.setInput(in, true, true);
            return work.on(reader);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException broken) {
            throw Refusal.invalid("file", "evidence.broken");
        } finally {
            reader.dispose();
        }
    }

    /** Takes every n-th pixel already while unpacking, so that a large picture never stands whole in memory. */
    private static BufferedImage unpack(ImageReader reader, int longest) throws IOException {
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / longest);
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage upright(BufferedImage picture, int orientation, int longest) {
        boolean lying = orientation >= 5;
        int width = lying ? picture.getHeight() : picture.getWidth();
        int height = lying ? picture.getWidth() : picture.getHeight();
        double scale = Math.min(1, (double) longest / Math.max(width, height));
        var copy = new BufferedImage(Math.max(1, (int) Math.round(width * scale)),
            Math.max(1, (int) Math.round(height * scale)), BufferedImage.TYPE_INT_RGB);
        var pen = copy.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.scale((double) copy.getWidth() / width, (double) copy.getHeight() / height);
        pen.drawImage(picture, turn(orientation, picture.getWidth(), picture.getHeight()), null);
        pen.dispose();
        return copy;
    }

    /** From the eight ways in which EXIF says a camera was held, to upright. */
    private static AffineTransform turn(int orientation, double w, double h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    private static void write(BufferedImage picture, Path to) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        try (var out = new FileImageOutputStream(to.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
