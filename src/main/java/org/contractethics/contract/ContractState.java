package org.contractethics.contract;

import java.util.Locale;

/** Where a contract stands, as every employee sees it in the register. Moves only through {@link ContractRegister}. */
public enum ContractState {
    REGISTERED("Registered"),
    IN_REVIEW("In review"),
    RETURNED("Returned for clarification"),
    APPROVED("Approved"),
    APPROVED_WITH_CONDITIONS("Approved with conditions"),
    REJECTED("Rejected"),
    STOPPED("Stopped on legal grounds"),
    SIGNED("Signed"),
    /** Signed; the panel chair restricts the services for some days (H17). */
    RESTRICTED("Restricted for some days"),
    /** Signed; the services are suspended until two people lift it. */
    SUSPENDED("Suspended"),
    /** Signed; to be ended. */
    EXITING("To be ended"),
    /** Was signed; its exit is carried out and confirmed. Final. */
    EXITED("Ended");

    private final String label;

    ContractState(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }

    /** The same inside a sentence. */
    public String words() {
        return label.toLowerCase(Locale.ROOT);
    }

    /** Whether the contract is signed, held or not: its facts and documents no longer change. */
    public boolean signed() {
        return this == SIGNED || held() || this == EXITED;
    }

    /** Whether its last review said no to it. */
    public boolean refused() {
        return this == REJECTED || this == STOPPED;
    }

    /** Whether no signature lies ahead that could be held: its review has not begun, or said no. */
    public boolean noSignatureAhead() {
        return this == REGISTERED || refused();
    }

    /** Whether it is on its way to the end, or there. */
    public boolean ending() {
        return this == EXITING || this == EXITED;
    }

    /** Whether services are restricted, suspended or to be ended; only a ruling changes that. */
    public boolean held() {
        return this == RESTRICTED || this == SUSPENDED || this == EXITING;
    }
}
