package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.search.internal.SearchAnswer.Segment;

/**
 * Cuts highlighted text into plain segments, so that pages show hits without trusting any markup. The marks are
 * code points that stand for no character, which {@link #withoutMarks} keeps out of the indexed text. Control characters would not do: the
 * cluster trims them from the ends of a fragment.
 */
final class Highlights {

    static final char BEGIN = '\ufdd0';
    static final char END = '\ufdd1';

    private Highlights() {}

    static List<Segment> segments(String marked) {
        var segments = new ArrayList<Segment>();
        var text = new StringBuilder();
        boolean hit = false;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == BEGIN || c == END) {
                flush(segments, text, hit);
                hit = c == BEGIN;
            } else {
                text.append(c);
            }
        }
        flush(segments, text, hit);
        return List.copyOf(segments);
    }

    /** Same length as before, so that offsets stay true. */
    static String withoutMarks(String text) {
        return text.replace(BEGIN, ' ').replace(END, ' ');
    }

    private static void flush(List<Segment> segments, StringBuilder text, boolean hit) {
        if (!text.isEmpty()) {
            segments.add(new Segment(text.toString(), hit));
            text.setLength(0);
        }
    }
}
