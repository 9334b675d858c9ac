package org.contractethics.review.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.AllowedSpace;
import org.contractethics.review.internal.VotingRules;

/** Codes of the review in words. */
final class ReviewWords {

    private ReviewWords() {}

    /** "BOARD_COMMITTEE" as "Board committee". */
    static String plain(String code) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** An outcome by its code; other words for how a vote ended stand as they are. */
    static String outcome(String code) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(code))
                .map(Outcome::label)
                .findFirst()
                .orElseGet(() -> plain(code));
    }

    static String outcomes(AllowedSpace space) {
        return space.allowed().stream().sorted().map(Outcome::label).collect(Collectors.joining("; "));
    }

    static Statement space(String title, AllowedSpace space) {
        Statement.Builder statement = Statement.titled(title)
                .line("Allowed outcomes", outcomes(space), "/rules/decision-space")
                .line("Decided by", plain(space.decider()));
        List<String> basis = space.basis();
        basis.forEach(row -> statement.line("Because", row));
        return statement.build();
    }

    static Statement vote(AllowedSpace space, VotingRules rules) {
        Statement.Builder statement = Statement.titled("What may be decided")
                .line("Allowed outcomes", outcomes(space), "/rules/decision-space")
                .line("Decided by", plain(space.decider()))
                .line("Quorum", rules.quorumInWords())
                .line("An outcome carries with", rules.majorityInWords())
                .line("Abstentions", "Are recorded; they count neither to the quorum nor to the majority.");
        space.basis().forEach(row -> statement.line("Because", row));
        return statement.build();
    }
}
