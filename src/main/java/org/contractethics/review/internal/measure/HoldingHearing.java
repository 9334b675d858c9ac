package org.contractethics.review.internal.measure;

import java.util.List;
import java.util.Optional;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReopeningReview;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.TriagingAnew;
import org.contractethics.review.internal.measure.MeasuresOfConcerns.Held;
import org.contractethics.review.internal.panel.ActsAs;
import org.contractethics.review.internal.panel.ChairOfContract;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chair, or who acts in the place of barred ones, writes down that those who signed were heard, and whether the tier stays or
 * rises. Until then nothing is decided. A higher tier holds for every triage from then on: a review that was triaged below it goes back at once, where votes were cast it approves
 * nothing and is returned by them; an approval lapses.
 */
@Component
public class HoldingHearing {

    private static final int LONGEST = 4_000;
    private static final String REASON =
            "The approval lapsed: a hearing of those who signed found that the contract belongs to a higher tier.";

    private final MeasuresOfConcerns measures;
    private final WaitingOnContract waiting;
    private final ContractRegister contracts;
    private final ReviewCases reviews;
    private final ReopeningReview reopening;
    private final TriagingAnew anew;
    private final ChairOfContract chairs;
    private final ConcernKnowledge concerns;

    HoldingHearing(
            MeasuresOfConcerns measures,
            WaitingOnContract waiting,
            ContractRegister contracts,
            ReviewCases reviews,
            ReopeningReview reopening,
            TriagingAnew anew,
            ChairOfContract chairs,
            ConcernKnowledge concerns) {
        this.measures = measures;
        this.waiting = waiting;
        this.contracts = contracts;
        this.reviews = reviews;
        this.reopening = reopening;
        this.anew = anew;
        this.chairs = chairs;
        this.concerns = concerns;
    }

    /**
     * What the chair writes down.
     *
     * @param tier whether it stays or rises, and why
     * @param higherTier to which it rises; null where it stays
     */
    public record Heard(String account, String tier, @Nullable Tier higherTier) {}

    public List<FormProblem> problems(ContractId contract, Heard heard) {
        Tier now = now(contract);
        Tier higher = heard.higherTier();
        return new Problems()
                .text(
                        heard.account(),
                        "account",
                        "Write whom the panel heard and what was said, without names of employees.")
                .when(heard.account().length() > LONGEST, "account", "Shorten this to at most 4,000 characters.")
                .text(heard.tier(), "tier", "Write whether the tier stays or rises, and why.")
                .when(heard.tier().length() > LONGEST, "tier", "Shorten this to at most 4,000 characters.")
                .when(
                        higher != null && now != null && now.compareTo(higher) >= 0,
                        "higher-tier",
                        "The contract is in " + now
                                + " already. A hearing raises the tier or leaves it: choose a higher one, or none.")
                .list();
    }

    private @Nullable Tier now(ContractId contract) {
        return reviews.of(contract).stream()
                .findFirst()
                .flatMap(review -> Optional.ofNullable(review.tier()))
                .orElse(null);
    }

    /** The contract and the hearing that is due; 404 where there is none that the actor may know of. */
    public Contract due(ContractId contract, ConcernId concern, Actor chair) {
        return waiting.knownTo(chair, contract).stream()
                .filter(taken -> taken.concern().equals(concern) && taken.measure() == Measure.HEARING)
                .filter(Taken::stands)
                .findFirst()
                .map(taken -> contracts.get(contract))
                .orElseThrow(() -> Refused.notFound("There is no hearing to record here."));
    }

    /** The same, and refused to whoever does not record it. */
    public Contract recordable(ContractId contract, ConcernId concern, Actor chair) {
        Contract due = due(contract, concern, chair);
        ActsAs unused = chairs.acting(contract, concerns.keptFrom(concern), chair);
        return due;
    }

    /** Whether a page offers this person to record the hearing. */
    public boolean offered(Taken taken, Actor viewer) {
        return taken.measure() == Measure.HEARING
                && taken.stands()
                && chairs.objections(taken.contract(), concerns.keptFrom(taken.concern()), viewer)
                        .isEmpty();
    }

    @Transactional
    public void record(ContractId contract, ConcernId concern, Heard heard, Actor chair) {
        Contract due = due(contract, concern, chair);
        ActsAs actsAs = chairs.acting(contract, concerns.keptFrom(concern), chair);
        Problems.refuse(problems(contract, heard));
        Tier higher = heard.higherTier();
        String account =
                "Heard" + (actsAs.inPlaceOfChair() ? " " + actsAs.capacity().words() : "") + ": "
                        + heard.account().strip() + "\nTier"
                        + (higher == null ? "" : " rises to " + higher) + ": "
                        + heard.tier().strip();
        if (!measures.heard(due.id(), concern, account, new Held(higher, actsAs), chair.username())) {
            throw Refused.conflict("This hearing was recorded already.");
        }
        if (higher != null) {
            Optional<ReviewId> begins = reopening.open(due.id(), REASON);
            boolean unused = begins.isEmpty() && anew.because(due.id(), higher);
        }
    }
}
