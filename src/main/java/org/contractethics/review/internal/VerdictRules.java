package org.contractethics.review.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.Verdict.ProposedCondition;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a decision has to carry before it can be recorded. */
@Component
class VerdictRules {

    private static final Set<Outcome> NEEDS_RIGHTS =
            EnumSet.of(Outcome.REJECT, Outcome.CONDITIONAL, Outcome.SUSPEND, Outcome.EXIT);

    private static final int MOST_CONDITIONS = 50;
    private static final int LONGEST_MONTHS = 24;

    private final Policy policy;
    private final PeopleDirectory people;

    VerdictRules(Policy policy, PeopleDirectory people) {
        this.policy = policy;
        this.people = people;
    }

    /**
     * What is to be decided.
     *
     * @param outcome that the vote carried, or the return where it cannot be decided
     * @param otherwise why it is returned although the vote carried something else; empty where it is not
     * @param lastDay the last day an approval may hold under the review interval of its tier
     */
    record Due(Outcome outcome, String otherwise, LocalDate lastDay) {

        boolean carriedBy(VoteRound round) {
            return outcome.name().equals(round.carried());
        }
    }

    List<FormProblem> problems(VoteRound round, Due due, Verdict verdict, LocalDate today) {
        Problems problems = new Problems()
                .when(
                        verdict.outcome() != due.outcome(),
                        "outcome",
                        due.carriedBy(round)
                                ? "The decision is the outcome that the vote carried (H6)."
                                : due.otherwise());
        Set<Outcome> allowed = due.carriedBy(round) ? round.space().allowed() : Set.of(due.outcome());
        return complete(problems, round, allowed, verdict, today, due.lastDay());
    }

    /** What a decision on appeal has to carry; the first one is the decision it changes. */
    List<FormProblem> changed(VoteRound round, Outcome first, Verdict verdict, LocalDate today, LocalDate lastDay) {
        Outcome outcome = verdict.outcome();
        Problems problems = new Problems()
                .when(
                        outcome == null || outcome == first || !Appeal.OUTCOMES.contains(outcome),
                        "outcome",
                        "Choose what the decision is changed to.");
        return complete(problems, round, round.space().allowed(), verdict, today, lastDay);
    }

    private List<FormProblem> complete(
            Problems problems,
            VoteRound round,
            Set<Outcome> allowed,
            Verdict verdict,
            LocalDate today,
            LocalDate lastDay) {
        Outcome outcome = verdict.outcome();
        problems.when(
                        outcome != null && !allowed.contains(outcome),
                        "outcome",
                        round.space().refusal())
                .text(verdict.reasons(), "reasons", "Give the reasons of the decision.")
                .when(
                        !verdict.rights().stream()
                                .allMatch(code -> policy.right(code).isPresent()),
                        "rights",
                        "Choose rights of the catalogue.")
                .once(verdict.rights(), "rights")
                .when(
                        outcome != null
                                && NEEDS_RIGHTS.contains(outcome)
                                && verdict.rights().isEmpty(),
                        "rights",
                        "Name the rights the decision rests on.");
        expiry(problems, verdict, today, lastDay);
        conditions(problems, verdict, today);
        hold(problems, verdict);
        if (outcome == Outcome.RETURN) {
            problems.text(verdict.question(), "question", "Ask the account owner what has to be clarified.");
        }
        return problems.list();
    }

    private static void expiry(Problems problems, Verdict verdict, LocalDate today, LocalDate lastDay) {
        LocalDate expiresOn = verdict.expiresOn();
        if (!verdict.approves()) {
            problems.when(expiresOn != null, "expires-on", "Only an approval has a last day. Leave this empty.");
            return;
        }
        problems.when(
                expiresOn == null || expiresOn.isBefore(today) || expiresOn.isAfter(lastDay),
                "expires-on",
                "An approval ends some day: between " + Times.words(today) + " and " + Times.words(lastDay)
                        + ", when it is reviewed again.");
    }

    private static void hold(Problems problems, Verdict verdict) {
        if (verdict.outcome() == Outcome.SUSPEND) {
            problems.text(verdict.hold().customerNotice(), "customer-notice", "Write what the customer is told.")
                    .text(verdict.hold().safety(), "safety", "Say what is done for the safety of the people affected.");
        } else {
            problems.when(
                    !verdict.hold().empty(),
                    "customer-notice",
                    "Only a suspension is told the customer here. Leave this empty.");
        }
    }

    private void conditions(Problems problems, Verdict verdict, LocalDate today) {
        boolean conditional = verdict.outcome() == Outcome.CONDITIONAL;
        problems.when(
                conditional && verdict.conditions().isEmpty(),
                "condition-1-text",
                "An approval with conditions needs at least one condition.");
        problems.when(
                !conditional && !verdict.conditions().isEmpty(),
                "condition-1-text",
                "Only an approval with conditions has conditions. Leave them empty.");
        if (verdict.conditions().size() > MOST_CONDITIONS) {
            problems.when(
                    true,
                    "condition-1-text",
                    "A decision has at most " + MOST_CONDITIONS + " conditions. Put together what belongs together.");
            return;
        }
        for (int i = 0; i < verdict.conditions().size(); i++) {
            condition(problems, verdict.conditions().get(i), "condition-" + (i + 1) + "-", today);
        }
    }

    private void condition(Problems problems, ProposedCondition condition, String field, LocalDate today) {
        problems.text(condition.text(), field + "text", "State the condition.")
                .when(
                        !canMeet(condition.owner()),
                        field + "owner",
                        "Choose who has to meet this condition: a monitor, a legal reviewer, a product expert or a submitter.")
                .when(
                        !isDue(condition.dueOn(), today),
                        field + "due",
                        "State by when the condition is met; a day to come, up to " + Times.words(lastDue(today)) + ".")
                .text(condition.evidence(), field + "evidence", "Say what will show that the condition is met.");
    }

    private boolean canMeet(String owner) {
        return people.find(owner)
                .filter(person -> person.roles().stream().anyMatch(Verdict.CONDITION_OWNERS::contains))
                .isPresent();
    }

    private static boolean isDue(@Nullable LocalDate due, LocalDate today) {
        return due != null && !due.isBefore(today) && !due.isAfter(lastDue(today));
    }

    /** Every contract is reviewed again within this time; a condition beyond it binds nobody. */
    private static LocalDate lastDue(LocalDate today) {
        return today.plusMonths(LONGEST_MONTHS);
    }
}
