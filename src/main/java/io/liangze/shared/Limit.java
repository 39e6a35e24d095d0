package io.liangze.shared;

/** How many rows of a list a caller wants: 1 to 500. */
public record Limit(int rows) {

    public static final Limit USUAL = new Limit(50);

    public Limit {
        if (rows < 1 || rows > 500) throw new IllegalArgumentException("limit 1..500: " + rows);
    }

    /** Read from a query string. */
    public static Limit of(String text) {
        return new Limit(Integer.parseInt(text));
    }
}
