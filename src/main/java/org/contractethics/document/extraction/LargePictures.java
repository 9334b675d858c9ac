package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.Map;

/** Pictures that take up most of a page, as pasted scans do: their words are not read, and that is said. */
final class LargePictures {

    /** Half of a page of Letter size, in square inches. */
    private static final double LARGE = 0.5 * 8.5 * 11;

    private static final Map<String, Double> UNITS_PER_INCH =
            Map.of("in", 1.0, "cm", 2.54, "mm", 25.4, "pt", 72.0, "pc", 6.0, "px", 96.0);

    private int count;

    /** @param width in inches, as the height */
    void see(double width, double height) {
        count += width * height >= LARGE ? 1 : 0;
    }

    /** Lengths with their unit, such as "17.5cm". */
    void see(String width, String height) {
        see(inches(width), inches(height));
    }

    private static double inches(String length) {
        int unit = Math.max(0, length.length() - 2);
        try {
            return Double.parseDouble(length.substring(0, unit))
                    / UNITS_PER_INCH.getOrDefault(length.substring(unit), Double.MAX_VALUE);
        } catch (NumberFormatException e) {
            return 0; // no size, no picture that anybody sees
        }
    }

    /** At the end, when it is known whether there are words. */
    void note(Draft draft) throws IOException {
        if (count == 0) {
            return;
        }
        if (!draft.hasText() && !draft.embedded().any()) {
            throw new NoTextLayerException();
        }
        draft.gap((count == 1 ? "A picture fills most of a page" : count + " pictures fill most of a page each")
                + " (for example a pasted scan): words in it were not read and cannot be searched. Read the original.");
    }
}
