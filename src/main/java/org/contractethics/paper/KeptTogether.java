package org.contractethics.paper;

import java.util.List;
import org.contractethics.paper.Paper.Block;
import org.contractethics.paper.Paper.Chart;
import org.contractethics.paper.Paper.Heading;
import org.contractethics.paper.Paper.Items;
import org.contractethics.paper.Paper.Table;
import org.contractethics.paper.Paper.Text;

/** What must not part at the end of a page of a PDF: a heading from what it is the heading of, and words from the table that they explain. */
final class KeptTogether {

    private static final int MOST = 225;
    private static final int HEADING = 12;
    private static final int LINE = 6;
    private static final int LETTERS = 95;
    private static final int TABLE = 34;
    private static final int WIDE = 174;

    private KeptTogether() {}

    /** Whether the block after this one belongs on the same page. */
    private static boolean withNext(List<Block> blocks, int at) {
        Block block = blocks.get(at);
        if (block instanceof Heading) {
            return true;
        }
        boolean leads =
                at + 1 < blocks.size() && (blocks.get(at + 1) instanceof Table || blocks.get(at + 1) instanceof Chart);
        return leads && (block instanceof Text || block instanceof Chart);
    }

    /** How much of a page a block takes with all that belongs to it; never more than a page has. */
    static int millimetres(List<Block> blocks, int at) {
        int needed = beginning(blocks.get(at));
        int next = at;
        while (next + 1 < blocks.size() && withNext(blocks, next)) {
            next++;
            needed += beginning(blocks.get(next));
        }
        return Math.min(needed, MOST);
    }

    /** Of what may break in itself, as much as has to stand below a heading. */
    private static int beginning(Block block) {
        if (block instanceof Heading) {
            return HEADING;
        }
        if (block instanceof Text text) {
            return LINE * (1 + Math.min(text.text().length(), 6 * LETTERS) / LETTERS);
        }
        if (block instanceof Chart chart) {
            return HEADING + (int) (WIDE * ChartPicture.proportion(chart));
        }
        return block instanceof Items ? 2 * LINE : TABLE;
    }
}
