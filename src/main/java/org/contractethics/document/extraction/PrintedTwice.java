package org.contractethics.document.extraction;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds characters that are printed twice at nearly the same place, as some programs do to make them look bold. The same
 * answer as that of PDFBox, which keeps sorted trees for it and spends a quarter of the whole reading on them.
 */
final class PrintedTwice {

    /** Height of the rows in which places are looked up, in points. */
    private static final float ROW = 6;

    private final Map<Long, float[]> places = new HashMap<>();

    void newPage() {
        places.clear();
    }

    /** Whether the character stands there already; notes it otherwise. */
    boolean isAgain(String character, float x, float y, float width) {
        float tolerance = width / Math.max(1, character.length()) / 3;
        int row = (int) Math.floor(y / ROW);
        float reach = Math.min(50 * ROW, tolerance);
        int last = (int) Math.floor((y + reach) / ROW);
        for (int near = (int) Math.floor((y - reach) / ROW); near <= last; near++) {
            if (stands(places.get(key(character, near)), x, y, tolerance)) {
                return true;
            }
        }
        places.merge(key(character, row), new float[] {1, x, y}, PrintedTwice::added);
        return false;
    }

    /**
     * Its own for each letter and row. A map folds the two halves of a number onto each other, so they are mixed first: without that,
     * the letters of a page share few places in it, which took a tenth of the whole reading.
     */
    private static long key(String character, int row) {
        long key = (long) character.hashCode() << 32 | (row & 0xFFFF_FFFFL);
        key = (key ^ key >>> 33) * 0xFF51AFD7ED558CCDL;
        return key ^ key >>> 33;
    }

    private static boolean stands(float @Nullable [] known, float x, float y, float tolerance) {
        if (known == null) {
            return false;
        }
        int end = 1 + 2 * (int) known[0];
        for (int i = 1; i < end; i += 2) {
            if (Math.abs(known[i] - x) < tolerance && Math.abs(known[i + 1] - y) < tolerance) {
                return true;
            }
        }
        return false;
    }

    /** The first number counts the places. */
    private static float[] added(float[] known, float[] place) {
        int count = (int) known[0];
        float[] room =
                1 + 2 * count < known.length ? known : Arrays.copyOf(known, known.length + 2 * Math.max(4, count));
        room[1 + 2 * count] = place[1];
        room[2 + 2 * count] = place[2];
        room[0] = count + 1;
        return room;
    }
}
