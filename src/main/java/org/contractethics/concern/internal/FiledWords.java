package org.contractethics.concern.internal;

import java.util.List;

/**
 * What the filer of a concern wrote.
 *
 * @param rights rights the filer sees at stake, in their own words or codes
 * @param clauses where the clause they named stands
 */
public record FiledWords(String text, List<String> rights, String desiredOutcome, ClausesNamed clauses) {

    private static final String SEPARATOR = "\n";

    /** Where nothing of it is shown. */
    static final FiledWords NONE = new FiledWords("", List.of(), "");

    public FiledWords {
        rights = List.copyOf(rights);
    }

    /** Without a clause. */
    FiledWords(String text, List<String> rights, String desiredOutcome) {
        this(text, rights, desiredOutcome, ClausesNamed.NONE);
    }

    FiledWords withRights(List<String> others) {
        return new FiledWords(text, others, desiredOutcome, clauses);
    }

    /** The rights as one text; none of them holds a line end. */
    String rightsInLines() {
        return String.join(SEPARATOR, rights);
    }

    static List<String> rightsOf(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split(SEPARATOR, -1));
    }
}
