package org.contractethics.review.internal.panel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a panel after it was drawn.
 *
 * @param out who left their seat; null where an alternate came in besides
 * @param in the alternate who came in; null where none was left
 */
public record PanelChange(@Nullable String out, @Nullable String in, Reason reason, String by, Instant at) {

    /** Why the panel changed. */
    public enum Reason {
        RECUSED("declared a conflict of interest"),
        ABSENT("is absent"),
        QUORUM("was needed for the quorum");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
