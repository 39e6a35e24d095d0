package io.liangze.supervision;

import io.liangze.evidence.Evidence;
import io.liangze.evidence.Upload;
import io.liangze.shared.Scope;
import io.liangze.supervision.VisitReport.Answer;
import io.liangze.supervision.VisitReport.Companion;
import io.liangze.supervision.VisitReport.Result;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Reports of visits for tests: all is fine unless said otherwise, with a photo wherever one is asked. */
@Component
public class GivenReports {

    private static final AtomicInteger PICTURES = new AtomicInteger();

    private final Evidence evidence;

    GivenReports(Evidence evidence) {
        this.evidence = evidence;
    }

    /** A photo of the sender's own. */
    public UUID photo(Scope sender) {
        return evidence.store(sender, Upload.of(null, new ByteArrayResource(picture()))).id();
    }

    /** A PNG, each another. */
    public byte[] picture() {
        try {
            var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
            picture.setRGB(1, 1, PICTURES.incrementAndGet());
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Builder of(Scope sender, TaskDetail task) {
        return new Builder(sender, task);
    }

    /** A visit on the morning of 24 November 2026. */
    public final class Builder {

        private final Scope sender;
        private final TaskDetail task;
        private final List<Answer> answers = new ArrayList<>();
        private OffsetDateTime startedAt = OffsetDateTime.parse("2026-11-24T09:30:00+08:00");
        private OffsetDateTime endedAt = OffsetDateTime.parse("2026-11-24T09:41:00+08:00");

        Builder(Scope sender, TaskDetail task) {
            this.sender = sender;
            this.task = task;
            for (var item : task.checklist().items())
                answers.add(new Answer(item.id(), Result.OK, null, null, null, null,
                    item.photo() == Photo.ALWAYS ? List.of(photo(sender)) : List.of(), false, 4));
        }

        public Builder wrong(String item, String text) {
            return answer(new Answer(item, Result.PROBLEM, text, null, null, null, List.of(photo(sender)), false, 9));
        }

        public Builder fixedOnSite(String item, String text) {
            return answer(new Answer(item, Result.PROBLEM, text, null, null, null, List.of(photo(sender), photo(sender)), true, 30));
        }

        public Builder answer(Answer answer) {
            answers.removeIf(a -> a.item().equals(answer.item()));
            answers.add(answer);
            return this;
        }

        public Builder without(String item) {
            answers.removeIf(a -> a.item().equals(item));
            return this;
        }

        public Builder at(String start, String end) {
            startedAt = OffsetDateTime.parse(start);
            endedAt = OffsetDateTime.parse(end);
            return this;
        }

        public VisitReport made() {
            return new VisitReport(UUID.randomUUID(), Mode.ONSITE, startedAt, endedAt, new VisitReport.Position(28.54, 115.94, 20.0), null,
                task.checklist().version(), List.copyOf(answers), new Companion("王水生", "店主", photo(sender), null), null, null, List.of(),
                null, "device-1");
        }
    }
}
