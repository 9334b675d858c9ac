package org.contractethics.review.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.policy.PastCases.WeighedFlags;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.PolicyVersion;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.Triage;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.CarryingOver.Settled;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.TriageSignals.Floor;
import org.contractethics.review.internal.returning.EarlierDeal;
import org.contractethics.review.internal.returning.SameDeal;
import org.contractethics.screening.Screenings.ContractScreening;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * S4: the table, a hearing, an earlier triage or a finding against one gives the tier; the officer confirms or raises it, and never lowers
 * it.
 */
@Component
public class ConfirmingTriage {

    private final StageWork work;
    private final ReviewCases reviews;
    private final StageResults results;
    private final ContractRegister contracts;
    private final WeighedFacts weighed;
    private final CarryingOver carrying;
    private final OpeningVote openingVote;
    private final Policy policy;
    private final TriageSignals signals;
    private final GatheringTriageFacts gathering;
    private final LearnedRecords learned;

    ConfirmingTriage(
            StageWork work,
            ReviewCases reviews,
            StageResults results,
            ContractRegister contracts,
            WeighedFacts weighed,
            CarryingOver carrying,
            OpeningVote openingVote,
            Policy policy,
            TriageSignals signals,
            GatheringTriageFacts gathering,
            LearnedRecords learned) {
        this.gathering = gathering;
        this.learned = learned;
        this.work = work;
        this.reviews = reviews;
        this.results = results;
        this.contracts = contracts;
        this.weighed = weighed;
        this.carrying = carrying;
        this.openingVote = openingVote;
        this.policy = policy;
        this.signals = signals;
    }

    /** What the tables say to these facts. */
    public Triage table(ReviewCase review, Contract contract, TriageAnswers answers, SameDeal said) {
        return policy.triage(gathering.facts(policy, review, contract, answers, said.leavesGap(deals(contract))));
    }

    /** The refused and ended deals that this one could be again. */
    public List<EarlierDeal> deals(Contract contract) {
        return signals.deals(contract);
    }

    /** @param tier null where the officer leaves it at the tier of the table, or at a higher one that was found */
    public List<FormProblem> problems(
            Contract contract,
            TriageAnswers answers,
            SameDeal said,
            Triage table,
            @Nullable Tier tier,
            String raiseReason) {
        return problems(contract, answers, deals(contract), said, table, tier, raiseReason);
    }

    private List<FormProblem> problems(
            Contract contract,
            TriageAnswers answers,
            List<EarlierDeal> deals,
            SameDeal said,
            Triage table,
            @Nullable Tier tier,
            String raiseReason) {
        Problems problems = tierProblems(contract.id(), table, tier, raiseReason);
        said.check(deals, atLeast(contract.id(), tier == null ? table.tier() : tier), problems);
        String stated = answers.recordReason();
        String reason = stated == null ? "" : stated;
        problems.when(
                        RealWords.lacking(reason)
                                && signals.record(contract)
                                        .filter(found -> found.worseThan(answers.agencyRecord()))
                                        .isPresent(),
                        "record-reason",
                        "An earlier triage found worse of this agency. Say in words, at least "
                                + RealWords.LEAST
                                + " characters, what has changed and how it is known, or take over what was found.")
                .length(reason, "record-reason");
        return denial(problems, contract.id(), answers).list();
    }

    private Problems denial(Problems problems, ContractId contract, TriageAnswers answers) {
        return problems.when(
                Boolean.FALSE.equals(answers.sanctionsHit())
                        && signals.screening(contract).barsDenial(),
                "sanctions",
                "A named party is near a listed name and nobody cleared it, so it cannot be said that no sanctions apply."
                        + " Answer with yes or not known, or ask a legal reviewer to clear the hit first.");
    }

    /** What the screening of the named parties found, for whoever answers whether sanctions apply. */
    public ContractScreening screening(ContractId contract) {
        return signals.screening(contract);
    }

    /** The worst that an earlier triage found of the agency, and when; empty where none found anything. */
    public Optional<EarlierRecord> recordBefore(Contract contract) {
        return signals.record(contract).map(found -> new EarlierRecord(found.code(), found.foundAt()));
    }

    /** @param code as in {@link TriageAnswers#agencyRecord} */
    public record EarlierRecord(String code, Instant foundAt) {}

    private Problems tierProblems(ContractId contract, Triage table, @Nullable Tier tier, String raiseReason) {
        boolean raised = tier != null && tier.compareTo(table.tier()) > 0;
        return new Problems()
                .when(
                        tier != null && tier.compareTo(table.tier()) < 0,
                        "tier",
                        "The table gives " + table.tier() + ". A tier may be raised, never lowered.")
                .when(
                        tier != null
                                && tier.compareTo(table.tier()) >= 0
                                && tier.compareTo(atLeast(contract, tier)) < 0,
                        "tier",
                        floorWords(contract) + ". A tier may be raised, never lowered.")
                .when(raised && raiseReason.isBlank(), "raise-reason", "Give the reason for raising the tier.")
                .when(
                        !raised && !raiseReason.isBlank(),
                        "tier",
                        "You gave a reason for raising the tier: choose the higher tier, or delete the reason.")
                .length(raiseReason, "raise-reason");
    }

