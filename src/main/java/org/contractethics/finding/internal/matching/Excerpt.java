package org.contractethics.finding.internal.matching;

import java.util.List;

/** Pieces of a clause that people read. */
public final class Excerpt {

    private static final int LONGEST = 600;

    private Excerpt() {}

    /** The sentences that hold the words, shortened around them where they are long. */
    public static String around(String text, int start, int end) {
        int from = 0;
        int to = text.length();
        for (int begin : Sentences.begin(text)) {
            from = begin <= start ? begin : from;
            if (begin >= end) {
                to = begin;
                break;
            }
        }
        if (to - from > LONGEST) {
            from = Math.max(from, start - LONGEST / 2);
            to = Math.min(to, Math.max(end, from + LONGEST));
        }
        String shown =
                text.substring(from, Math.min(to, from + 2 * LONGEST)).strip().replaceAll("\\s+", " ");
        return (from > 0 && text.charAt(from - 1) != ' ' && text.charAt(from - 1) != '\n' ? "… " : "") + shown;
    }

    public static String lastSentence(String text) {
        List<Integer> begins = Sentences.begin(text);
        return text.substring(begins.get(begins.size() - 1));
    }

    /** Where each sentence begins, and the end of the text. */
    public static List<Integer> bounds(String text) {
        List<Integer> bounds = new java.util.ArrayList<>(Sentences.begin(text));
        bounds.add(text.length());
        return bounds;
    }
}
