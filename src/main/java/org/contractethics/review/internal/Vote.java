package org.contractethics.review.internal;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.contractethics.shared.Sha256;

/**
 * One sealed vote.
 *
 * @param role the role in which it was cast
 * @param conditions that an approval with conditions depends on; none with any other choice
 * @param salt makes the commitment of a vote impossible to guess before the opening
 */
public record Vote(
        ReviewId review,
        int round,
        String voter,
        Role role,
        Choice choice,
        List<String> rights,
        Severity severity,
        String evidence,
        String reasons,
        List<String> conditions,
        String salt,
        Instant castAt) {

    public Vote {
        rights = List.copyOf(rights);
        conditions = List.copyOf(conditions);
    }

    /** What can be chosen: an outcome, or to abstain. Abstentions are recorded and count neither to quorum nor to majority. */
    public enum Choice {
        APPROVE("Approve"),
        CONDITIONAL("Approve with conditions"),
        REJECT("Reject"),
        RETURN("Return for clarification"),
        SUSPEND("Suspend"),
        EXIT("Exit"),
        ABSTAIN("Abstain");

        private final String label;

        Choice(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * SHA-256 over salt, review, round, voter, role, outcome, rights, severity, the SHA-256 of the evidence, and the reasons,
     * one a line, as UTF-8 of normal form C: the form in which the record keeps every text. Where a vote asks for conditions,
     * a colon follows the outcome, and the SHA-256
     * over the SHA-256 of each condition, one a line. It stands in the record from the moment of casting; with
     * the facts of the entry {@code vote-opened} anybody can compute it again.
     */
    public String commitment() {
        return sha256(String.join(
                "\n",
                salt,
                review.toString(),
                Integer.toString(round),
                voter,
                role.name(),
                outcome(),
                String.join(",", rights),
                severity.name(),
                sha256(evidence),
                reasons));
    }

    private String outcome() {
        return conditions.isEmpty()
                ? choice.name()
                : choice.name() + ":"
                        + sha256(conditions.stream().map(Vote::sha256).collect(Collectors.joining("\n")));
    }

    private static String sha256(String typed) {
        return Sha256.hex(Normalizer.normalize(typed, Normalizer.Form.NFC));
    }
}
