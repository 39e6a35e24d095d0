package io.liangze.problem;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A problem with all that happened to it (案卷).
 *
 * @param events oldest first
 */
public record ProblemFile(@JsonUnwrapped Problem problem, List<ProblemEvent> events) {}
