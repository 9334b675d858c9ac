package org.contractethics.document.extraction;

import java.util.List;

/** Writes page numbers the way people do: 3, 5-9, 12. */
final class PageRanges {

    private PageRanges() {}

    /** @param pages ascending */
    static String of(List<Integer> pages) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < pages.size()) {
            int last = i;
            while (last + 1 < pages.size() && pages.get(last + 1) == pages.get(last) + 1) {
                last++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(pages.get(i));
            if (last > i) {
                text.append('-').append(pages.get(last));
            }
            i = last + 1;
        }
        return text.toString();
    }
}
