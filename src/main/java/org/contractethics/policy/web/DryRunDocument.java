package org.contractethics.policy.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.contractethics.policy.PastCases.Space;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.internal.DryRun;
import org.contractethics.policy.internal.DryRun.Judged;
import org.jspecify.annotations.Nullable;

/**
 * The run of a version over the reviews so far as the API tells it.
 *
 * @param inForce number of the version compared with
 * @param total reviews run
 * @param open those of them that still run
 * @param tiers how many would get another tier
 * @param lowered how many of them a lower one
 * @param deciders how many would be decided by others, or by another majority
 * @param outcomes how many would have other allowed outcomes
 * @param lines the reviews that would be judged otherwise
 */
@Schema(name = "PolicyDryRun")
record DryRunDocument(
        int inForce,
        int proposed,
        int total,
        int open,
        long tiers,
        long lowered,
        long deciders,
        long outcomes,
        List<Line> lines) {

    /** @param triagedUnder number of the version; null for what was triaged before versions were kept */
    @Schema(name = "PolicyDryRunLine")
    record Line(
            UUID review,
            UUID contract,
            String reference,
            boolean open,
            @Nullable Integer triagedUnder,
            Tier confirmedTier,
            Judgement before,
            Judgement after) {

        static Line of(DryRun.Line line) {
            return new Line(
                    line.past().review(),
                    line.past().contract().value(),
                    line.past().reference(),
                    line.past().open(),
                    line.past().policyNumber(),
                    line.past().confirmed(),
                    Judgement.of(line.before()),
                    Judgement.of(line.after()));
        }
    }

    /** @param decider and majority and allowed are empty where nothing was assessed yet */
    @Schema(name = "PolicyJudgement")
    record Judgement(Tier tier, String why, String decider, String majority, List<Outcome> allowed) {

        static Judgement of(Judged judged) {
            Space space = judged.space();
            return new Judgement(
                    judged.triage().tier(),
                    judged.triage().why(),
                    judged.decider(),
                    judged.majority(),
                    space == null
                            ? List.of()
                            : space.allowed().stream().sorted().toList());
        }
    }

    static DryRunDocument of(DryRun.Result result) {
        return new DryRunDocument(
                result.inForce(),
                result.proposed(),
                result.total(),
                result.open(),
                result.tiers(),
                result.lowered(),
                result.deciders(),
                result.outcomes(),
                result.lines().stream().map(Line::of).toList());
    }
}
