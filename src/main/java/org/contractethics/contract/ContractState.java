package org.contractethics.contract;

/** Where a contract stands, as every employee sees it in the register. Moves only through {@link ContractRegister}. */
public enum ContractState {
    REGISTERED("Registered"),
    IN_REVIEW("In review"),
    RETURNED("Returned for clarification"),
    APPROVED("Approved"),
    APPROVED_WITH_CONDITIONS("Approved with conditions"),
    REJECTED("Rejected"),
    STOPPED("Stopped on legal grounds"),
    SIGNED("Signed");

    private final String label;

    ContractState(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }
}
