package org.contractethics.shared;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a concern is about where it is about no contract and no agency.
 *
 * @param code of a capability; number of a version of the policy, with a slash and the id of a table where it is about one; code of an
 *     office of the review process
 */
public record ConcernMatter(Kind kind, String code) {

    /** What kind of thing it is. */
    public enum Kind {
        CAPABILITY("Capability"),
        POLICY("Policy"),
        PROCESS("Review process");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The words shown on screen. */
        public String label() {
            return label;
        }
    }

    /** As forms send it: kind and code with a colon. Empty where it has no such form; whether the code is known is not looked at. */
    public static Optional<ConcernMatter> parse(String typed) {
        int colon = typed.indexOf(':');
        return colon < 1 || colon == typed.length() - 1
                ? Optional.empty()
                : Arrays.stream(Kind.values())
                        .filter(kind -> kind.name().equals(typed.substring(0, colon)))
                        .findFirst()
                        .map(kind -> new ConcernMatter(kind, typed.substring(colon + 1)));
    }

    /** What {@link #parse} reads. */
    public String typed() {
        return kind + ":" + code;
    }
}
