package org.contractethics.review.internal;

import java.util.List;
import java.util.Optional;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Safeguards.SafeguardGaps;
import org.contractethics.review.internal.Assessment.Rated;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.Residual;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.panel.DrawingPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the vote of a pass on what the tables allow after mitigation; where the panel votes, its members are drawn. */
@Component
public class OpeningVote {

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
    void open(Open work, @Nullable Mitigation mitigation) {
        Tier tier = work.review().confirmedTier();
        AllowedSpace space = space(work.review(), mitigation);
        VoteRound round =
                rounds.open(work.id(), work.review().pass(), space, VotingRules.needsPanel(tier, space), work.now());
        panel.draw(work.review(), round, work.actor().username(), work.now());
    }

    /** What may be decided if mitigation is agreed on like this. */
    public AllowedSpace space(ReviewCase review, @Nullable Mitigation mitigation) {
        TriageConfirmation triage = results.form(review.id(), review.pass(), TriageConfirmation.class)
                .orElse(null);
        Policy version = policies.of(triage);
        List<ResidualImpact> impacts = assessments.impacts(review.id(), review.pass()).stream()
                .map(rated -> residual(version, rated, mitigation))
                .toList();
        AllowedSpace tables = space(version, review, mitigation, impacts);
        AllowedSpace space =
                limits.noApproval(review).map(tables::withoutApproval).orElse(tables);
        return triage == null
                ? space
                : space.asTriaged(triage.table().quorum(), triage.table().boardRequired() || triage.tier() == Tier.T4);
    }

    private AllowedSpace space(
            Policy version, ReviewCase review, @Nullable Mitigation mitigation, List<ResidualImpact> impacts) {
        boolean runs = limits.runs(review);
        if (mitigation == null) {
            return spaces.under(version).of(false, impacts, runs);
        }
        SafeguardGaps gaps = version.safeguardGaps(review.confirmedTier(), mitigation.safeguards());
        return spaces.under(version).of(gaps.blocking(), impacts, runs).withSafeguards(gaps);
    }

    private static ResidualImpact residual(Policy version, Rated rated, @Nullable Mitigation mitigation) {
        Impact impact = rated.impact();
        Optional<Residual> left = mitigation == null
                ? Optional.empty()
                : mitigation.residuals().stream()
                        .filter(residual -> residual.right().equals(impact.right()))
                        .findFirst();
        Likelihood likelihood = left.isPresent() ? left.get().likelihood() : impact.likelihood();
        return new ResidualImpact(
                impact.right(),
                left.map(residual -> version.severity(residual.scale(), residual.scope(), residual.irremediability()))
                        .orElse(rated.severity()),
                likelihood,
                impact.involvement(),
                impact.leverage());
    }
}
