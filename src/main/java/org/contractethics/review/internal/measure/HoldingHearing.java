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
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chair writes down that those who signed were heard, and whether the tier stays or rises. Until then nothing is decided. A higher
 * tier holds for every triage from then on: a review that was triaged below it goes back at once, where votes were cast it approves
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

    HoldingHearing(
            MeasuresOfConcerns measures,
            WaitingOnContract waiting,
            ContractRegister contracts,
            ReviewCases reviews,
            ReopeningReview reopening,
            TriagingAnew anew) {
        this.measures = measures;
        this.waiting = waiting;
        this.contracts = contracts;
        this.reviews = reviews;
        this.reopening = reopening;
        this.anew = anew;
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

    @Transactional
    public void record(ContractId contract, ConcernId concern, Heard heard, Actor chair) {
        if (!chair.has(Role.PANEL_CHAIR)) {
            throw Refused.notAllowed("Only the panel chair records a hearing.");
        }
        Contract due = due(contract, concern, chair);
        Problems.refuse(problems(contract, heard));
        Tier higher = heard.higherTier();
        String account = "Heard: " + heard.account().strip() + "\nTier"
                + (higher == null ? "" : " rises to " + higher) + ": "
                + heard.tier().strip();
        if (!measures.heard(due.id(), concern, account, higher, chair.username())) {
            throw Refused.conflict("This hearing was recorded already.");
        }
        if (higher != null) {
            Optional<ReviewId> begins = reopening.open(due.id(), REASON);
            boolean unused = begins.isEmpty() && anew.because(due.id(), higher);
        }
    }
}
