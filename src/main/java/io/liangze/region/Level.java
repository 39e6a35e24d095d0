package io.liangze.region;

import io.liangze.shared.Range;
import java.util.Optional;

/** Level of a place (层级). */
public enum Level {
    /** 省 */ PROVINCE,
    /** 市 */ CITY,
    /** 县 */ COUNTY,
    /** 乡 */ TOWNSHIP,
    /** 村 */ VILLAGE,
    /** 功能区: no level of the tree, but a list of its places */ ZONE;

    /** As the data files write it: 1 province to 5 village, or the name. */
    public static Optional<Level> read(String text) {
        if (text.matches("[1-5]")) return Optional.of(values()[Integer.parseInt(text) - 1]);
        for (var level : values()) if (level.name().equalsIgnoreCase(text)) return Optional.of(level);
        return Optional.empty();
    }

    /** What the digits of a code say; a zone's code cannot be told from a county's. */
    public static Level of(String code) {
        return switch (Range.significantDigits(code)) {
            case 2 -> PROVINCE;
            case 4 -> CITY;
            case 6 -> COUNTY;
            case 9 -> TOWNSHIP;
            default -> VILLAGE;
        };
    }
}
