package io.liangze.supervision;

/** What a generation of tasks did. @param existing tasks that were there before */
public record Generated(long created, long existing) {

    static final Generated NOTHING = new Generated(0, 0);

    Generated plus(Generated other) {
        return new Generated(created + other.created, existing + other.existing);
    }
}
