package org.contractethics.review.internal;

import java.util.List;
import java.util.Optional;
import org.contractethics.policy.Policy.Outcome;

/**
 * What a closed vote is worth by now (H2, H3): quorum, mandatory roles and majority are counted over the votes that are valid at this
 * moment. The database counts the same.
 *
 * @param valid without those of whoever has a conflict since
 */
record StandingVote(VotingRules rules, VoteRound round, List<Vote> valid) {

    StandingVote {
        valid = List.copyOf(valid);
    }

    /** Whether the votes that are valid now carry what the round carried. */
    boolean holds() {
        return rules.missing(valid).isEmpty()
                && rules.carried(valid)
                        .map(Outcome::name)
                        .filter(outcome -> outcome.equals(round.carried()))
                        .isPresent();
    }

    /** What is missing and what to do; empty while the vote holds. */
    Optional<String> fallen() {
        return holds()
                ? Optional.empty()
                : Optional.of(
                        "Somebody who voted has a conflict of interest since, and their vote does not count (H2). "
                                + lack() + " Return the contract: it is reviewed and voted on anew.");
    }

    private String lack() {
        List<String> missing = rules.missing(valid);
        return missing.isEmpty()
                ? "The votes that are left do not carry the outcome any more: it needs " + rules.majorityInWords() + "."
                : "The quorum of the vote is not reached any more. Missing: " + String.join(", ", missing) + " (H3).";
    }
}
