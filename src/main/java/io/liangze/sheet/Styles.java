package io.liangze.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which styles of a workbook show a number as a date. */
final class Styles {

    /** Quoted text, escaped characters, and brackets for colours, conditions and languages; but not [h] for hours. */
    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]");
    private static final Pattern DATE = Pattern.compile("[ymdhs年月日]", Pattern.CASE_INSENSITIVE);

    private final BitSet dates = new BitSet();

    /** A workbook without styles. */
    Styles() {}

    static Styles read(InputStream part) {
        var styles = new Styles();
        var formats = new HashMap<Integer, String>();
        try (var xml = new Xml(part)) {
            int style = 0;
            for (var name = xml.nextStart(); name != null; name = xml.nextStart()) {
                if (name.equals("numFmt")) formats.put(Cells.number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
                if (!name.equals("cellXfs")) continue;
                for (var inner = xml.nextStartIn("cellXfs"); inner != null; inner = xml.nextStartIn("cellXfs"))
                    if (inner.equals("xf"))
                        styles.dates.set(style++, isDate(Cells.number(xml.attribute("numFmtId")), formats));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return styles;
    }

    boolean isDate(@Nullable String style) {
        int number = Cells.number(style);
        return number >= 0 && dates.get(number);
    }

    private static boolean isDate(int format, Map<Integer, String> formats) {
        var code = formats.get(format);
        if (code != null) return DATE.matcher(WORDS.matcher(code).replaceAll("").replaceAll("(?i)general", "")).find();
        return format >= 14 && format <= 22 || format >= 27 && format <= 36
            || format >= 45 && format <= 47 || format >= 50 && format <= 58;
    }
}
