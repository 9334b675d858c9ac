package org.contractethics.review.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * What the chair writes down as the decision.
 *
 * @param outcome has to be the one the vote carried
 * @param expiresOn last day of an approval; null where nothing is approved
 * @param question what the account owner has to answer; empty unless the review goes back
 * @param askedAnswers to conditions that votes ask for and that are not taken up, by {@link AskedCondition#key}
 * @param hold what goes with a suspension; empty otherwise
 */
public record Verdict(
        @Nullable Outcome outcome,
        String reasons,
        List<String> rights,
        List<ProposedCondition> conditions,
        @Nullable LocalDate expiresOn,
        String question,
        Map<String, String> askedAnswers,
        Hold hold) {

    /** Whose task a condition can be. */
    public static final Set<Role> CONDITION_OWNERS =
            Set.of(Role.MONITOR, Role.LEGAL_REVIEWER, Role.PRODUCT_EXPERT, Role.SUBMITTER);

    public Verdict {
        rights = List.copyOf(rights);
        conditions = List.copyOf(conditions);
        askedAnswers = Map.copyOf(askedAnswers);
    }

    /** A verdict that suspends nothing, with nothing asked for that it does not take up. */
    public Verdict(
            @Nullable Outcome outcome,
            String reasons,
            List<String> rights,
            List<ProposedCondition> conditions,
            @Nullable LocalDate expiresOn,
            String question) {
        this(outcome, reasons, rights, conditions, expiresOn, question, Map.of(), Hold.NONE);
    }

    /**
     * Nobody is cut off from a service without a word to the customer and a thought for the people it serves (S13).
     *
     * @param customerNotice what the customer is told
     * @param safety what is done for the safety of affected people
     */
    public record Hold(String customerNotice, String safety) {

        static final Hold NONE = new Hold("", "");

        boolean empty() {
            return customerNotice.isBlank() && safety.isBlank();
        }
    }

    public boolean approves() {
        return outcome != null && outcome.approves();
    }

    /** A condition as typed. */
    public record ProposedCondition(
            String text, String owner, @Nullable LocalDate dueOn, boolean blocking, String evidence) {}
}
