package io.liangze.sample;

import io.liangze.evidence.Evidence;
import io.liangze.evidence.Upload;
import io.liangze.shared.Grant;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Draws the photos of the sample, each different, and hands them in as their senders would. */
@Component
class Photographer {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private final Evidence evidence;

    Photographer(Evidence evidence) {
        this.evidence = evidence;
    }

    void store(Rows.Photo photo) {
        var sender = new Scope(photo.account(), "演示数据", null, List.of(Grant.at(Role.OFFICIAL, photo.accountRegion())));
        evidence.store(sender, new Upload(photo.id(), new ByteArrayResource(drawn(photo)), photo.at().atZone(Making.OFFICE_TIME).toOffsetDateTime(),
            photo.where().latitude(), photo.where().longitude()));
        evidence.link(sender, List.of(photo.id()), photo.kind(), photo.record(), photo.region(), photo.subject());
    }

    private static byte[] drawn(Rows.Photo photo) {
        var chance = Chance.of(photo.id().getLeastSignificantBits(), "picture");
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        switch (photo.scene()) {
            case SHOP_FRONT -> shopFront(g, chance);
            case WRONG -> fridge(g, chance, false);
            case RIGHT -> fridge(g, chance, true);
        }
        g.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shop by day: sky, wall, sign, door and window, and the plate beside the door. */
    private static void shopFront(Graphics2D g, Chance chance) {
        g.setPaint(new GradientPaint(0, 0, tone(chance, 0.55f, 0.25f, 0.95f), 0, 160, Color.WHITE));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        int left = chance.between(30, 90);
        int top = chance.between(90, 130);
        int wide = WIDTH - left - chance.between(30, 90);
        g.setColor(tone(chance, 0.09f, 0.2f, 0.85f));
        g.fillRect(left, top, wide, HEIGHT - top - 60);
        g.setColor(new Color(150, 146, 140));
        g.fillRect(0, HEIGHT - 60, WIDTH, 60);
        g.setColor(tone(chance, chance.happens(0.6) ? 0.0f : 0.6f, 0.8f, 0.7f));
        g.fillRect(left, top, wide, 70);
        g.setColor(new Color(255, 236, 170));
        int signs = chance.between(4, 6);
        for (int i = 0; i < signs; i++) strokes(g, chance, left + 40 + i * (wide - 80) / signs, top + 14, 42);
        g.setColor(new Color(70, 60, 52));
        int door = left + chance.between(40, wide - 220);
        g.fillRect(door, top + 120, 110, HEIGHT - top - 180);
        g.setPaint(new GradientPaint(0, top + 120, new Color(190, 215, 230), WIDTH, HEIGHT, new Color(120, 150, 170)));
        g.fillRect(door + 130, top + 130, Math.max(40, left + wide - door - 160), 120);
        g.setColor(Color.WHITE);
        g.fillRect(door - 34, top + 150, 26, 36);
        g.setColor(new Color(20, 96, 143));
        g.drawRect(door - 34, top + 150, 26, 36);
    }

    /** A fridge: boxes without order and without lids, or sorted, covered and labelled. */
    private static void fridge(Graphics2D g, Chance chance, boolean inOrder) {
        g.setPaint(new GradientPaint(0, 0, new Color(235, 240, 244), WIDTH, HEIGHT, tone(chance, 0.55f, 0.08f, 0.78f)));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        for (int shelf = 0; shelf < 3; shelf++) {
            int base = 150 + shelf * 145;
            g.setColor(new Color(130, 145, 155));
            g.fillRect(20, base, WIDTH - 40, 8);
            int boxes = chance.between(3, 5);
            for (int i = 0; i < boxes; i++) {
                int x = 40 + i * (WIDTH - 100) / boxes + (inOrder ? 0 : chance.between(-18, 18));
                int high = inOrder ? 70 : chance.between(36, 96);
                int width = inOrder ? 92 : chance.between(60, 120);
                g.setColor(inOrder ? tone(chance, shelf == 0 ? 0.3f : shelf == 1 ? 0.1f : 0.0f, 0.45f, 0.8f) : tone(chance, (float) chance.part(), 0.5f, 0.65f));
                g.fillRoundRect(x, base - high, width, high, 14, 14);
                if (inOrder) {
                    g.setColor(new Color(250, 250, 250));
                    g.fillRoundRect(x - 4, base - high - 10, width + 8, 14, 8, 8);
                    g.fillRect(x + 20, base - high + 24, 50, 22);
                    g.setColor(new Color(60, 60, 60));
                    strokes(g, chance, x + 24, base - high + 26, 16);
                } else if (chance.happens(0.5)) {
                    g.setColor(new Color(160, 40, 36, 150));
                    g.fillOval(x + chance.between(0, 30), base - 14, chance.between(20, 70), 22);
                }
            }
        }
    }

    /** Something like writing, without a font. */
    private static void strokes(Graphics2D g, Chance chance, int x, int y, int size) {
        g.setStroke(new BasicStroke(Math.max(2, size / 10f)));
        for (int i = 0; i < 4; i++) {
            boolean level = chance.happens(0.5);
            int along = chance.between(0, size);
            if (level) g.drawLine(x, y + along, x + size * 3 / 4, y + along);
            else g.drawLine(x + along * 3 / 4, y, x + along * 3 / 4, y + size);
        }
    }

    private static Color tone(Chance chance, float hue, float saturation, float brightness) {
        return Color.getHSBColor(hue + (float) (chance.part() - 0.5) * 0.08f, saturation * (0.7f + (float) chance.part() * 0.5f), brightness);
    }
}
