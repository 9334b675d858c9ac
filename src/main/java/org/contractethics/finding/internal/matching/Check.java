package org.contractethics.finding.internal.matching;

import java.util.List;
import org.contractethics.finding.CheckKind;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in each clause.
 *
 * @param id as in the reference, for example {@code K15}
 * @param rights codes of the rights catalogue
 * @param whenNegated what a hit is that its sentence forbids
 * @param protects check that such a hit speaks for; null unless {@code whenNegated} is FOUND_AS_SAFEGUARD
 */
public record Check(
        String id,
        String group,
        CheckKind kind,
        String name,
        String reason,
        List<String> rights,
        WhenNegated whenNegated,
        @Nullable String protects) {

    public Check {
        rights = List.copyOf(rights);
    }

    /** "shall not be used for surveillance" is a safeguard; "shall have no right to audit" is none. */
    public enum WhenNegated {
        /** The phrases say themselves what is denied. */
        IGNORED,
        FOUND_AS_SAFEGUARD,
        DENIED
    }
}
