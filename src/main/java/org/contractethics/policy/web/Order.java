package org.contractethics.policy.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which entries of a list moved: as few as explain the new order. Where the first row that applies decides, order matters. */
final class Order {

    private Order() {}

    static Set<String> moved(List<String> before, List<String> after) {
        List<String> common = after.stream().filter(before::contains).toList();
        Set<String> moved = new LinkedHashSet<>(common);
        longestRising(common.stream().map(before::indexOf).toList()).forEach(at -> moved.remove(common.get(at)));
        return moved;
    }

    /** Positions of a longest rising part of the numbers. */
    private static List<Integer> longestRising(List<Integer> numbers) {
        List<Integer> length = new ArrayList<>();
        List<Integer> previous = new ArrayList<>();
        int best = -1;
        for (int at = 0; at < numbers.size(); at++) {
            length.add(1);
            previous.add(-1);
            for (int earlier = 0; earlier < at; earlier++) {
                if (numbers.get(earlier) < numbers.get(at) && length.get(earlier) + 1 > length.get(at)) {
                    length.set(at, length.get(earlier) + 1);
                    previous.set(at, earlier);
                }
            }
            best = best < 0 || length.get(at) > length.get(best) ? at : best;
        }
        List<Integer> positions = new ArrayList<>();
        for (int at = best; at >= 0; at = previous.get(at)) {
            positions.add(at);
        }
        Collections.reverse(positions);
        return positions;
    }
}
