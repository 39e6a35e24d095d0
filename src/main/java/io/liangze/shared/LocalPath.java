package io.liangze.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page leads back to: nobody is sent elsewhere by a link that he was given. */
public final class LocalPath {

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\w\\-./?&=%:,+~]*");

    private LocalPath() {}

    /** The path with its query if it is one of ours, else {@code otherwise}. */
    public static String of(@Nullable String asked, String otherwise) {
        return asked != null && OURS.matcher(asked).matches() ? asked : otherwise;
    }
}
