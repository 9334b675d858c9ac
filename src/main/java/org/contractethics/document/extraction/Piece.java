package org.contractethics.document.extraction;

import java.util.List;
import org.contractethics.document.extraction.Outline.Step;
import org.jspecify.annotations.Nullable;

/**
 * A clause while its part is being cut.
 *
 * @param path the headings and numbers above it and its own, outermost first
 * @param provision whether it begins with a number of its own that is no item's, such as 7.2 or Article IV
 * @param reserved whether it says of itself that nothing stands here
 * @param titleLength how many of its first characters are heading lines, with the line break behind them
 */
record Piece(
        String number,
        boolean provision,
        boolean reserved,
        String heading,
        List<Step> path,
        int titleLength,
        @Nullable Integer page,
        int start,
        int end) {

    int length() {
        return end - start;
    }
}
