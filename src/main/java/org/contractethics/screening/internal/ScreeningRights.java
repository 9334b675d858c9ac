package org.contractethics.screening.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.screening.ScreeningConflicts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Who may know of the hits of a contract: those who review, not the account owner nor anyone paid by it (H1), not whoever stepped back (H2),
 * not leadership (H6). Legal reviewers answer hits; a second one or the panel chair approves a clearance.
 */
@Component
public class ScreeningRights {

    private static final Role[] READING = {
        Role.TRIAGE_OFFICER,
        Role.HR_REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.PRODUCT_EXPERT,
        Role.EXTERNAL_EXPERT,
        Role.EMPLOYEE_PANELIST,
        Role.PANEL_CHAIR,
        Role.BOARD_COMMITTEE,
        Role.MONITOR,
        Role.AUDITOR
    };

    private final ContractRegister contracts;
    private final ScreeningConflicts conflicts;

    ScreeningRights(ContractRegister contracts, ScreeningConflicts conflicts) {
        this.contracts = contracts;
        this.conflicts = conflicts;
    }

    /** The roles that read hits and lists. */
    public static Role[] readers() {
        return READING.clone();
    }

    public boolean mayRead(ContractId contract, Actor viewer) {
        return readable(List.of(contract), viewer).containsKey(contract);
    }

    /** Those of the contracts of whose hits the viewer may know; two statements, however many are asked for. */
    public Map<ContractId, Contract> readable(Collection<ContractId> ids, Actor viewer) {
        if (ids.isEmpty() || !viewer.hasAny(READING) || viewer.has(Role.LEADERSHIP)) {
            return Map.of();
        }
        Map<ContractId, Set<String>> kept = conflicts.of(ids);
        return contracts.findAll(ids).entrySet().stream()
                .filter(entry -> !kept.getOrDefault(entry.getKey(), Set.of()).contains(viewer.username())
                        && !viewer.username().equals(entry.getValue().submitter())
                        && contracts.mayReadFacts(entry.getValue(), viewer))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public boolean mayAnswer(ContractId contract, Actor actor) {
        return actor.has(Role.LEGAL_REVIEWER) && !actor.has(Role.AUDITOR) && mayRead(contract, actor);
    }

    /** Whoever gave the answer does not approve it; that is asked with the hit. */
    public boolean mayApprove(ContractId contract, Actor actor) {
        return actor.hasAny(Role.LEGAL_REVIEWER, Role.PANEL_CHAIR)
                && !actor.has(Role.AUDITOR)
                && mayRead(contract, actor);
    }
}
