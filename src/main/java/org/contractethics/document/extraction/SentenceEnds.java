package org.contractethics.document.extraction;

/** Finds where a text that is too long may be cut. */
final class SentenceEnds {

    private SentenceEnds() {}

    /** The last end of a line or sentence between the two offsets, or else of a word, or else the far one. */
    static int lastBefore(String text, int from, int to) {
        int word = -1;
        int sentence = -1;
        for (int i = to - 1; i > from && sentence < 0; i--) {
            if (text.charAt(i) == '\n') {
                return i + 1;
            }
            if (Character.isWhitespace(text.charAt(i))) {
                word = word < 0 ? i + 1 : word;
                sentence = ".;:!?。".indexOf(text.charAt(i - 1)) >= 0 ? i + 1 : sentence;
            }
        }
        return sentence >= 0 ? sentence : word >= 0 ? word : safe(text, to);
    }

    /** Never between the two halves of one character. */
    static int safe(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
