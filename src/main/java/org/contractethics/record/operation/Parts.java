package org.contractethics.record.operation;

import java.util.ArrayList;
import java.util.List;

/** An entry has a longest length, so what is long is told by several. */
final class Parts {

    private Parts() {}

    static <E> List<List<E>> of(List<E> all, int most) {
        List<List<E>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            parts.add(all.subList(from, Math.min(all.size(), from + most)));
        }
        return parts;
    }
}
