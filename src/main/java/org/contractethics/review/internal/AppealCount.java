package org.contractethics.review.internal;

import java.util.List;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.Appeal.NamedVote;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.jspecify.annotations.Nullable;

/**
 * What the named votes on an appeal carry. The database counts the same.
 *
 * @param votes that are valid now: none of whoever declared a conflict after they voted (H2)
 * @param majority that the tables ask of the decision; a change needs no less than that
 */
record AppealCount(List<NamedVote> votes, String majority) {

    /** Nobody overturns or upholds the vote of a panel alone. */
    static final int LEAST = 2;

    /** Whether this can be ruled: it carried, or nothing did and the case goes back. */
    boolean allows(AppealResult result, @Nullable Outcome outcome) {
        return votes.size() >= LEAST
                && (carries(result, outcome) || (result == AppealResult.RETURN && !anythingCarries()));
    }

    private boolean anythingCarries() {
        return votes.stream().anyMatch(vote -> carries(vote.choice(), vote.outcome()));
    }

    private boolean carries(AppealResult result, @Nullable Outcome outcome) {
        long count = count(result, outcome);
        return twoThirds(result) ? count * 3 >= votes.size() * 2L : count * 2 > votes.size();
    }

    private long count(AppealResult result, @Nullable Outcome outcome) {
        return votes.stream()
                .filter(vote -> vote.choice() == result && vote.outcome() == outcome)
                .count();
    }

    private boolean twoThirds(AppealResult result) {
        return result == AppealResult.CHANGE && majority.equals("TWO_THIRDS");
    }

    /** Why this cannot be ruled. */
    String refusal(AppealResult result, @Nullable Outcome outcome) {
        if (votes.size() < LEAST) {
            return "The named votes do not carry this ruling: at least " + LEAST
                    + " members of the board committee have to vote, and there is " + votes.size()
                    + " vote. The vote of whoever declared a conflict since does not count (H2).";
        }
        String carried = "The named votes do not carry this ruling: " + count(result, outcome) + " of " + votes.size()
                + " are for it, and " + (twoThirds(result) ? "two thirds" : "more than half") + " are needed.";
        return anythingCarries()
                ? carried
                : carried
                        + " No result has its majority: wait for further votes, or return the case for a fresh review.";
    }
}
