package io.liangze.shared;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All versions of one set of rules; each is in force from its date until the next one's. Read by {@link RuleFiles}.
 *
 * @param <R> what a version is made into: an engine, a calendar, a list
 */
public final class Rules<R> {

    /**
     * One file.
     *
     * @param name {@code grading-2026-01-01}: what records keep, to say under which rules they were made
     */
    public record Version<R>(String name, LocalDate effective, R content) {}

    private final List<Version<R>> oldestFirst;

    /** @param versions at least one */
    Rules(List<Version<R>> versions) {
        oldestFirst = versions.stream().sorted(Comparator.comparing(Version::effective)).toList();
    }

    /** The version in force on {@code day}; before the first one's date, the first. */
    public Version<R> inForce(LocalDate day) {
        var found = oldestFirst.getFirst();
        for (var version : oldestFirst)
            if (!version.effective().isAfter(day)) found = version;
        return found;
    }

    /** The version that a record names; empty if its file is gone. */
    public Optional<Version<R>> version(String name) {
        return oldestFirst.stream().filter(version -> version.name().equals(name)).findFirst();
    }

    public List<Version<R>> oldestFirst() {
        return oldestFirst;
    }
}
