package io.liangze.supervision;

import io.liangze.problem.Opened;
import java.util.List;
import java.util.UUID;

/** What a sent visit is answered. @param problems opened by it */
public record Receipt(UUID visit, Conclusion conclusion, List<Opened> problems) {}
