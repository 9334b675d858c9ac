package org.contractethics.paper;

import java.util.List;
import org.contractethics.paper.Paper.Heading;

/** The headings that the table of contents lists. */
final class PaperOutline {

    private static final int DEEPEST = 2;

    private PaperOutline() {}

    static List<Heading> of(Paper paper) {
        return paper.blocks().stream()
                .filter(Heading.class::isInstance)
                .map(Heading.class::cast)
                .filter(PaperOutline::lists)
                .toList();
    }

    static boolean lists(Heading heading) {
        return heading.level() <= DEEPEST;
    }
}
