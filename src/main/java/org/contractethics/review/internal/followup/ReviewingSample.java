package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.document.Documents;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.ConflictDeclarations;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.DeclaringInterests;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.WeighedFacts;
import org.contractethics.review.internal.followup.FollowUpWork.Open;
import org.contractethics.review.internal.followup.SampleComparison.Verdict;
import org.contractethics.review.internal.followup.SampleReview.Result;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second review of a decision of the audit sample, by somebody who had no part in the first and is not shown its result. */
@Component
public class ReviewingSample {

    private final FollowUpWork work;
    private final SampleReviews samples;
    private final Decisions decisions;
    private final SampleBasis basis;
    private final Policy policy;
    private final FollowUpNotices notices;
    private final ConflictDeclarations declarations;
    private final DeclaringInterests declaring;

    ReviewingSample(
            FollowUpWork work,
            SampleReviews samples,
            Decisions decisions,
            SampleBasis basis,
            Policy policy,
            FollowUpNotices notices,
            ConflictDeclarations declarations,
            DeclaringInterests declaring) {
        this.work = work;
        this.samples = samples;
        this.decisions = decisions;
        this.basis = basis;
        this.policy = policy;
        this.notices = notices;
        this.declarations = declarations;
        this.declaring = declaring;
    }

    /**
     * What the second reviewer states.
     *
     * @param noConflict signs the declaration of interests of the review with the result, where it is not signed yet (H2)
     */
    public record Draft(
            @Nullable Tier tier,
            @Nullable Outcome outcome,
            List<String> rights,
            String reasons,
            @Nullable Boolean knewFirst,
            boolean noConflict) {

        public Draft {
            rights = List.copyOf(rights);
        }
    }

    /** Whether this person signed the declaration of interests of the review already. */
    public boolean declared(SampleReview sample, Actor actor) {
        return declarations.none(sample.review(), actor.username());
    }

    public List<FormProblem> problems(SampleReview sample, Draft draft, Actor actor) {
        return problems(draft, declared(sample, actor));
    }

    private List<FormProblem> problems(Draft draft, boolean declared) {
        Problems problems = new Problems()
                .when(draft.tier() == null, "tier", "Say which tier you would have given.")
                .when(draft.outcome() == null, "outcome", "Say how you would have decided.");
        draft.rights().stream()
                .filter(code -> policy.right(code).isEmpty())
                .forEach(code ->
                        problems.when(true, "rights", "The catalogue has no right " + Texts.upTo(code, 20) + "."));
        return Texts.demand(problems, draft.reasons(), "reasons", "Give the reasons.")
                .when(draft.knewFirst() == null, "knew-first", "Say whether you knew the first result.")
                .when(
                        !draft.noConflict() && !declared,
                        "no-conflict",
                        "Declare that you have no interest in this contract, or give the task back (H2).")
                .list();
    }

    @Transactional
    public Verdict finish(UUID id, Draft draft, Actor actor) {
        SampleReview sample = basis.lock(id);
        Open open = work.begin(id, sample.contract(), FollowUpStep.REVIEW_SAMPLE, actor);
        boolean declared = declared(sample, actor);
        Problems.refuse(problems(draft, declared));
        if (!declared) {
            declaring.declareNone(sample.review(), sample.contract(), actor.username(), open.now());
        }
        Decision first = decisions.get(sample.decision());
        Result second = new Result(
                Objects.requireNonNull(draft.tier()),
                Objects.requireNonNull(draft.outcome()),
                draft.rights().stream().distinct().sorted().toList(),
                draft.reasons(),
                Objects.requireNonNull(draft.knewFirst()),
                basis.isOf(first),
                actor.username(),
                open.now());
        samples.add(id, second);
        SampleComparison comparison = SampleComparison.of(first, second);
        work.finish(
                open,
                "sample-reviewed",
                facts(sample, first, second, comparison),
                Map.of("sampleComparison", comparison.verdict().name()));
        if (comparison.verdict() == Verdict.STRICTER) {
            notices.waits(sample.contract(), FollowUpStep.RULE_ON_SAMPLE, id, samples.hadPart(sample.contract()));
        }
        return comparison.verdict();
    }

    private static Facts facts(SampleReview sample, Decision first, Result second, SampleComparison comparison) {
        return Facts.of(FollowUp.SAMPLE_REVIEW.idFact(), sample.id())
                .and("reviewId", sample.review())
                .and("decisionId", sample.decision())
                .and("tier", second.tier().name())
                .and("outcome", second.outcome().name())
                .and("rights", second.rights())
                .and("reasons", second.reasons())
                .and("knewFirst", second.knewFirst())
                .and("sameBasis", second.sameBasis())
                .and("firstTier", first.tier().name())
                .and("firstOutcome", first.outcome().name())
                .and("verdict", comparison.verdict().name())
                .and("differs", comparison.code());
    }

    /** What both reviews are of. */
    @Component
    static class SampleBasis {

        private final SampleReviews samples;
        private final SignedContracts contracts;
        private final Documents documents;
        private final WeighedFacts weighed;

        SampleBasis(SampleReviews samples, SignedContracts contracts, Documents documents, WeighedFacts weighed) {
            this.samples = samples;
            this.contracts = contracts;
            this.documents = documents;
            this.weighed = weighed;
        }

        /** Holds the contract until the end of the transaction. */
        SampleReview lock(UUID id) {
            contracts.lock(samples.get(id).contract());
            return samples.get(id);
        }

        /** Whether documents and facts of the contract are those on which the first decision was taken. */
        boolean isOf(Decision first) {
            return documents.documentSetHash(first.contract()).equals(first.documentSetHash())
                    && weighed.changed(first.review(), first.pass()).isEmpty();
        }
    }
}
