package org.contractethics.concern.internal;

import java.util.List;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.shared.ConcernId;

/** What was found on a concern, for those who weigh it, and for its answer. */
public interface FindingsOfConcerns {

    /**
     * The last version of a finding, without its sources.
     *
     * @param allegation its number within the concern
     */
    record Finding(int allegation, int version, String claim, FindingResult result, String facts) {}

    /** The last version for each allegation, in the order of the allegations. */
    List<Finding> lastOf(ConcernId concern, Opening opening);

    /** The answer that was given now rests on the findings as they stand now. */
    void cite(ConcernId concern);
}