    @Transactional
    public Tier confirm(
            ReviewId id, TriageAnswers answers, SameDeal said, @Nullable Tier chosen, String raiseReason, Actor actor) {
        learned.waitForWriters();
        Open open = work.begin(id, Stage.TRIAGE, actor);
        Policy version = policy.under(policy.current().number());
        List<EarlierDeal> deals = deals(open.contract());
        TriageFacts facts = gathering.facts(version, open.review(), open.contract(), answers, said.leavesGap(deals));
        Triage table = version.triage(facts);
        ContractId contract = open.contract().id();
        Problems.refuse(problems(open.contract(), answers, deals, said, table, chosen, raiseReason));
        Tier tier = atLeast(contract, chosen == null ? table.tier() : chosen);
        String because = chosen == null && tier != table.tier() ? floorWords(contract) + "." : raiseReason;
        ReviewCase review =
                reviews.triaged(id, table.tier(), tier, open.contract().version());
        weighed.keep(open.review());
        Open triaged = new Open(review, open.contract(), open.task(), actor, open.now());
        Settled settled = carrying.settle(triaged, tier, version);
        record(open, facts, table, tier, version.current());
        compared(open, deals, said);
        List<String> untold = signals.redFlags().untold(open.contract(), version);
        WeighedFlags flags = gathering.flags(open.review(), open.contract(), answers, said.leavesGap(deals));
        finish(
                triaged,
                new TriageConfirmation(answers, table, tier, because, version.current(), facts, said, untold, flags),
                settled);
        return tier;
    }

    /** This tier, or the one that a hearing or a finding against an earlier triage gives where that is higher. */
    public Tier atLeast(ContractId contract, Tier tier) {
        return signals.floor(contract)
                .map(Floor::tier)
                .filter(found -> found.compareTo(tier) > 0)
                .orElse(tier);
    }

    /** For example "A hearing of those who signed found T4"; empty where neither a hearing nor a finding gives a tier. */
    public String floorWords(ContractId contract) {
        return signals.floor(contract)
                .map(floor -> floor.words() + floor.tier())
                .orElse("");
    }

    private void finish(Open open, TriageConfirmation form, Settled settled) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("tier", form.tier().name());
        variables.put("triageResult", settled == Settled.ANEW ? "ANEW" : "ON");
        work.finish(open, form, variables, () -> {
            if (settled == Settled.VOTE_DUE) {
                openingVote.open(
                        open,
                        results.form(open.id(), open.review().pass(), Mitigation.class)
                                .orElse(null));
                if (openingVote.waits(open.id())) {
                    work.publish(Notices.countersignatureWaits(open.review(), open.contract()));
                }
            }
        });
        if (settled == Settled.ANEW) {
            reviews.nextPass(open.id());
        }
    }

    private void record(Open open, TriageFacts facts, Triage table, Tier tier, PolicyVersion version) {
        contracts.reviewProgressed(
                open.contract().id(),
                ContractState.IN_REVIEW,
                tier.name(),
                open.review().outcome());
        work.publish(Facts.of("reviewId", open.id())
                .and("tier", tier.name())
                .and("tableTier", table.tier().name())
                .and("raised", tier != table.tier())
                .and("policyVersion", version.number())
                .and("policyHash", version.contentHash())
                .and("inputs", GatheringTriageFacts.inputs(facts))
                .and("matched", table.matched())
                .and("why", table.why())
                .recorded("triage-confirmed", open.contract().id(), open.actor().username(), open.now()));
    }

    private void compared(Open open, List<EarlierDeal> deals, SameDeal said) {
        if (!deals.isEmpty()) {
            work.publish(Facts.of("reviewId", open.id())
                    .and("deals", said.facts(deals))
                    .and("reasons", said.reasons())
                    .recorded(
                            "earlier-deals-compared",
                            open.contract().id(),
                            open.actor().username(),
                            open.now()));
        }
    }

    /** A letter that waits for an answer is a fact like those gaps: denying it changes nothing (table 2.9). */
    public boolean letterOpenOn(ContractId contract) {
        return signals.letterOpenOn(contract);
    }

    /** What is not known of the contract, a sentence each: facts that the officer cannot wish away. */
    public List<String> gaps(ReviewCase review, Contract contract) {
        return gathering.gaps(policy, review, contract);
    }

    /** What the registers of agencies and countries say. */
    public RegisteredRecords records() {
        return gathering.records();
    }
}
