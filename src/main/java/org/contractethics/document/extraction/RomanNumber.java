package org.contractethics.document.extraction;

/** Writes Roman numbers. */
final class RomanNumber {

    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    private RomanNumber() {}

    /** In capitals; empty below 1, and from 4,000 on, where nobody counts clauses. */
    static String of(int value) {
        StringBuilder roman = new StringBuilder();
        int rest = value >= 4000 ? 0 : value;
        for (int i = 0; i < VALUES.length; i++) {
            while (rest >= VALUES[i]) {
                roman.append(SIGNS[i]);
                rest -= VALUES[i];
            }
        }
        return roman.toString();
    }
}
