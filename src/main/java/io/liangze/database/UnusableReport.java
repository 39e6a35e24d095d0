package io.liangze.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints {@link Unusable} as two paragraphs instead of a stack trace; named in {@code META-INF/spring.factories}. */
class UnusableReport extends AbstractFailureAnalyzer<Unusable> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, Unusable unusable) {
        return new FailureAnalysis(unusable.getMessage(), unusable.remedy(), failure);
    }
}
