package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All of one kind, in the order in which they became known, in blocks. */
final class Blocks<T> {

    /** So many that a change costs little and that there are few blocks to put together. */
    static final int SIZE = 512;

    private final List<Block<T>> blocks = new ArrayList<>();
    private final int size;

    Blocks(int size) {
        this.size = size;
    }

    /** Returns the block it stands in from now on. */
    Block<T> add(T one) {
        Block<T> last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (last == null || last.members().size() == size) {
            last = new Block<>();
            blocks.add(last);
        }
        last.add(one);
        return last;
    }

    /** @param number the place among all */
    Block<T> of(int number) {
        return blocks.get(number / size);
    }

    List<Block<T>> all() {
        return Collections.unmodifiableList(blocks);
    }
}
