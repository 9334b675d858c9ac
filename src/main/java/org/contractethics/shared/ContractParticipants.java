package org.contractethics.shared;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Who had a hand in a contract, so that none of them handles a concern about it (H13). Implemented by the reviews. */
public interface ContractParticipants {

    /** One statement, however many contracts; each of those given has its entry. */
    Map<ContractId, Participants> of(Collection<ContractId> contracts);

    /** Contracts that this person submitted or is paid by. */
    Set<ContractId> paidBy(String username);

    /**
     * @param paid who submitted it, and the account team, of every review there was
     * @param judged who worked on a stage, voted, decided, ruled on an appeal, reviewed it a second time or let it be signed, in any review of it
     */
    record Participants(Set<String> paid, Set<String> judged) {

        /** Of a contract that nobody has submitted yet. */
        public static final Participants NOBODY = new Participants(Set.of(), Set.of());

        public Participants {
            paid = Set.copyOf(paid);
            judged = Set.copyOf(judged);
        }
    }
}
