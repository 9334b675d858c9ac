package org.contractethics.document.extraction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines that stand at the edge of most pages: heads, feet and page numbers. Between two pages they would cut a sentence. */
final class RunningHeads {

    private static final int EDGE_LINES = 2;
    private static final int FEWEST_PAGES = 3;

    private final Map<String, Integer> pagesWith = new HashMap<>();
    private final int needed;

    private RunningHeads(int pages) {
        this.needed = Math.max(FEWEST_PAGES, pages / 2);
    }

    static RunningHeads of(List<List<PdfLine>> pages) {
        RunningHeads heads = new RunningHeads(pages.size());
        for (List<PdfLine> page : pages) {
            Set<String> shapes = new HashSet<>();
            for (int i = 0; i < page.size(); i++) {
                if (atEdge(page, i)) {
                    shapes.add(shape(page.get(i).text()));
                }
            }
            shapes.forEach(shape -> heads.pagesWith.merge(shape, 1, Integer::sum));
        }
        return heads;
    }

    boolean isOne(List<PdfLine> page, int index) {
        return atEdge(page, index)
                && pagesWith.getOrDefault(shape(page.get(index).text()), 0) >= needed;
    }

    private static boolean atEdge(List<PdfLine> page, int index) {
        return index < EDGE_LINES || index >= page.size() - EDGE_LINES;
    }

    /** The page number changes from page to page, the rest does not. */
    private static String shape(String line) {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            boolean digit = Character.isDigit(line.charAt(i));
            if (!digit || shape.isEmpty() || shape.charAt(shape.length() - 1) != '#') {
                shape.append(digit ? '#' : line.charAt(i));
            }
        }
        return shape.toString();
    }
}
