package io.liangze.board;

/**
 * How many of something wait, and the list of them.
 *
 * @param label message key
 * @param red   whether even one is bad
 */
public record Pending(String label, long number, String href, boolean red) {

    public boolean isAlarm() {
        return red && number > 0;
    }
}
