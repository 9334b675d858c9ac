package org.contractethics.document.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a provision that says of itself that nothing stands here, as in "2. Reserved." or "§ 7 (weggefallen)", from a heading: what
 * follows it is not about that.
 */
final class ReservedProvision {

    private static final int LONGEST = 80;

    /** What lawyers write where a number is kept and its words are gone. */
    private static final Set<String> WORDS = Set.of(
            "reserved",
            "reserved for future use",
            "omitted",
            "deleted",
            "deleted in its entirety",
            "left blank",
            "not used",
            "unused",
            "not applicable",
            "n/a",
            "entfällt",
            "entfallen",
            "weggefallen",
            "aufgehoben",
            "gestrichen",
            "reserviert",
            "nicht belegt",
            "nicht besetzt",
            "unbesetzt");

    private static final Set<String> PLACES =
            Set.of("section", "clause", "article", "paragraph", "subsection", "provision", "item");

    private static final Set<String> VERBS = Set.of("is", "was", "has been");

    private ReservedProvision() {}

    /** Whether the words behind a number say nothing but that, in brackets or not. */
    static boolean saidBy(String words) {
        String line = words.strip();
        if (line.isEmpty() || line.length() > LONGEST) {
            return false;
        }
        String said = bare(line);
        return WORDS.contains(said)
                || WORDS.contains(without(List.of("intentionally "), said))
                || WORDS.contains(without(List.of("intentionally "), withoutSubject(said)));
    }

    /** Whether a heading ends with it, as in "Facilities Management: Intentionally Omitted" or "Exclusivity [Reserved]". */
    static boolean endsHeading(String heading) {
        String line = heading.strip();
        int bracket = Math.max(line.lastIndexOf('['), line.lastIndexOf('('));
        if (bracket > 0 && saidBy(line.substring(bracket))) {
            return true;
        }
        String said = bare(line);
        int on = said.lastIndexOf(" intentionally ");
        return on > 0 && saidBy(said.substring(on));
    }

    /** "This section is intentionally omitted" says the same as "Intentionally omitted". */
    private static String withoutSubject(String said) {
        for (String place : PLACES) {
            String begin = "this " + place + " ";
            if (said.startsWith(begin)) {
                return without(VERBS.stream().map(verb -> verb + " ").toList(), said.substring(begin.length()));
            }
        }
        return said;
    }

    private static String without(List<String> beginnings, String said) {
        return beginnings.stream()
                .filter(said::startsWith)
                .findFirst()
                .map(begin -> said.substring(begin.length()))
                .orElse(said);
    }

    /** In small letters, with single spaces, without brackets, dots, dashes and quotation marks around them. */
    private static String bare(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && !Character.isLetterOrDigit(line.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(line.charAt(end - 1))) {
            end--;
        }
        StringBuilder bare = new StringBuilder();
        for (String word : line.substring(start, end).toLowerCase(Locale.ROOT).split("\\s", -1)) {
            if (!word.isEmpty()) {
                bare.append(bare.isEmpty() ? "" : " ").append(word);
            }
        }
        return bare.toString().replace("n.a", "n/a");
    }
}
