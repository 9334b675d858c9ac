package org.contractethics.finding;

import java.util.Collection;
import java.util.Set;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;

/** Who may judge the findings of a contract. Asked by this module, answered by {@code review}, which knows who takes part. */
public interface FindingJudges {

    /** Whether the actor reviews this contract now: a reviewer by role, not interested in it (H1), and not stepped back (H2). */
    boolean mayJudge(ContractId contract, Actor actor);

    /** Account names of everybody who may judge the findings of one of these contracts now. */
    Set<String> of(Collection<ContractId> contracts);
}
