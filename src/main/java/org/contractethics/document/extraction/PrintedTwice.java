package org.contractethics.document.extraction;

import java.util.Arrays;

/**
 * Finds characters that are printed twice at nearly the same place, as some programs do to make them look bold. The same
 * answer as that of PDFBox, which keeps sorted trees for it and spends a quarter of the whole reading on them.
 */
final class PrintedTwice {

    /** The page is cut into cells, in points, in which places are looked up. */
    private static final float ROW = 6;

    private static final float COLUMN = 24;

    /** Characters that stand further apart are two, however wide they are. */
    private static final float FARTHEST = 300;

    // a table of chains in plain arrays: boxed keys and lists took a tenth of the whole reading
    private int[] chains = new int[1024];
    private int[] before = new int[512];
    private long[] keys = new long[512];
    private float[] xs = new float[512];
    private float[] ys = new float[512];
    private int places;

    void newPage() {
        Arrays.fill(chains, 0);
        places = 0;
    }

    /** Whether the character stands there already; notes it otherwise. */
    boolean isAgain(String character, float x, float y, float width) {
        float tolerance = width / Math.max(1, character.length()) / 3;
        float reach = Math.min(FARTHEST, tolerance);
        int letter = character.hashCode();
        // whole numbers that cannot overflow: a file may place a character anywhere
        long lastRow = cell(y + reach, ROW);
        long lastColumn = cell(x + reach, COLUMN);
        for (long row = cell(y - reach, ROW); row <= lastRow; row++) {
            for (long column = cell(x - reach, COLUMN); column <= lastColumn; column++) {
                if (stands(key(letter, row, column), x, y, tolerance)) {
                    return true;
                }
            }
        }
        note(key(letter, cell(y, ROW), cell(x, COLUMN)), x, y);
        return false;
    }

    private static long cell(float at, float size) {
        return (int) Math.floor(at / size);
    }

    /** Its own for each letter and cell, mixed well: a chain is chosen by its lowest bits. */
    private static long key(int letter, long row, long column) {
        long key = (letter * 0x9E3779B97F4A7C15L ^ row) * 0xFF51AFD7ED558CCDL ^ column;
        key = (key ^ key >>> 33) * 0xC4CEB9FE1A85EC53L;
        return key ^ key >>> 33;
    }

    private boolean stands(long key, float x, float y, float tolerance) {
        for (int at = chains[(int) key & chains.length - 1]; at > 0; at = before[at - 1]) {
            boolean same = keys[at - 1] == key;
            if (same && Math.abs(xs[at - 1] - x) < tolerance && Math.abs(ys[at - 1] - y) < tolerance) {
                return true;
            }
        }
        return false;
    }

    private void note(long key, float x, float y) {
        if (places == keys.length) {
            grow();
        }
        keys[places] = key;
        xs[places] = x;
        ys[places] = y;
        chain(places++);
    }

    private void chain(int place) {
        int chain = (int) keys[place] & chains.length - 1;
        before[place] = chains[chain];
        chains[chain] = place + 1;
    }

    private void grow() {
        int room = 2 * keys.length;
        keys = Arrays.copyOf(keys, room);
        xs = Arrays.copyOf(xs, room);
        ys = Arrays.copyOf(ys, room);
        before = new int[room];
        chains = new int[2 * room];
        for (int place = 0; place < places; place++) {
            chain(place);
        }
    }
}
