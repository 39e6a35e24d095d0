package io.liangze.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The form of a visit in the hands of an official, who counts his taps. */
final class VisitForm {

    private final Page page;
    private int taps;

    VisitForm(Page page) {
        this.page = page;
    }

    int taps() {
        return taps;
    }

    void tap(Locator where) {
        where.click();
        taps++;
    }

    /** All fine in every group that is left. */
    void throughAllGroups() {
        while (page.locator("[data-go=next]").isVisible()) throughGroup();
    }

    /** All fine; where a photo is asked for, one is taken: the shutter and its confirmation are taps too. */
    void throughGroup() {
        if (page.locator("[data-fine]:visible").count() > 0) tap(page.locator("[data-fine]:visible"));
        var asked = page.locator(".item.lacks:visible");
        while (asked.count() > 0) {
            int before = asked.count();
            asked.first().locator("[data-shoot]").setInputFiles(picture(taps));
            assertThat(asked).hasCount(before - 1);
            taps += 3;
        }
        var step = page.locator(".step:visible");
        var done = step.getAttribute("data-step");
        tap(page.locator("[data-go=next]"));
        assertThat(step).not().hasAttribute("data-step", done);
    }

    void photograph(Locator sheet, int count) {
        sheet.locator("[data-shoot]").setInputFiles(picture(100 + count));
        assertThat(sheet.locator("figure")).hasCount(count);
    }

    /** As a camera gives it, each another. */
    static FilePayload picture(int seed) {
        var picture = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x9fb4c4), 0, 1200, new Color(0x5f6c79)));
        pen.fillRect(0, 0, 1600, 1200);
        for (int shelf = 0; shelf < 4; shelf++) {
            pen.setColor(new Color(0xdde3e9));
            pen.fillRect(150, 250 + shelf * 250, 1300, 24);
            pen.setColor(Color.getHSBColor(seed * .17f + shelf * .11f, .5f, .8f));
            pen.fillRoundRect(250 + shelf * 90, 130 + shelf * 250, 420, 120, 40, 40);
        }
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpeg", out);
            return new FilePayload("photo.jpg", "image/jpeg", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two strokes on the glass. */
    void sign() {
        var glass = page.locator("signature-glass canvas");
        glass.scrollIntoViewIfNeeded();
        var box = glass.boundingBox();
        for (int stroke = 0; stroke < 2; stroke++) {
            page.mouse().move(box.x + 60 + stroke * 80, box.y + 30);
            page.mouse().down();
            for (int i = 1; i <= 12; i++) page.mouse().move(box.x + 60 + stroke * 80 + i * 5, box.y + 30 + i % 4 * 15);
            page.mouse().up();
            taps++;
        }
    }
}
