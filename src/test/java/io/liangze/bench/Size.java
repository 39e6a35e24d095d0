package io.liangze.bench;

import java.util.List;

/** How large a run is. */
enum Size {

    /** 500,000 businesses, 2.6 million tasks. */
    PROVINCE(List.of("demo", "--province")),
    /** {@code --quick}: the demonstration, 50,000 businesses. */
    QUICK(List.of("demo"));

    final List<String> load;

    Size(List<String> load) {
        this.load = load;
    }

    static Size of(String[] arguments) {
        return List.of(arguments).contains("--quick") ? QUICK : PROVINCE;
    }

    boolean isQuick() {
        return this == QUICK;
    }

    /** The one or the other figure of a run, by its size. */
    int of(int province, int quick) {
        return isQuick() ? quick : province;
    }

    String folder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
