package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUpTasks.FollowUpTask;
import org.contractethics.review.internal.followup.Remediation.Measure;
import org.contractethics.review.internal.followup.SuspensionReview.Proposal;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells people what waits for them after a signature, conditions aside. Names the contract by its number only. */
@Component
class FollowUpNotices {

    private final ApplicationEventPublisher events;
    private final ContractRegister contracts;
    private final ConcernKnowledge concerns;
    private final TellingSubstitutes substitutes;

    FollowUpNotices(
            ApplicationEventPublisher events,
            ContractRegister contracts,
            ConcernKnowledge concerns,
            TellingSubstitutes substitutes) {
        this.substitutes = substitutes;
        this.events = events;
        this.contracts = contracts;
        this.concerns = concerns;
    }

    /** @param concern that led to it: told to nobody from whom that is kept (H13) */
    void overdue(ContractId contract, FollowUpStep step, UUID subject, Instant dueAt, Optional<ConcernId> concern) {
        Set<Role> roles = new java.util.HashSet<>(step.candidates());
        roles.add(Role.PANEL_CHAIR);
        publish(Notice.toRoles(
                        roles,
                        reference(contract) + " is overdue: " + step.label(),
                        "This was due on " + Times.words(dueAt)
                                + ". Nothing was decided by the delay; somebody has to do it.",
                        link(contract, step, subject))
                .exceptFor(keptFrom(concern)));
        toSubstitute(contract, step, subject);
    }

    private void toSubstitute(ContractId contract, FollowUpStep step, UUID subject) {
        if (step == FollowUpStep.PROPOSE_SUSPENSION) {
            substitutes.propose(contract, subject);
        }
    }

    /**
     * Reminds whoever holds the task; where nobody does, those who may take it on.
     *
     * @param concern that led to it: told to nobody from whom that is kept (H13)
     */
    void dueSoon(ContractId contract, UUID subject, FollowUpTask task, Optional<ConcernId> concern) {
        FollowUpStep step = task.step();
        String holder = task.assignee();
        String title = reference(contract) + " is due soon: " + step.label();
        String text = "This is due on " + Times.words(Objects.requireNonNull(task.dueAt())) + ".";
        String link = link(contract, step, subject);
        publish((holder == null
                        ? Notice.toRoles(step.candidates(), title, text, link)
                        : Notice.toPerson(holder, title, text, link))
                .exceptFor(keptFrom(concern)));
        if (holder == null) {
            toSubstitute(contract, step, subject);
        }
    }

    /** The next step of a plan can be taken on. */
    void waits(ContractId contract, FollowUpStep step, UUID subject) {
        publish(waiting(contract, step, subject));
    }

    /** The same, told to none of these people: the step is not theirs to do. */
    void waits(ContractId contract, FollowUpStep step, UUID subject, Set<String> except) {
        publish(waiting(contract, step, subject).exceptFor(except));
    }

    /** The same of a remediation; told to nobody from whom the concern it began with is kept (H13). */
    void waits(Remediation remediation, FollowUpStep step) {
        publish(waiting(remediation.contract(), step, remediation.id()).exceptFor(keptFrom(remediation.concern())));
    }

    private Notice waiting(ContractId contract, FollowUpStep step, UUID subject) {
        return Notice.toRoles(
                step.candidates(),
                reference(contract) + ": " + step.label().toLowerCase(Locale.ROOT),
                "This can be taken on now. What was written so far stands on its page.",
                link(contract, step, subject));
    }

    private Set<String> keptFrom(Optional<ConcernId> concern) {
        return concern.map(concerns::keptFrom).orElse(Set.of());
    }

    private static String link(ContractId contract, FollowUpStep step, UUID subject) {
        return switch (step.followUp()) {
            case CONDITION -> "/conditions/" + subject;
            case SUSPENSION -> "/suspensions/" + subject;
            case RE_REVIEW -> "/re-reviews/" + subject;
            case EXIT -> "/exits/" + subject;
            case REMEDIATION -> "/remediations/" + subject;
            case SAMPLE_REVIEW -> "/sample-reviews/" + subject;
            case INTERIM_MEASURE -> "/contracts/" + contract;
        };
    }

