package org.contractethics.workflow.internal;

import java.util.Locale;
import org.contractethics.review.Stage;

/** The names that the models in {@code bpmn/} and this module share; {@code BpmnFilesTests} holds the two together. */
final class ProcessNames {

    static final String CONTRACT_REVIEW = "contract-review";
    static final String CONCERN_HANDLING = "concern-handling";
    static final String CONCERN_ANNOUNCEMENT = "concern-announcement";
    static final String ABSENCE = "absence";
    static final String POLICY_CHANGE = "policy-change";
    static final String EVENT_RESUBMISSION = "event-resubmission";

    static final String ACKNOWLEDGE = "acknowledge-concern";
    static final String ANSWER = "answer-concern";

    static final String DECIDE_POLICY_VERSION = "decide-policy-version";

    static final String APPEAL_FILED = "appeal-filed";
    static final String POLICY_VERSION_WITHDRAWN = "policy-version-withdrawn";

    static final String CONTRACT_ID = "contractId";
    static final String SUBMITTER = "submitter";
    static final String BEGINS = "begins";
    static final String TIER = "tier";
    static final String APPROVED = "approved";
    static final String EFFECTIVE_ON = "effectiveOn";

    private ProcessNames() {}

    /** The stage whose user task has this id. */
    static Stage stage(String taskKey) {
        return Stage.valueOf(taskKey.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
