package org.contractethics.policy.internal;

import java.util.Set;

/** What no version may give up: a rule over all answers of one table. */
interface TableRule {

    /** Id of the table. */
    String table();

    /** Whether numbers beyond those that a cell names can occur; the scores of other tables cannot. */
    default boolean numbersBeyond() {
        return false;
    }

    /** Inputs that are never missing. */
    default Set<String> alwaysKnown() {
        return Set.of();
    }

    /** Says what is wrong with the proposed answers, if anything. */
    void check(Answers answers, Found found);
}
