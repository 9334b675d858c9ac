package org.contractethics.review;

/** What goes on about a contract after it was signed, or decided. Each has a process of its own in {@code bpmn/}. */
public enum FollowUp {
    CONDITION("conditionId"),
    SUSPENSION("suspensionId"),
    INTERIM_MEASURE("measureId"),
    RE_REVIEW("reReviewId"),
    EXIT("exitId"),
    REMEDIATION("remediationId"),
    /** A decision of T1 over which the lot of the audit sample is drawn. */
    SAMPLE_REVIEW("sampleReviewId");

    private final String idFact;

    FollowUp(String idFact) {
        this.idFact = idFact;
    }

    /** The name of its id in the record. */
    public String idFact() {
        return idFact;
    }
}
