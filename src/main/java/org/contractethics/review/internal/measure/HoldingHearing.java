package org.contractethics.review.internal.measure;

import java.util.List;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.Problems;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chair writes down that those who signed were heard, and whether a higher tier was weighed. Until then nothing is decided. */
@Component
public class HoldingHearing {

    private static final int LONGEST = 4_000;

    private final MeasuresOfConcerns measures;
    private final WaitingOnContract waiting;
    private final ContractRegister contracts;

    HoldingHearing(MeasuresOfConcerns measures, WaitingOnContract waiting, ContractRegister contracts) {
        this.measures = measures;
        this.waiting = waiting;
        this.contracts = contracts;
    }

    /** What the chair writes down. */
    public record Heard(String account, String tier) {}

    public List<FormProblem> problems(Heard heard) {
        return new Problems()
                .text(
                        heard.account(),
                        "account",
                        "Write whom the panel heard and what was said, without names of employees.")
                .when(heard.account().length() > LONGEST, "account", "Shorten this to at most 4,000 characters.")
                .text(heard.tier(), "tier", "Write whether the tier stays or rises, and why.")
                .when(heard.tier().length() > LONGEST, "tier", "Shorten this to at most 4,000 characters.")
                .list();
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
        Problems.refuse(problems(heard));
        String account =
                "Heard: " + heard.account().strip() + "\nTier: " + heard.tier().strip();
        if (!measures.end(Measure.HEARING, due.id(), concern, account, chair.username())) {
            throw Refused.conflict("This hearing was recorded already.");
        }
    }
}
