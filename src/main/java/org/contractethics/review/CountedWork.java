package org.contractethics.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the work list cannot tell of who has how much to do: votes are held by nobody, and what began with a concern is counted for nobody. */
public interface CountedWork {

    /** What a line tells. */
    enum Kind {
        /** A vote that is open, for which this person was drawn, and which they have not cast. */
        VOTE_DUE,
        /** A vote that this person cast, in a round that is closed by now. */
        VOTE_CAST,
        /** A remediation of what a concern showed; of nobody (H13). */
        REMEDY_OF_CONCERN
    }

    /**
     * @param subject id of the review, or of the remediation
     * @param person account name; empty where it is of nobody
     */
    record Line(Kind kind, UUID subject, String person) {}

    /** Votes due now, those cast since then, and every remediation that began with a concern: one statement. */
    List<Line> since(Instant since);
}
