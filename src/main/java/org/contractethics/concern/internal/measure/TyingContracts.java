package org.contractethics.concern.internal.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.contract.ReferencedContracts;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ContractParticipants;
import org.contractethics.shared.ContractParticipants.Participants;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Ties a concern about a capability, the policy or the process to a contract that whoever handles it found it to be about: it is counted
 * and weighed there from then on, and kept from the people of that contract (H13).
 */
@Repository
class TyingContracts {

    private final JdbcClient jdbc;
    private final ReferencedContracts contracts;
    private final ContractParticipants participants;
    private final Clock clock;

    TyingContracts(JdbcClient jdbc, ReferencedContracts contracts, ContractParticipants participants, Clock clock) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.participants = participants;
        this.clock = clock;
    }

    ContractId tie(ConcernId concern, String reference, String officer) {
        ContractId contract = contracts
                .withReference(reference)
                .orElseThrow(() -> Refused.invalid(List.of(new FormProblem(
                        "measure-contract",
                        "Give the reference of a contract as its page has it, for example C-000012."))));
        Participants people = participants.of(List.of(contract)).getOrDefault(contract, Participants.NOBODY);
        if (people.paid().contains(officer) || people.judged().contains(officer)) {
            throw Refused.conflict(
                    "You had a hand in this contract, so you handle no concern about it. Leave it to somebody else, or step back.");
        }
        jdbc.sql(
                        """
                        insert into concern.tied_contract (concern, contract, officer, tied_on)
                        values (:concern, :contract, :officer, :today) on conflict do nothing""")
                .param("concern", concern.value())
                .param("contract", contract.value())
                .param("officer", officer)
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return contract;
    }
}
