package org.contractethics.record.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which files a log of this size has (C2SP tlog-tiles): hashes of every level, and the entries. */
public final class Tiles {

    private static final int GROUP = 1_000;

    /**
     * @param level level of the tree divided by 8
     * @param width hashes or entries in it, 256 when it is complete
     */
    public record Tile(int level, long index, int width) {

        public String path() {
            return "tile/" + level + "/" + name();
        }

        /** The file of the entries below it; only for tiles of level 0. */
        public String entriesPath() {
            return "tile/entries/" + name();
        }

        /** Groups of three digits, so that no folder grows beyond a thousand names. */
        private String name() {
            StringBuilder name = new StringBuilder(String.format(Locale.ROOT, "%03d", index % GROUP));
            for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
                name.insert(0, String.format(Locale.ROOT, "x%03d/", rest % GROUP));
            }
            return width == TreeHashes.TILE ? name.toString() : name + ".p/" + width;
        }
    }

    private Tiles() {}

    public static List<Tile> of(long size) {
        List<Tile> tiles = new ArrayList<>();
        long hashes = size;
        for (int level = 0; hashes > 0; level++) {
            for (long index = 0; index * TreeHashes.TILE < hashes; index++) {
                int width = (int) Math.min(TreeHashes.TILE, hashes - index * TreeHashes.TILE);
                tiles.add(new Tile(level, index, width));
            }
            hashes /= TreeHashes.TILE;
        }
        return tiles;
    }
}
