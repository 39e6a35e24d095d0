package io.liangze.audit;

import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One spelling for one value, after RFC 8785: members by name, numbers without a trailing zero, no spaces. PostgreSQL
 * keeps jsonb in an order and a spelling of its own, and a digest must not depend on it.
 */
final class CanonicalJson {

    private static final JsonMapper TEXT = JsonMapper.shared();

    private CanonicalJson() {}

    static String of(JsonNode value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(JsonNode value, StringBuilder text) {
        if (value.isObject()) {
            text.append('{');
            for (var name : new TreeSet<>(value.propertyNames())) {
                if (text.charAt(text.length() - 1) != '{') text.append(',');
                text.append(TEXT.writeValueAsString(name)).append(':');
                write(value.get(name), text);
            }
            text.append('}');
        } else if (value.isArray()) {
            text.append('[');
            for (int i = 0; i < value.size(); i++) {
                if (i > 0) text.append(',');
                write(value.get(i), text);
            }
            text.append(']');
        } else if (value.isNumber()) {
            text.append(value.decimalValue().stripTrailingZeros().toPlainString());
        } else {
            text.append(TEXT.writeValueAsString(value));
        }
    }
}
