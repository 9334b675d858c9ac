package org.contractethics.contract.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contractethics.shared.CountryNames;

/** Countries by ISO 3166-1 alpha-2 code, and the names people write for them. */
public final class Countries {

    /** User-assigned code of ISO 3166 that stands for an unknown country. */
    public static final String UNKNOWN = "ZZ";

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> BY_NAME = byName();

    private Countries() {}

    public static boolean isCode(String code) {
        return CODES.contains(code);
    }

    /** The code for a code of two or three letters or a name in a language of the award sources. */
    public static Optional<String> code(String codeOrName) {
        return Optional.ofNullable(BY_NAME.get(key(codeOrName)));
    }

    /** The English name, or "Unknown country". */
    public static String label(String code) {
        return isCode(code) ? CountryNames.of(code) : "Unknown country";
    }

    /** All countries, code to English name, by name. */
    public static Map<String, String> labels() {
        return CountryNames.all();
    }

    private static Map<String, String> byName() {
        Map<String, String> names = new LinkedHashMap<>();
        List<Locale> languages = List.of(
                Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.FRENCH, Locale.GERMAN, Locale.forLanguageTag("pt"));
        Arrays.stream(Locale.getISOCountries()).forEach(code -> {
            Locale region = new Locale.Builder().setRegion(code).build();
            languages.forEach(language -> names.putIfAbsent(key(region.getDisplayCountry(language)), code));
            names.put(key(region.getISO3Country()), code);
        });
        Arrays.stream(Locale.getISOCountries()).forEach(code -> names.put(key(code), code));
        names.put(key("UK"), "GB");
        names.put(key("Great Britain"), "GB");
        names.put(key("England"), "GB");
        names.put(key("United States of America"), "US");
        return Map.copyOf(names);
    }

    private static String key(String name) {
        return Text.line(name).toLowerCase(Locale.ROOT);
    }
}
