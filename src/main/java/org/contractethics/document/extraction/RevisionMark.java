package org.contractethics.document.extraction;

/**
 * Where a tracked change stands in a paragraph, counted in characters that are not blank: cleaning changes only the blanks.
 *
 * @param end behind its last character; {@code start} where it was deleted
 * @param words what was inserted or deleted
 */
record RevisionMark(Revision revision, int start, int end, String words) {

    /** The same mark behind so many more characters. */
    RevisionMark behind(int characters) {
        return new RevisionMark(revision, start + characters, end + characters, words);
    }

    /** How many characters of these words are left after cleaning and are not blank. */
    static int ink(CharSequence words) {
        return (int) CleanText.of(words.toString())
                .chars()
                .filter(c -> !Character.isWhitespace(c))
                .count();
    }
}
