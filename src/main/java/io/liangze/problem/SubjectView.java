package io.liangze.problem;

import java.util.List;
import java.util.UUID;

/**
 * The problems of one subject, as its page shows them.
 *
 * @param newest    the last few
 * @param unsettled how many are still to be put right or looked at
 * @param thisYear  how many were found this year
 * @param mayOpen   whether this account may enter one
 */
public record SubjectView(UUID subject, List<Problem> newest, long unsettled, long thisYear, boolean mayOpen) {}
