package io.liangze.sample;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What to load.
 *
 * @param today  nothing in it lies later than its first moment
 * @param prefix of the accounts' user names; empty in a demonstration
 */
record SampleOrder(SampleSize size, Stage stage, long seed, LocalDate today, String prefix) {

    Instant now() {
        return today.atStartOfDay(Making.OFFICE_TIME).toInstant();
    }
}
