package org.contractethics.report.internal;

import java.util.Map;

/** Where a contract stands, as far as the record tells. */
enum ContractStanding {
    REGISTERED("Registered"),
    IN_REVIEW("In review"),
    RETURNED("Returned for clarification"),
    APPROVED("Approved"),
    APPROVED_WITH_CONDITIONS("Approved with conditions"),
    REJECTED("Rejected"),
    STOPPED("Stopped on legal grounds"),
    RESTRICTED("Restricted for some days"),
    SUSPENDED("Suspended"),
    EXITING("To be ended"),
    EXITED("Ended"),
    SIGNED("Signed");

    private static final Map<String, ContractStanding> BY_OUTCOME = Map.of(
            "APPROVE", APPROVED,
            "CONDITIONAL", APPROVED_WITH_CONDITIONS,
            "REJECT", REJECTED,
            "RETURN", RETURNED,
            "SUSPEND", SUSPENDED,
            "EXIT", EXITING);

    private final String label;

    ContractStanding(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Where a decision leaves the contract; an outcome nobody knows leaves it in review. */
    static ContractStanding after(String outcome) {
        return BY_OUTCOME.getOrDefault(outcome, IN_REVIEW);
    }
}
