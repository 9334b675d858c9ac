package org.contractethics.review.internal.followup;

import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.internal.ReviewingAfterHold;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.SignedBefore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contracts that were signed, and holding or releasing them. */
@Component
public class SignedContracts implements SignedBefore {

    private final JdbcClient jdbc;
    private final ContractRegister contracts;
    private final ReviewingAfterHold after;
    private final ApplicationEventPublisher events;

    SignedContracts(
            JdbcClient jdbc, ContractRegister contracts, ReviewingAfterHold after, ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.after = after;
    }

    @Override
    public boolean signedOnce(ContractId contract) {
        return holds("select review.signed_once(:contract)", contract);
    }

    /** Whether it passed the signature gate of this application at any time (H7). */
    boolean signedHere(ContractId contract) {
        return holds("select review.signed_here(:contract)", contract);
    }

    /** Whether the last word of its reviews is a rejection or a legal stop, whatever became of its state since. */
    boolean refusedLast(ContractId contract) {
        return holds("select review.refused_last(:contract)", contract);
    }

    private boolean holds(String question, ContractId contract) {
        return jdbc.sql(question)
                .param("contract", contract.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether its services run and nothing but a new measure holds them; it may be in review again since it was signed (H8). */
    boolean runs(Contract contract) {
        return signedOnce(contract.id())
                && !contract.state().held()
                && !contract.state().ending();
    }

    Contract demandSigned(ContractId id) {
        Contract contract = contracts.get(id);
        if (!signedOnce(id)) {
            throw Refused.conflict(
                    "This contract is not signed, so there is nothing to monitor yet. Where it is in force all the"
                            + " same, legal, the panel chair or the board committee states that on its page.");
        }
        return contract;
    }

    /** Holds the contract until the end of the transaction: a decision and the end of an interim measure come one after the other. */
    public Contract lock(ContractId id) {
        jdbc.sql("select id from contract.contract where id = :id for no key update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        return contracts.get(id);
    }

    /**
     * What held the services ended. Where no approval stands behind them any more, the next review begins with it (H8); that of a contract
     * that was never signed here begins in any case.
     */
    void goesOn(Contract contract, Actor actor) {
        if (signedHere(contract.id())) {
            becomes(contract, ContractState.SIGNED);
            after.begin(contract.id(), actor);
        } else {
            becomes(contract, ContractState.REGISTERED);
            after.beginUnsigned(contract.id(), actor);
        }
        events.publishEvent(new ServicesGoOn(contract.id()));
    }

    /** Services go on that were held, or that nobody knew to run. */
    public record ServicesGoOn(ContractId contract) {}

    /** Tier and outcome stay as they were: they are of the decision, not of what became of it. */
    void becomes(Contract contract, ContractState state) {
        contracts.reviewProgressed(contract.id(), state, contract.tier(), contract.outcome());
    }
}