    void ended(ContractId contract, UUID exit) {
        publish(new Notice(
                owner(contract),
                Set.of(Role.MONITOR, Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.PANEL_CHAIR, Role.BOARD_COMMITTEE),
                reference(contract) + ": the contract has ended",
                "The board committee confirmed the report on its exit.",
                "/exits/" + exit));
    }

    /** Not told to an owner from whom the concern it began with is kept by now (H13). */
    void owns(Remediation remediation, Measure measure) {
        publish(Notice.toPerson(
                        measure.owner(),
                        reference(remediation.contract()) + ": carry out the measure",
                        "The plan of a remedy is approved. You own one of its measures; it has to be carried out by "
                                + Times.words(measure.dueOn()) + ". Report on it when it is.",
                        "/remediations/" + remediation.id())
                .exceptFor(keptFrom(remediation.concern())));
    }

    void opened(SuspensionReview suspension) {
        toRoles(
                Set.of(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE),
                reference(suspension.contract()) + ": "
                        + suspension.purpose().title().toLowerCase(Locale.ROOT),
                "Propose what becomes of the services. The board committee confirms the proposal.",
                link(suspension));
        substitutes.propose(suspension.contract(), suspension.id());
    }

    void proposed(SuspensionReview suspension, Proposal proposal) {
        toRoles(
                Set.of(Role.BOARD_COMMITTEE),
                reference(suspension.contract()) + ": confirm the proposal",
                "What becomes of the services was proposed "
                        + proposal.actsAs().capacity().words() + ". Nothing happens before you confirm it.",
                link(suspension));
    }

    void sentBack(SuspensionReview suspension) {
        toRoles(
                Set.of(Role.PANEL_CHAIR),
                reference(suspension.contract()) + ": the proposal was sent back",
                "The board committee did not confirm the proposal. The reasons stand beside it.",
                link(suspension));
        substitutes.propose(suspension.contract(), suspension.id());
    }

    void decided(SuspensionReview suspension, SuspensionOutcome outcome) {
        publish(new Notice(
                owner(suspension.contract()),
                Set.of(Role.MONITOR, Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.PANEL_CHAIR),
                reference(suspension.contract()) + ": " + outcome.done(),
                "Two people decided it. The reasons, and what the customer is told, stand on the page of the decision.",
                link(suspension)));
    }

    void heldByDecision(ContractId contract, SuspensionOutcome outcome) {
        publish(new Notice(
                owner(contract),
                Set.of(Role.MONITOR, Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.PANEL_CHAIR, Role.BOARD_COMMITTEE),
                reference(contract) + ": " + outcome.done(),
                "The review decided it. The reasons, and what the customer is told, stand on the page of the contract.",
                "/contracts/" + contract));
    }

    void imposed(InterimMeasure measure) {
        aboutHold(
                measure,
                "services are restricted",
                "They were restricted at once, " + measure.actsAs().capacity().words() + ". This ends on "
                        + Times.words(measure.endsAt()) + " unless a suspension decision confirms it.");
    }

    void expired(InterimMeasure measure) {
        aboutHold(
                measure,
                "the restriction ended",
                "No suspension decision confirmed it in time, so it ended by itself.");
    }

    private void aboutHold(InterimMeasure measure, String what, String text) {
        publish(new Notice(
                owner(measure.contract()),
                Set.of(Role.MONITOR, Role.LEGAL_REVIEWER, Role.PANEL_CHAIR, Role.BOARD_COMMITTEE),
                reference(measure.contract()) + ": " + what,
                text,
                "/contracts/" + measure.contract()));
    }

    void reReviewDue(ReReview reReview) {
        toRoles(
                FollowUpStep.RE_REVIEW.candidates(),
                reference(reReview.contract()) + ": re-review the contract",
                "The day has come on which it is looked at again. Say whether the approval still holds, or open a new review.",
                "/re-reviews/" + reReview.id());
    }

    private Set<String> owner(ContractId contract) {
        String owner = contracts.find(contract).map(Contract::submitter).orElse(null);
        return owner == null ? Set.of() : Set.of(owner);
    }

    private String reference(ContractId contract) {
        return contracts.find(contract).map(Contract::reference).orElse("A contract");
    }

    private static String link(SuspensionReview suspension) {
        return "/suspensions/" + suspension.id();
    }

    private void toRoles(Set<Role> roles, String title, String text, String link) {
        publish(Notice.toRoles(roles, title, text, link));
    }

    private void publish(Notice notice) {
        events.publishEvent(notice);
    }
}
