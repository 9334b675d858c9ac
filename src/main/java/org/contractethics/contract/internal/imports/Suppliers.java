package org.contractethics.contract.internal.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells suppliers that are persons from those that are organisations. Names of persons are not taken in. */
final class Suppliers {

    /** What stands in the register for a supplier who is a person. */
    static final String PERSON = "Natural person (name not taken in)";

    private static final Pattern PARAGUAY_REGISTER = Pattern.compile("(?iu)registro único de contribuyente|PY-RUC");
    private static final Pattern PARAGUAY_COMPANY = Pattern.compile("80\\d{5,7}-?\\d");
    private static final Pattern LAST_FIRST =
            Pattern.compile("[\\p{Lu}'-]{2,}, [\\p{Lu}'-]{2,}( \\p{Lu}[\\p{Lu}'-]*\\.?)?");
    private static final Pattern ORGANISATION = Pattern.compile(
            "(?iU)\\b(s\\.?\\s?a\\.?|s\\.?\\s?r\\.?\\s?l\\.?|s\\.?a\\.?c\\.?i\\.?|"
                    + "s\\.?a\\.?e\\.?c\\.?a\\.?|ltda?|limited|inc|incorporated|llc|llp|lp|corp\\w*|company|compan\\w*|co|gmbh|ag|kg|bv|nv|plc|"
                    + "pty|c[ií]a|group|grupo|holding\\w*|services?|servicios?|systems?|sistemas?|technolog\\w*|tecnolog\\w*|universi\\w*|"
                    + "college|school|council|ministr\\w*|minister\\w*|authority|agency|department|foundation|fundaci[oó]n|associat\\w*|"
                    + "asociaci[oó]n|consorcio|consortium|trust|partners\\w*|solutions?|soluciones|consult\\w*|international|"
                    + "internacional|enterprises?|empresa\\w*|industr\\w*|construct\\w*|comercial|network\\w*|data|lab\\w*|software|"
                    + "media|energy|engineering|ingenier[ií]a|logistics|security|seguridad|bank|banco|the|and|of|y|de|dba|city|"
                    + "county|borough|municipal\\w*|cooperativ\\w*|institut\\w*|cent(er|re|ro)|studio|design|communications?|"
                    + "comunicaciones|federal|national|nacional|global|digital|cycle|provision|works|supply|trading|provider)\\b\\.?");

    private Suppliers() {}

    /**
     * @param scheme register that gave the identifier; empty where there is none
     * @param id identifier in it
     */
    static boolean isPerson(String name, String scheme, String id) {
        if (PARAGUAY_REGISTER.matcher(scheme).find() && !id.isBlank()) {
            return !PARAGUAY_COMPANY.matcher(id.strip()).matches();
        }
        return scheme.isBlank() && id.isBlank() && looksLikePerson(name);
    }

    /** A recipient written "LAST, FIRST M", as federal records write persons. */
    static boolean isFederalPerson(String name) {
        return name.indexOf(", ") > 0
                && LAST_FIRST.matcher(name.toUpperCase(Locale.ROOT)).matches()
                && !ORGANISATION.matcher(name).find();
    }

    private static boolean looksLikePerson(String name) {
        String[] words = name.strip().split("\\s+", -1);
        return words.length >= 3
                && words.length <= 5
                && Arrays.stream(words).allMatch(word -> word.chars().allMatch(c -> Character.isLetter(c) || c == '\''))
                && !ORGANISATION.matcher(name).find();
    }
}
