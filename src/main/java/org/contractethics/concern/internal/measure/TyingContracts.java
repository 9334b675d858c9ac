package org.contractethics.concern.internal.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.GivenReason;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.contract.ReferencedContracts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ContractParticipants;
import org.contractethics.shared.ContractParticipants.Participants;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ties a concern about a capability, the policy or the process to a contract that whoever handles it found it to be about: it is counted
 * and weighed there from then on, and kept from the people of that contract (H13). A tie that was undone is made again as another one.
 */
@Service
public class TyingContracts {

    private static final Logger log = LoggerFactory.getLogger(TyingContracts.class);

    private static final String HAND_IN_IT =
            "You had a hand in this contract, so you handle no concern about it. Leave it to somebody else, or step back.";

    private final HandledConcerns concerns;
    private final TieRows rows;
    private final ReferencedContracts contracts;
    private final ContractParticipants participants;
    private final Clock clock;

    TyingContracts(
            HandledConcerns concerns,
            TieRows rows,
            ReferencedContracts contracts,
            ContractParticipants participants,
            Clock clock) {
        this.concerns = concerns;
        this.rows = rows;
        this.contracts = contracts;
        this.participants = participants;
        this.clock = clock;
    }

    /** Every contract that it was tied to, undone or not, each tie of one contract after the one before it. */
    @Transactional(readOnly = true)
    public List<Tie> of(ConcernId concern) {
        return rows.of(concern);
    }

    /** Whether it can be tied to a contract: it is open, and by itself about none. */
    @Transactional(readOnly = true)
    public boolean isPossible(Concern concern) {
        return concern.matter() != null && concern.open() && !concerns.isWithdrawn(concern.id());
    }

    /** By itself, with a reason, for the first time or again. */
    @Transactional
    public void tie(ConcernId id, String reference, String because, Actor officer) {
        Concern concern = concerns.lockForHandler(id, officer);
        if (!isPossible(concern)) {
            throw Refused.conflict(
                    "Only an open concern about a capability, the policy or the process is tied to a contract.");
        }
        ContractId contract = contractWith(reference, "tie-contract");
        Optional<Tie> last = rows.find(id, contract);
        if (last.isPresent() && !last.get().isUndone()) {
            throw Refused.conflict("This concern is tied to that contract already.");
        }
        String why =
                GivenReason.demand(because, "Say in 30 to 2,000 characters why the concern is about this contract.");
        concerns.announceBeforeActOn(concern);
        add(concern, contract, last.map(Tie::number).orElse(0) + 1, why, officer.username());
    }

    /** Together with a measure on that contract, unless it is tied to it already. */
    ContractId tieForMeasure(Concern concern, String reference, String officer) {
        ContractId contract = contractWith(reference, "measure-contract");
        demandNoHandIn(contract, officer);
        Optional<Tie> last = rows.find(concern.id(), contract);
        if (last.filter(Tie::isUndone).isPresent()) {
            throw Refused.conflict(
                    "It was found that this concern is not about that contract, and the tie was undone. Tie it again first,"
                            + " with the reason why.");
        }
        if (last.isEmpty()) {
            add(concern, contract, 1, null, officer);
        }
        return contract;
    }

    private void add(Concern concern, ContractId contract, int number, @Nullable String because, String officer) {
        demandNoHandIn(contract, officer);
        rows.add(
                concern.id(), contract, number, officer, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), because);
        concerns.recordAct("concern-tied", concern, officer, clock.instant());
        log.info("concern tied to a contract concern={} number={}", concern.id(), number);
    }

    private void demandNoHandIn(ContractId contract, String officer) {
        Participants people = participants.of(List.of(contract)).getOrDefault(contract, Participants.NOBODY);
        if (people.paid().contains(officer) || people.judged().contains(officer)) {
            throw Refused.conflict(HAND_IN_IT);
        }
    }

    private ContractId contractWith(String reference, String field) {
        return contracts
                .withReference(reference)
                .orElseThrow(() -> Refused.invalid(List.of(new FormProblem(
                        field, "Give the reference of a contract as its page has it, for example C-000012."))));
    }
}
