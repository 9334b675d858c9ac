package org.contractethics.policy.internal;

/** What no version may give up: a rule over all answers of one table. */
interface TableRule {

    /** Id of the table. */
    String table();

    /** Says what is wrong with the proposed answers, if anything. */
    void check(Answers answers, Found found);
}
