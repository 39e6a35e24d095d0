package io.liangze.problem;

import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a problem is told of its subject.
 *
 * @param county       six digits
 * @param region       its place at the lowest level
 * @param principal    who puts right what is wrong
 * @param official     who answers for it; null in a gap
 */
public record About(String county, UUID subject, String subjectName, String region, String kind, Family family,
                    @Nullable Grade grade, @Nullable String principal,
                    @Nullable UUID official, @Nullable String officialName) {}
