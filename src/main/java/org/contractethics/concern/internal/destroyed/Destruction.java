package org.contractethics.concern.internal.destroyed;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That something of a concern was destroyed for ever, and on which day; not of which concern.
 *
 * @param outcome what became of a concern that was purged; empty of any other
 */
public record Destruction(Kind kind, String outcome, LocalDate day) {

    private static final Pattern WRITTEN = Pattern.compile("(WITHDRAWN|PURGED|NAMES)(?:-([A-Z]{1,20}))?");

    /** What was destroyed. */
    public enum Kind {
        /** Keys and files of a concern that its filer took back. */
        WITHDRAWN,
        /** Everything of a concern but its outcome. */
        PURGED,
        /** Who signed a letter, as far as it was sealed. */
        NAMES
    }

    public static Destruction withdrawn(LocalDate day) {
        return new Destruction(Kind.WITHDRAWN, "", day);
    }

    public static Destruction purged(String outcome, LocalDate day) {
        return new Destruction(Kind.PURGED, outcome, day);
    }

    public static Destruction ofNames(LocalDate day) {
        return new Destruction(Kind.NAMES, "", day);
    }

    /** As it stands in the list. */
    String written() {
        return outcome.isEmpty() ? kind.name() : kind.name() + "-" + outcome;
    }

    /** Empty where the list says something else. */
    static Optional<Destruction> of(String written, LocalDate day) {
        Matcher known = WRITTEN.matcher(written);
        return known.matches()
                ? Optional.of(new Destruction(
                        Kind.valueOf(known.group(1)), known.group(2) == null ? "" : known.group(2), day))
                : Optional.empty();
    }
}
