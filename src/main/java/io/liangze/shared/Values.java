package io.liangze.shared;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The alternatives that a filter names; {@code status=} names none. */
public final class Values {

    private Values() {}

    /** Without those left blank. */
    public static <T> List<T> named(@Nullable List<? extends @Nullable T> values) {
        return values == null ? List.of() : values.stream().<T>map(value -> value).filter(Objects::nonNull).toList();
    }
}
