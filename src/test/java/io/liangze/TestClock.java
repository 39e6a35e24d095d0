package io.liangze;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Stands still until a test moves it; every test begins at the same moment. */
public final class TestClock extends Clock {

    public static final OffsetDateTime TEN_O_CLOCK = OffsetDateTime.parse("2026-11-24T10:00:00+08:00");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Instant now = TEN_O_CLOCK.toInstant();

    public void set(OffsetDateTime moment) {
        now = moment.toInstant();
    }

    /** Ten o'clock in the morning of that day. */
    public void set(LocalDate day) {
        now = day.atTime(LocalTime.of(10, 0)).atZone(ZONE).toInstant();
    }

    public void forward(Duration step) {
        now = now.plus(step);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    /** Before each test, and before what a class sets up once: that would else happen on the day where another class stopped. */
    static final class Reset implements BeforeAllCallback, BeforeEachCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            reset(context);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            reset(context);
        }

        private static void reset(ExtensionContext context) {
            SpringExtension.getApplicationContext(context).getBean(TestClock.class).set(TEN_O_CLOCK);
        }
    }
}
