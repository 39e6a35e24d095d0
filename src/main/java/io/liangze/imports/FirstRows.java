package io.liangze.imports;

/**
 * In which row a key stood first. Keeps 12 bytes a key and not its text, so that two million rows fit in a small heap:
 * two keys of such a file meet in their 64 bits once in ten million files.
 */
final class FirstRows {

    private long[] hashes = new long[1 << 12];
    private int[] rows = new int[1 << 12];
    private int count;

    /** The row that had the key before, or 0: then it is {@code row} from now on. */
    int claim(String key, int row) {
        if (2 * count > hashes.length) grow();
        long hash = hash(key);
        int at = slot(hash);
        if (rows[at] != 0) return rows[at];
        hashes[at] = hash;
        rows[at] = row;
        count++;
        return 0;
    }

    private int slot(long hash) {
        int at = (int) (hash >>> 32) & hashes.length - 1;
        while (rows[at] != 0 && hashes[at] != hash) at = at + 1 & hashes.length - 1;
        return at;
    }

    private void grow() {
        var oldHashes = hashes;
        var oldRows = rows;
        hashes = new long[2 * oldHashes.length];
        rows = new int[2 * oldRows.length];
        for (int i = 0; i < oldRows.length; i++)
            if (oldRows[i] != 0) {
                int at = slot(oldHashes[i]);
                hashes[at] = oldHashes[i];
                rows[at] = oldRows[i];
            }
    }

    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) hash = mixed(hash ^ key.charAt(i));
        return hash;
    }

    /** Every bit of the input turns about half of the output's. */
    private static long mixed(long h) {
        h = (h ^ h >>> 30) * 0xbf58476d1ce4e5b9L;
        h = (h ^ h >>> 27) * 0x94d049bb133111ebL;
        return h ^ h >>> 31;
    }
}
