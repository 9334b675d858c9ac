package org.contractethics.search.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a short text without case, accents and the commonest endings, so that forms of a word are one. */
final class PlainStems {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** "Transferred" is a form of "transfer". */
    private static final Pattern DOUBLED = Pattern.compile("(?:rr|tt|nn|pp|gg|mm)$");

    /** Words that tell nothing of what is looked for. */
    private static final Set<String> TELL_NOTHING = Set.of(
            ("a about after again agreement all an and any anyone anything are as at be because been before but by "
                            + "can clause clauses contain contract could did do does each else ever every far find for from get "
                            + "gets give given has have he her here him his how i if in include included including into is it its "
                            + "just last let like long look made make many may me mean more much must my need needs no nor not now "
                            + "of off often on one ones or other others our out party people please s say shall she should show so "
                            + "some somebody someone something still such take tell than that the their them then there these they "
                            + "thing things this those to too under up upon us use very want was we were what whatever when where "
                            + "whether which while who whom whose why will with without would you your")
                    .split(" "));

    private static final Set<String> TELL_NOTHING_STEMMED =
            Set.copyOf(TELL_NOTHING.stream().map(PlainStems::stem).distinct().toList());

    private PlainStems() {}

    static List<String> of(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("'", "")
                .replace("\u2019", "")
                .toLowerCase(Locale.ROOT)
                .replace("licence", "license");
        return Arrays.stream(SEPARATORS.split(folded, -1))
                .filter(word -> !word.isEmpty())
                .map(PlainStems::stem)
                .toList();
    }

    static boolean tells(String stem) {
        return !TELL_NOTHING_STEMMED.contains(stem);
    }

    /** Words of the text that tell something, each once, in their own form. */
    static List<String> telling(String text) {
        return Arrays.stream(SEPARATORS.split(text.toLowerCase(Locale.ROOT), -1))
                .filter(word -> !word.isEmpty() && tells(stem(word)))
                .distinct()
                .toList();
    }

    private static String stem(String word) {
        String stem = word;
        for (String ending :
                List.of("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ed", "es", "s")) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= 3) {
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        if (DOUBLED.matcher(stem).find() && stem.length() < word.length()) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return stem.length() > 3 && (stem.endsWith("e") || stem.endsWith("y"))
                ? stem.substring(0, stem.length() - 1)
                : stem;
    }
}
