package org.contractethics.policy;

import org.jspecify.annotations.Nullable;

/** What a concern sets going (table 2.9). */
public interface ConcernRouting {

    /** How urgent a concern is, its periods and what becomes of the contract (table 2.9). */
    ConcernRoute concernRoute(ConcernFacts facts);

    /**
     * @param topic name of the topic chosen by the filer
     * @param signatories people who signed it; 1 for a single filer
     * @param phase null where the contract is not known
     */
    record ConcernFacts(String topic, int signatories, @Nullable ContractPhase phase) {}

    /** How far a contract is, as far as a concern about it asks. */
    enum ContractPhase {
        BEFORE_SIGNATURE,
        RUNNING,
        ENDED
    }

    /**
     * @param urgency {@code U1}, at once, to {@code U4}
     * @param acknowledgeDays at most 7 (Directive (EU) 2019/1937 art. 9(1)(b))
     * @param meetingWorkingDays within how many a meeting is offered
     * @param replyDays at most 90 (art. 9(1)(f))
     * @param rule id of the row, {@code why} its sentence
     */
    record ConcernRoute(
            String urgency,
            int acknowledgeDays,
            int meetingWorkingDays,
            int replyDays,
            ConcernAction action,
            String rule,
            String why) {}

    /** What a concern asks to be done about the contract. */
    enum ConcernAction {
        OMBUDS_INVESTIGATION("The ombuds investigates"),
        INTERIM_MEASURE("Decide at once on a restriction of the services"),
        HOLD_SIGNATURE("Hold the signature"),
        REOPEN_REVIEW("Reopen the review"),
        REMEDIATION("Begin remediation"),
        HEARING("The panel hears those who signed"),
        RAISE_TIER_AND_HEAR("Weigh a higher tier, and the panel hears those who signed"),
        ATTACH_TO_REVIEW("The decision has to answer it"),
        FIND_CONTRACT("Find out which contract it is about"),
        ASSESS("Assess it");

        private final String label;

        ConcernAction(String label) {
            this.label = label;
        }

        /** The words shown on screen. */
        public String label() {
            return label;
        }
    }
}
