package org.contractethics.document.extraction;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph or table row as the file has it; the raw material of clauses.
 *
 * @param start offset of its first character in the text of its part
 * @param level 1 to 9 where the file itself calls it a heading; 0 otherwise
 * @param labelLength how many of its first characters are a number the file counts by itself; 0 where it has none
 * @param bold whether all of it is set in bold
 * @param context heading that comes from elsewhere, for example the header row of a table; empty otherwise
 * @param page from 1; null where the format has none
 */
record Block(int start, int end, int level, int labelLength, boolean bold, String context, @Nullable Integer page) {

    int length() {
        return end - start;
    }
}
