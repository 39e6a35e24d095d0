package io.liangze.supervision;

import java.time.OffsetDateTime;
import java.util.List;

/** A later version of a visit's answers (更正). @param answers all of them as they stand after it */
public record Correction(int version, OffsetDateTime at, String by, String reason, List<VisitReport.Answer> answers) {}
