package org.contractethics.review.internal;

import java.time.LocalDate;
import java.util.List;
import org.contractethics.policy.Policy.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What the chair writes down as the decision.
 *
 * @param outcome has to be the one the vote carried
 * @param expiresOn last day of an approval; null where nothing is approved
 * @param question what the account owner has to answer; empty unless the review goes back
 */
public record Verdict(
        @Nullable Outcome outcome,
        String reasons,
        List<String> rights,
        List<ProposedCondition> conditions,
        @Nullable LocalDate expiresOn,
        String question) {

    public Verdict {
        rights = List.copyOf(rights);
        conditions = List.copyOf(conditions);
    }

    public boolean approves() {
        return outcome == Outcome.APPROVE || outcome == Outcome.CONDITIONAL;
    }

    /** A condition as typed. */
    public record ProposedCondition(
            String text, String owner, @Nullable LocalDate dueOn, boolean blocking, String evidence) {}
}
