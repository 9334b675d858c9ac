package org.contractethics.review.internal.panel;

import java.util.List;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Recusals;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.StageResults;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.review.internal.Votes;
import org.jspecify.annotations.Nullable;

/** What papers say of the rounds of a pass, for the world of the review tests. */
public final class RoundsOnPaper {

    private final OpenedRounds opened;

    public RoundsOnPaper(PanelTables tables, VoteRounds rounds, Votes votes, Recusals recusals, StageResults results) {
        this.opened = new OpenedRounds(rounds, votes, recusals, results, tables.acting());
    }

    public String quorum(ReviewCase review, int pass, @Nullable Decision decision) {
        return opened.of(review, pass, decision).rules().quorumInWords();
    }

    /** Of each round "valid of cast, lost". */
    public List<String> counted(ReviewCase review, int pass, @Nullable Decision decision) {
        return opened.of(review, pass, decision).rounds().stream()
                .map(round -> round.valid() + " of " + round.votes().size() + ", " + round.lost())
                .toList();
    }
}
