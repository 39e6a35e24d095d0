package io.liangze.sheet;

/**
 * Keeps a text from being run as a formula when a csv is opened: such a text gets an apostrophe before it.
 * Reading takes that one away again, so a table goes out and comes back unchanged.
 */
final class Formulas {

    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private Formulas() {}

    static String disarmed(String text) {
        return looksArmed(text) ? "'" + text : text;
    }

    static String restored(String text) {
        return text.startsWith("'") && looksArmed(text) ? text.substring(1) : text;
    }

    /** Behind any number of apostrophes, so that both ways are each other's inverse. */
    private static boolean looksArmed(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') i++;
        return i < text.length() && BEGINNINGS.indexOf(text.charAt(i)) >= 0;
    }
}
