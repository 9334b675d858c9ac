package org.contractethics.review.internal;

import java.util.List;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Safeguards.SafeguardGaps;
import org.contractethics.review.internal.Assessment.Rated;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.panel.DrawingPanel;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the vote of a pass on what the tables allow after mitigation; where the panel votes, its members are drawn. */
@Component
public class OpeningVote {

    static final String CRITICAL =
            "An impact was assessed as critical: the board committee decides, whatever mitigation leaves of it (table 2.7).";

    private final Assessments assessments;
    private final StageResults results;
    private final VoteRounds rounds;
    private final DecisionSpaces spaces;
    private final PolicyOfReview policies;
    private final DrawingPanel panel;
    private final SpaceLimits limits;

    OpeningVote(
            Assessments assessments,
            StageResults results,
            VoteRounds rounds,
            DecisionSpaces spaces,
            PolicyOfReview policies,
            DrawingPanel panel,
            SpaceLimits limits) {
        this.assessments = assessments;
        this.results = results;
        this.rounds = rounds;
        this.spaces = spaces;
        this.policies = policies;
        this.panel = panel;
        this.limits = limits;
    }

    /** @param mitigation of this pass or carried over; null in T1, which has neither mitigation nor blocking safeguards (table 2.8) */
    VoteRound open(Open work, @Nullable Mitigation mitigation) {
        Tier tier = work.review().confirmedTier();
        Spaces spaces = spaces(work.review(), mitigation);
        VoteRound round = rounds.open(
                work.id(), work.review().pass(), spaces, VotingRules.needsPanel(tier, spaces.assessed()), work.now());
        panel.draw(work.review(), round, work.actor().username(), work.now());
        return round;
    }

    /** Whether what mitigation states is left waits for somebody who says whether it holds. */
    boolean waits(ReviewId review) {
        return rounds.open(review).filter(round -> round.spaces().waits()).isPresent();
    }

    /** What the tables are asked about. */
    private record Weighing(
            ReviewCase review,
            @Nullable Mitigation mitigation,
            @Nullable TriageConfirmation triage,
            Policy version,
            List<Rated> assessed) {

        List<ResidualImpact> impacts(boolean countersigned) {
            return assessed.stream().map(rated -> left(rated, countersigned)).toList();
        }

        private ResidualImpact left(Rated rated, boolean countersigned) {
            return mitigation == null
                    ? ResidualImpact.assessed(rated)
                    : mitigation.residuals().stream()
                            .filter(residual ->
                                    residual.right().equals(rated.impact().right()))
                            .findFirst()
                            .map(residual -> ResidualImpact.of(version, rated, residual, countersigned))
                            .orElseGet(() -> ResidualImpact.assessed(rated));
        }

        boolean critical() {
            return assessed.stream().anyMatch(rated -> rated.severity() == Severity.CRITICAL);
        }
    }

    /** What may be decided if mitigation is agreed on like this, before and after what it leaves is countersigned. */
    public Spaces spaces(ReviewCase review, @Nullable Mitigation mitigation) {
        TriageConfirmation triage = results.form(review.id(), review.pass(), TriageConfirmation.class)
                .orElse(null);
        Weighing weighing = new Weighing(
                review, mitigation, triage, policies.of(triage), assessments.impacts(review.id(), review.pass()));
        List<ResidualImpact> assessed = weighing.impacts(false);
        List<ResidualImpact> left = weighing.impacts(true);
        boolean lowered = left.stream().anyMatch(ResidualImpact::lowered);
        Spaces tables = new Spaces(space(weighing, assessed), lowered ? space(weighing, left) : null, null);
        return limits.noApproval(review).map(tables::withoutApproval).orElse(tables);
    }

    private AllowedSpace space(Weighing weighing, List<ResidualImpact> impacts) {
        AllowedSpace tables = tables(weighing, impacts);
        AllowedSpace space = weighing.critical() ? tables.beforeBoard(CRITICAL) : tables;
        TriageConfirmation triage = weighing.triage();
        return triage == null
                ? space
                : space.asTriaged(triage.table().quorum(), triage.table().boardRequired() || triage.tier() == Tier.T4);
    }

    private AllowedSpace tables(Weighing weighing, List<ResidualImpact> impacts) {
        DecisionSpaces under = spaces.under(weighing.version());
        boolean runs = limits.runs(weighing.review());
        Mitigation mitigation = weighing.mitigation();
        if (mitigation == null) {
            return under.of(false, impacts, runs);
        }
        SafeguardGaps gaps =
                weighing.version().safeguardGaps(weighing.review().confirmedTier(), mitigation.safeguards());
        return under.of(gaps.blocking(), impacts, runs).withSafeguards(gaps);
    }
}
