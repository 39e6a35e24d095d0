package io.liangze.supervision;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.evidence.Evidence;
import io.liangze.evidence.Upload;
import io.liangze.shared.Scope;
import io.liangze.supervision.VisitReport.Answer;
import io.liangze.supervision.VisitReport.Result;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Visits for tests: all fine, or with one item wrong. */
@Component
public class GivenVisits {

    private final Supervision supervision;
    private final Evidence evidence;
    private final Clock clock;
    private final AtomicInteger pictures = new AtomicInteger();

    GivenVisits(Supervision supervision, Evidence evidence, Clock clock) {
        this.supervision = supervision;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Made by its official; its id. */
    public UUID fine(Scope official, UUID task) {
        return made(official, task, null, null);
    }

    public UUID wrong(Scope official, UUID task, String item, String text) {
        return made(official, task, item, text);
    }

    private UUID made(Scope official, UUID task, @Nullable String wrong, @Nullable String text) {
        var checklist = supervision.task(official, task).checklist();
        var answers = checklist.asked(Mode.ONSITE).stream().map(item -> item.id().equals(wrong)
            ? new Answer(item.id(), Result.PROBLEM, text, null, null, null, List.of(photo(official)), false, 5)
            : new Answer(item.id(), Result.OK, null, null, null, null, item.photo() == Photo.ALWAYS ? List.of(photo(official)) : List.of(), false, 2)).toList();
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.ofHours(8));
        var report = new VisitReport(UuidCreator.getTimeOrderedEpoch(), Mode.ONSITE, now.minusMinutes(11), now, null, null, checklist.version(), answers,
            new VisitReport.Companion("王水生", "负责人", photo(official), null), null, null, List.of(), null, null);
        return supervision.visit(official, task, report).visit();
    }

    /** Uploaded by that account; each is another picture. */
    public UUID photo(Scope sender) {
        return evidence.store(sender, Upload.of(null, new ByteArrayResource(png()))).id();
    }

    public byte[] png() {
        int number = pictures.incrementAndGet();
        var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) picture.setRGB(x, x % 30, number * 40_503 + x);
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
