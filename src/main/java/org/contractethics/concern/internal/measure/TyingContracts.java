package org.contractethics.concern.internal.measure;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private static final String TIES =
            """
            select t.concern, t.contract, t.tied_on, u.because, u.asked_by, u.asked_on, u.confirmed_by, u.undone_on
            from concern.tied_contract t
            left join concern.undone_tie u on u.concern = t.concern and u.contract = t.contract
            """;

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
        if (find(concern, contract).filter(Tie::isUndone).isPresent()) {
            throw Refused.conflict(
                    "It was found that this concern is not about that contract, and the tie was undone.");
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

    /** Every contract that it was tied to, undone or not. */
    List<Tie> of(ConcernId concern) {
        return jdbc.sql(TIES + "where t.concern = :concern order by t.tied_on, t.contract")
                .param("concern", concern.value())
                .query(Tie.class)
                .list();
    }

    Optional<Tie> find(ConcernId concern, ContractId contract) {
        return of(concern).stream()
                .filter(tie -> tie.contract().equals(contract.value()))
                .findFirst();
    }

    /** Ties whose undoing waits for a second person, the oldest first. */
    List<Tie> waiting() {
        return jdbc.sql(TIES + "where u.asked_on is not null and u.undone_on is null order by u.asked_on, u.id")
                .query(Tie.class)
                .list();
    }

    /** @param alone whether no second person is needed, so that it is undone now */
    void askToUndo(
            ConcernId concern, ContractId contract, String because, String officer, LocalDate today, boolean alone) {
        jdbc.sql(
                        """
                insert into concern.undone_tie (id, concern, contract, because, asked_by, asked_on, undone_on)
                values (:id, :concern, :contract, :because, :officer, :today, :undone)""")
                .param("id", UUID.randomUUID())
                .param("concern", concern.value())
                .param("contract", contract.value())
                .param("because", because)
                .param("officer", officer)
                .param("today", today)
                .param("undone", alone ? today : null, Types.DATE)
                .update();
    }

    void undo(ConcernId concern, ContractId contract, String second, LocalDate today) {
        jdbc.sql(
                        """
                update concern.undone_tie set confirmed_by = :second, undone_on = :today
                where concern = :concern and contract = :contract and undone_on is null""")
                .param("concern", concern.value())
                .param("contract", contract.value())
                .param("second", second)
                .param("today", today)
                .update();
    }
}
