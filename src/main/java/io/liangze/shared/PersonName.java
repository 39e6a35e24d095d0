package io.liangze.shared;

/** Names of private persons where others read them. */
public final class PersonName {

    private PersonName() {}

    /** {@code 王*明}: the first and the last character stay, of two the first. */
    public static String masked(String name) {
        var characters = name.strip().codePoints().toArray();
        if (characters.length == 0) return "";
        int hidden = Math.max(1, characters.length - 2);
        var masked = new StringBuilder().appendCodePoint(characters[0]).append("*".repeat(hidden));
        if (characters.length > 2) masked.appendCodePoint(characters[characters.length - 1]);
        return masked.toString();
    }
}
