package org.contractethics.report.internal;

import java.util.Map;
import java.util.Set;

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

    private static final Set<String> IN_FORCE =
            Set.of(SIGNED.name(), RESTRICTED.name(), SUSPENDED.name(), EXITING.name());

    private final String label;

    ContractStanding(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** A standing as the record has it, for people. */
    static String words(String standing) {
        return valueOf(standing).label();
    }

    /** Whether services run or could run again under a contract of this standing. */
    static boolean inForce(String standing) {
        return IN_FORCE.contains(standing);
    }

    /** Whether a contract stands there whatever becomes of its approval. */
    static boolean outlastsApproval(String standing) {
        return inForce(standing) || standing.equals(EXITED.name());
    }

    /** Where a decision leaves the contract; an outcome nobody knows leaves it in review. */
    static ContractStanding after(String outcome) {
        return BY_OUTCOME.getOrDefault(outcome, IN_REVIEW);
    }
}
