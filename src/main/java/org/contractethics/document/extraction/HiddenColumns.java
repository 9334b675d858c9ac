package org.contractethics.document.extraction;

import java.util.BitSet;

/** The columns of a sheet that Excel does not show. */
final class HiddenColumns {

    private static final int LAST = 16_384;

    private final BitSet columns = new BitSet();

    void add(XmlEvents xml) {
        if (xml.attribute("hidden", "0").matches("1|true")) {
            int from = Math.max(1, xml.number("min", 1));
            int to = Math.min(LAST, xml.number("max", from));
            columns.set(from, Math.max(from, to + 1));
        }
    }

    /** @param reference of a cell, for example {@code AB12} */
    boolean hides(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && i < 3 && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
        }
        return column > 0 && columns.get(column);
    }
}
