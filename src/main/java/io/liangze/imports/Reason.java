package io.liangze.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a row was rejected or warned of.
 *
 * @param column the header; null where it is the row as a whole
 * @param value  what stood there
 * @param code   words under {@code flaw.<code>}
 */
record Reason(@Nullable String column, String value, String code, List<Object> args) {}
