package io.liangze.subject;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** What a name is found by: every two neighbouring characters, in lower case. */
public final class NamePairs {

    private NamePairs() {}

    /** Each pair once; none for a single character. */
    public static List<String> of(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var pairs = new LinkedHashSet<String>();
        for (int i = 0; i + 1 < lower.length(); i++) pairs.add(lower.substring(i, i + 2));
        return List.copyOf(pairs);
    }
}
