package org.contractethics.workflow.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.Stage;

/** The names that the models in {@code bpmn/} and this module share; {@code BpmnFilesTests} holds the two together. */
final class ProcessNames {

    static final String CONTRACT_REVIEW = "contract-review";
    static final String DELTA_REVIEW = "delta-review";
    static final String CONCERN_HANDLING = "concern-handling";
    static final String CONCERN_APPEAL = "concern-appeal";
    static final String CONCERN_ANNOUNCEMENT = "concern-announcement";
    static final String STAGE_QUESTION = "stage-question";
    static final String ABSENCE = "absence";
    static final String POLICY_CHANGE = "policy-change";
    static final String EVENT_RESUBMISSION = "event-resubmission";
    static final String RECURRING_WORK = "recurring-work";
    static final String CONDITION_FOLLOW_UP = "condition-follow-up";
    static final String SUSPENSION = "suspension";
    static final String INTERIM_MEASURE = "interim-measure";
    static final String PERIODIC_RE_REVIEW = "periodic-re-review";
    static final String APPEAL_HEARING = "appeal-hearing";
    static final String EXIT = "exit";
    static final String REMEDIATION = "remediation";
    static final String SAMPLE_REVIEW = "sample-review";

    /** What runs every few minutes and is no case of anybody. */
    static final Set<String> HOUSEKEEPING = Set.of(EVENT_RESUBMISSION, CONCERN_ANNOUNCEMENT, RECURRING_WORK);

    static final String ACKNOWLEDGE = "acknowledge-concern";
    static final String ANSWER = "answer-concern";
    static final String DECIDE_CONCERN_APPEAL = "decide-concern-appeal";

    static final String ANSWER_QUESTION = "answer-question";

    /** No task: the time from submission to decision, for which there is a target as well. */
    static final String WHOLE_REVIEW = "whole-review";

    static final String DECIDE_POLICY_VERSION = "decide-policy-version";

    /** The flow by which an approval that is appealed leaves the signature gate. */
    static final String GATE_APPEALED = "gate-appealed";

    /** The flow by which a review ends where a delta review follows it. */
    static final String GATE_LAPSED = "gate-lapsed";

    /** The gateway of the review before its document check. */
    static final String DOCUMENTS_DUE = "documents-due";

    /** The gateway that begins the whole review where the document check is reopened. */
    static final String REOPENED_CHOICE = "reopened-choice";

    static final String SERVICES_HELD = "services-held";

    static final String CARRIED_OVER_REOPENED = "carried-over-reopened";

    static final String APPEAL_FILED = "appeal-filed";
    static final String POLICY_VERSION_WITHDRAWN = "policy-version-withdrawn";

    static final String CONTRACT_ID = "contractId";
    static final String SUBMITTER = "submitter";
    static final String BEGINS = "begins";
    static final String TIER = "tier";
    static final String APPROVED = "approved";
    static final String ANSWERED = "answered";
    static final String EFFECTIVE_ON = "effectiveOn";
    static final String POLICY_NUMBER = "policyNumber";

    private ProcessNames() {}

    /** The model of what follows a signature. */
    static String process(FollowUp followUp) {
        return switch (followUp) {
            case CONDITION -> CONDITION_FOLLOW_UP;
            case SUSPENSION -> SUSPENSION;
            case INTERIM_MEASURE -> INTERIM_MEASURE;
            case RE_REVIEW -> PERIODIC_RE_REVIEW;
            case EXIT -> EXIT;
            case REMEDIATION -> REMEDIATION;
            case SAMPLE_REVIEW -> SAMPLE_REVIEW;
        };
    }

    /** The message that ends it from outside. */
    static String endMessage(FollowUp followUp) {
        return switch (followUp) {
            case CONDITION -> "condition-waived";
            case INTERIM_MEASURE -> "interim-measure-decided";
            case RE_REVIEW -> "re-review-replaced";
            case SUSPENSION -> "suspension-decided-by-review";
            case EXIT, REMEDIATION, SAMPLE_REVIEW ->
                throw new IllegalArgumentException(followUp + " ends by the steps of its people only");
        };
    }

    /** The step after a signature whose user task has this id. */
    static FollowUpStep step(String taskKey) {
        return FollowUpStep.of(taskKey)
                .orElseThrow(() -> new IllegalArgumentException("no step after a signature: " + taskKey));
    }

    /** How the record calls the id of what a procedure is about. */
    static String idFact(String process) {
        return switch (process) {
            case CONTRACT_REVIEW, DELTA_REVIEW, APPEAL_HEARING -> "reviewId";
            case CONCERN_HANDLING, CONCERN_APPEAL -> "concernId";
            case STAGE_QUESTION -> "questionId";
            case POLICY_CHANGE -> "policyVersionId";
            case ABSENCE -> "absenceId";
            default ->
                Arrays.stream(FollowUp.values())
                        .filter(followUp -> process(followUp).equals(process))
                        .findFirst()
                        .map(FollowUp::idFact)
                        .orElseThrow(() -> new IllegalArgumentException("not a procedure of cases: " + process));
        };
    }

    /** The stage whose user task has this id. */
    static Stage stage(String taskKey) {
        return Stage.valueOf(taskKey.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
