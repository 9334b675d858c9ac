package org.contractethics.record.verification;

import java.util.Comparator;
import java.util.List;

/**
 * Something in the database that refuses what must not happen to the record.
 *
 * @param kind trigger, constraint, function, or what never is one of ours: rule, row filter
 * @param place table with its schema; the schema of a function
 * @param name without spaces
 */
record Guard(String kind, String place, String name) implements Comparable<Guard> {

    /** In this order they are told. */
    private static final List<String> KINDS = List.of("trigger", "constraint", "function", "rule", "row filter");

    private static final Comparator<Guard> ORDER = Comparator.comparingInt((Guard guard) -> KINDS.indexOf(guard.kind))
            .thenComparing(Guard::place)
            .thenComparing(Guard::name);

    private static final String WHO = "somebody with the rights of the owner works on the database by hand.";

    @Override
    public int compareTo(Guard other) {
        return ORDER.compare(this, other);
    }

    /** Acts on rows though nothing of ours asks it to. */
    boolean actsByItself() {
        return !kind.equals("function") && !kind.equals("constraint");
    }

    Found is(String sentence) {
        return new Found("guard " + kind + " " + place + " " + name, new Finding(null, sentence));
    }

    /** @param there whether there still is one of this name */
    String off(boolean there) {
        if (kind.equals("function")) {
            return "The function " + name + " of " + place + ", which guards, "
                    + (there ? "is not the one that the migrations made: " : "is gone: ") + WHO;
        }
        return "The guard " + name + " of " + place
                + (there ? " is switched off or is not the one that the migrations made: " : " is switched off: ")
                + WHO;
    }

    String strange() {
        return "A " + kind + " that no migration made acts on " + place + " (" + name + "): " + WHO;
    }
}
