package org.contractethics.search.internal;

import java.util.List;
import java.util.Map;
import org.contractethics.shared.DocumentVersionId;

/**
 * What was found in the clauses of a version, for the facet of findings. A bean of this type adapts the module that finds; while
 * there is none no clause has a finding and the facet is not shown. Whoever changes findings of a version publishes {@link
 * IndexListeners.FactsChanged} for its contract.
 */
interface ClauseFindings {

    /** Codes of the findings that stand, by ordinal of the clause; a clause without one may be absent. */
    Map<Integer, List<String>> of(DocumentVersionId version);

    /** The words for a code; the code itself where there are none. */
    String label(String code);
}
