package org.contractethics.report.internal;

import java.util.Currency;

/**
 * Money committed under a contract.
 *
 * @param minor in minor units of the currency
 */
record Amount(String currency, long minor) {

    /** Whoever asks may not be told. */
    static final Amount WITHHELD = new Amount("withheld", 0);

    /** Whole units of the currency, rounded half up. */
    static long whole(String currency, long minor) {
        long unit = 1;
        for (int i = 0; i < digits(currency); i++) {
            unit *= 10;
        }
        return Math.floorDiv(minor + unit / 2, unit);
    }

    /** Whether the code names a currency, so that amounts in it can be added. */
    static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(code));
    }

    private static int digits(String currency) {
        return isCurrency(currency) ? Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0) : 2;
    }
}
