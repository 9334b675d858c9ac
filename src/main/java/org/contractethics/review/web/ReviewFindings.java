package org.contractethics.review.web;

import java.util.List;
import org.contractethics.review.internal.Assessments;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.StageResults;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.review.internal.Votes;
import org.contractethics.review.web.ReviewDocument.DecisionDocument;
import org.contractethics.review.web.ReviewDocument.OpenVote;
import org.contractethics.review.web.ReviewDocument.StageDocument;
import org.contractethics.review.web.TablesDocument.TriageDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the stages of a review found, as the API tells it: the same as its page. A sealed vote stays sealed (H4). */
@Component
class ReviewFindings {

    private final StageResults results;
    private final Assessments assessments;
    private final VoteRounds rounds;
    private final Votes votes;
    private final Decisions decisions;

    ReviewFindings(StageResults results, Assessments assessments, VoteRounds rounds, Votes votes, Decisions decisions) {
        this.results = results;
        this.assessments = assessments;
        this.rounds = rounds;
        this.votes = votes;
        this.decisions = decisions;
    }

    List<StageDocument> stages(ReviewCase review) {
        return results.of(review.id()).stream().map(StageDocument::of).toList();
    }

    @Nullable
    TriageDocument triage(ReviewCase review) {
        return results.form(review.id(), review.pass(), TriageConfirmation.class)
                .map(TriageDocument::of)
                .orElse(null);
    }

    @Nullable
    AssessmentDocument assessment(ReviewCase review) {
        return assessments
                .find(review.id(), review.pass())
                .map(AssessmentDocument::of)
                .orElse(null);
    }

    /** None where the review is closed: a vote that a hold ended stays sealed, and nobody votes in it any more. */
    @Nullable
    OpenVote openVote(ReviewCase review) {
        return rounds.open(review.id())
                .filter(round -> !review.closed())
                .map(OpenVote::of)
                .orElse(null);
    }

    List<VotesDocument> openedVotes(ReviewCase review) {
        return rounds.closed(review.id()).stream()
                .map(round -> VotesDocument.of(round, votes.opened(round)))
                .toList();
    }

    List<DecisionDocument> decisions(ReviewCase review) {
        return decisions.of(review.id()).stream().map(this::decision).toList();
    }

    private DecisionDocument decision(Decision decision) {
        return DecisionDocument.of(decision, decisions.lapse(decision.id()).orElse(null));
    }
}
