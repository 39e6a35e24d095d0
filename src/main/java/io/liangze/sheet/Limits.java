package io.liangze.sheet;

/** How much of a table is read before it is refused. */
final class Limits {

    static final int COLUMNS = 200;
    static final int ROWS = 2_000_000;
    /** Characters in a cell; Excel's own limit. */
    static final int CELL = 32_767;
    /** Characters in a row. */
    static final int ROW = 1 << 20;

    /** Files in a workbook. */
    static final int ENTRIES = 5_000;
    /** Bytes of a workbook's directory. */
    static final int DIRECTORY = 1 << 20;
    /** Bytes of a workbook's part when unpacked. */
    static final long UNPACKED = 4L << 30;
    /** Bytes that may be unpacked of each byte packed, beyond the first {@link #UNPACKED_FREELY}. */
    static final int RATIO = 100;
    static final long UNPACKED_FREELY = 1 << 20;
    /** Bytes of XML without an event: a longer name, comment or text is no workbook's. */
    static final int TOKEN = 1 << 20;
    /** Texts that a workbook keeps for its cells. */
    static final int SHARED_TEXTS = 40_000_000;

    private Limits() {}
}
