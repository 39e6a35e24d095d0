package io.liangze.assignment;

/**
 * What a matching did, in subjects.
 *
 * @param assigned   with their first official
 * @param moved      with another one than before
 * @param kept       whose relation was left as it was
 * @param uncovered  with nobody behind them
 * @param overloaded officials above the bound
 */
public record Matched(long assigned, long moved, long kept, long uncovered, long overloaded) {

    static final Matched NOTHING = new Matched(0, 0, 0, 0, 0);

    Matched plus(Matched other) {
        return new Matched(assigned + other.assigned, moved + other.moved, kept + other.kept,
            uncovered + other.uncovered, overloaded + other.overloaded);
    }
}
