package io.liangze.database;

/** The product cannot start here; says why and what to do, in words for the person at the terminal. */
final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    Unusable(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    Unusable(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
