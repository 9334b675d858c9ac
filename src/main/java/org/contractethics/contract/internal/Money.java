package org.contractethics.contract.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Exact amounts: decimals become minor units of the currency and back, and never pass through floating point. */
public final class Money {

    /** Ten thousand billion in a currency with cents; the database refuses more. */
    public static final long MAX_MINOR = 1_000_000_000_000_000L;

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,20}(\\.\\d{1,10})?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([, ]\\d{3})+(\\.\\d{1,10})?");

    private Money() {}

    /** Whether the code is a currency of ISO 4217 that amounts can be stated in. */
    public static boolean isCurrency(String code) {
        return currency(code).isPresent();
    }

    /** Reads {@code 1234.5} or {@code 1,234.50}. */
    public static long minor(String text, String currency) throws BadValue {
        String trimmed = text.strip();
        if (GROUPED.matcher(trimmed).matches()) {
            trimmed = trimmed.replace(",", "").replace(" ", "");
        }
        if (!PLAIN.matcher(trimmed).matches()) {
            throw new BadValue("\"" + Text.cut(Text.line(text), 60)
                    + "\" is not an amount. Write digits with a point for the decimals, for example 19400000.00.");
        }
        return minor(new BigDecimal(trimmed), currency);
    }

    public static long minor(BigDecimal amount, String currency) throws BadValue {
        // looked at before any arithmetic: 1E+999999999 would take all memory to write out
        if (amount.precision() - (long) amount.scale() > 16 || amount.scale() > 20) {
            throw tooLarge();
        }
        int digits = digits(currency);
        BigDecimal minor = amount.movePointRight(digits);
        if (minor.stripTrailingZeros().scale() > 0) {
            throw new BadValue("The amount has more decimals than " + currency + " knows (" + digits + ").");
        }
        if (minor.abs().compareTo(BigDecimal.valueOf(MAX_MINOR)) > 0) {
            throw tooLarge();
        }
        return minor.longValueExact();
    }

    /** The amount in whole units of the currency, rounded down: comparable whether or not the currency has cents. */
    public static @Nullable Long units(@Nullable Long minor, String currency) {
        if (minor == null) {
            return null;
        }
        return BigDecimal.valueOf(minor, defaultDigits(currency))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    /** The amount as people type it, for example {@code 19400000.00}. */
    public static String plain(@Nullable Long minor, String currency) {
        return minor == null
                ? ""
                : BigDecimal.valueOf(minor, defaultDigits(currency)).toPlainString();
    }

    /** The amount as people read it, for example {@code USD 19,400,000.00}. */
    public static String shown(long minor, String currency) {
        int digits = defaultDigits(currency);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return currency + " " + format.format(BigDecimal.valueOf(minor, digits));
    }

    private static int digits(String currency) throws BadValue {
        return currency(currency)
                .orElseThrow(() -> new BadValue("\"" + Text.cut(Text.line(currency), 20)
                        + "\" is not a currency code of ISO 4217, for example USD."))
                .getDefaultFractionDigits();
    }

    private static int defaultDigits(String currency) {
        return currency(currency).map(Currency::getDefaultFractionDigits).orElse(2);
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code)).filter(known -> known.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static BadValue tooLarge() {
        return new BadValue("The amount is larger than the register can hold.");
    }
}
