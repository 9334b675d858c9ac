package org.contractethics.shared;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Countries by their codes (ISO 3166-1 alpha-2), as pages name them. */
public final class CountryNames {

    private static final Map<String, String> BY_CODE = byCode();

    private CountryNames() {}

    /** In English. */
    public static String of(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    }

    /** Every country, code to name, by name. */
    public static Map<String, String> all() {
        return BY_CODE;
    }

    private static Map<String, String> byCode() {
        Map<String, String> names = new LinkedHashMap<>();
        Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(CountryNames::of))
                .forEach(code -> names.put(code, of(code)));
        return Collections.unmodifiableMap(names);
    }
}
