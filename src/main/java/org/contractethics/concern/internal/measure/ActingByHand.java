package org.contractethics.concern.internal.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.GivenReason;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.contract.RegisteredAgencies;
import org.contractethics.contract.RegisteredAgencies.Awarded;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever handles a concern can protect its contract before the table does, and let a signature go on by a decision of their own. */
@Service
public class ActingByHand {

    private static final String NO_REASON =
            "Give the reason in 30 to 2,000 characters. Reviewers of the contract read it.";

    private final HandledConcerns concerns;
    private final ConcernMeasures measures;
    private final RegisteredAgencies agencies;
    private final TyingContracts tying;

    ActingByHand(
            HandledConcerns concerns, ConcernMeasures measures, RegisteredAgencies agencies, TyingContracts tying) {
        this.tying = tying;
        this.agencies = agencies;
        this.concerns = concerns;
        this.measures = measures;
    }

    /** What was done to the contract because of this concern. */
    @Transactional(readOnly = true)
    public List<Taken> of(ConcernId concern) {
        return measures.of(concern);
    }

    /**
     * What can still be done by hand; nothing where the contract is not known, or the concern answered or withdrawn. About an agency
     * each measure can be taken on each of its contracts, about a capability, the policy or the process on any.
     */
    @Transactional(readOnly = true)
    public List<Measure> possible(Concern concern) {
        List<Measure> taken =
                measures.of(concern.id()).stream().map(Taken::measure).toList();
        boolean known = concern.contract() != null || isAboutMany(concern);
        return !known || !concern.open() || concerns.isWithdrawn(concern.id())
                ? List.of()
                : Arrays.stream(Measure.values())
                        .filter(measure -> isAboutMany(concern) || !taken.contains(measure))
                        .toList();
    }

    /**
     * @param named name of a {@link Measure}
     * @param reference which contract, where the concern is about an agency, a capability, the policy or the process
     */
    @Transactional
    public void take(ConcernId id, String named, String reference, String because, Actor officer) {
        Concern concern = concerns.lockForHandler(id, officer);
        Measure measure = possible(concern).stream()
                .filter(one -> one.name().equals(named))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(List.of(new FormProblem(
                        "measure", "Choose what is done about the contract. Each of it is done once only."))));
        String why = GivenReason.demand(because, NO_REASON);
        // the record knows a concern before any act on it, and a tie is one
        concerns.announceBeforeActOn(concern);
        ContractId contract = contractOf(concern, reference, officer);
        // what became known just now may have done it by the table
        boolean unused = measures.take(measure, contract, id, why, officer.username());
    }

    /** On every contract on which this concern holds it: a letter may hold several. */
    @Transactional
    public void release(ConcernId id, String because, Actor officer) {
        Concern concern = concerns.lockForHandler(id, officer);
        String why = GivenReason.demand(because, NO_REASON);
        List<Taken> holds = measures.of(concern.id()).stream()
                .filter(taken -> taken.measure() == Measure.HOLD && taken.stands())
                .toList();
        if (holds.isEmpty()) {
            throw Refused.conflict("This concern holds no signature.");
        }
        holds.forEach(hold -> {
            boolean unused = measures.release(hold.contract(), id, why, officer.username());
        });
    }

    /** Which contract something is done to is for those who handle it to say. */
    private static boolean isAboutMany(Concern concern) {
        return concern.agency() != null || concern.matter() != null;
    }

    private ContractId contractOf(Concern concern, String reference, Actor officer) {
        if (concern.matter() != null) {
            return tying.tieForMeasure(concern, reference, officer.username());
        }
        ContractId contract = concern.contract();
        return contract != null
                ? contract
                : agencies
                        .contractsOf(
                                Objects.requireNonNull(concern.agency(), "possible for a contract or an agency only"))
                        .stream()
                        .filter(one -> one.reference().equalsIgnoreCase(reference.strip()))
                        .map(Awarded::id)
                        .findFirst()
                        .orElseThrow(
                                () -> Refused.invalid(
                                        List.of(
                                                new FormProblem(
                                                        "measure-contract",
                                                        "Give the reference of a contract of this agency as its page has it, for example C-000012."))));
    }
}
