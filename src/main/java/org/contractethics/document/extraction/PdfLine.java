package org.contractethics.document.extraction;

/**
 * A line of a page, as it was set.
 *
 * @param top distance of its base line from the upper edge, in points
 * @param left where it begins, in points
 * @param right where it ends, in points
 * @param size of its type, in points
 * @param bold whether all of it is bold
 */
record PdfLine(String text, int page, float top, float left, float right, float size, boolean bold) {

    boolean hasWords() {
        return text.chars().anyMatch(Character::isLetterOrDigit);
    }
}
