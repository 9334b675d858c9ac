package org.contractethics.review.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks.StageTask;
import org.contractethics.review.internal.panel.PanelSeats;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the next people what waits for them, and the account owner how it went. Names the contract by its number only. */
@Component
class Notices {

    private final ApplicationEventPublisher events;
    private final VoteRounds rounds;
    private final PanelSeats seats;
    private final Participation participation;

    Notices(ApplicationEventPublisher events, VoteRounds rounds, PanelSeats seats, Participation participation) {
        this.events = events;
        this.rounds = rounds;
        this.seats = seats;
        this.participation = participation;
    }

    void opened(ReviewCase review, Contract contract) {
        waits(review, contract, Stage.DOCUMENT_CHECK);
    }

    void stageCompleted(ReviewCase review, Contract contract, List<Stage> next) {
        next.forEach(stage -> waits(review, contract, stage));
    }

    /**
     * H8: a delta review began; its first step waits, and the account owner learns that nothing is asked of them yet.
     *
     * @param changed empty where the review was opened again without a change of the contract
     */
    void deltaOpened(ReviewCase review, Contract contract, String changed) {
        publish(Notice.toPerson(
                review.owner(),
                contract.reference() + ": a delta review began",
                (changed.isEmpty()
                                ? "Every part of it is done anew."
                                : "These changed since the approval: " + changed
                                        + ". What they touch is reviewed anew.")
                        + " Add changed documents now, before the triage is confirmed.",
                "/contracts/" + review.contract()));
        waits(review, contract, Stage.LEGAL_STOP);
    }

    /** Something carried over is due again. */
    void reopened(ReviewCase review, Contract contract, Stage stage) {
        waits(review, contract, stage);
    }

    /** Mitigation states less than was assessed, and a human-rights reviewer who did not write it has to say whether that holds. */
    static Notice countersignatureWaits(ReviewCase review, Contract contract) {
        return Notice.toRoles(
                Set.of(Role.HR_REVIEWER),
                contract.reference() + ": countersign residual severity",
                "The mitigation leaves less than was assessed. Until another human-rights reviewer has countersigned it, and before"
                        + " anybody votes, the vote is about the assessed severity.",
                "/reviews/" + review.id() + "/residual-severity");
    }

    /** Another round of voting, after one that carried nothing or that the reviewers did not agree in. */
    void votesAgain(ReviewCase review, Contract contract, String why) {
        publish(toThoseOf(review, Stage.VOTE, contract.reference() + ": vote", why, link(review, Stage.VOTE)));
    }

    /** Conflicts bar every panel chair from a decision that waits already. Where it was the board's from the start, they know. */
    void decisionFallsToBoard(ReviewCase review, Contract contract) {
        if (!boardDecides(review)) {
            waits(review, contract, Stage.DECISION);
        }
    }

    void decided(ReviewCase review, Contract contract, Decision decision) {
        publish(Notice.toPerson(
                review.owner(),
                contract.reference() + ": the review is decided",
                decision.outcome().label() + ". The decision with its reasons stands on the page of the contract.",
                "/contracts/" + review.contract()));
        Set<String> owners =
                decision.conditions().stream().map(Decision.Condition::owner).collect(Collectors.toSet());
        if (!owners.isEmpty()) {
            publish(new Notice(
                    owners,
                    Set.of(),
                    contract.reference() + ": you own a condition",
                    "A decision names you as the owner of a condition. It stands on the page of the contract with its due date.",
                    "/contracts/" + review.contract()));
        }
    }

    /**
     * H8: whoever has to do with it learns why.
     *
     * @param next what follows for the account owner
     * @param link where they do it
     */
    private void approvalLapsed(ReviewCase review, Contract contract, String reason, String next, String link) {
        String title = contract.reference() + ": the approval lapsed";
        publish(Notice.toPerson(review.owner(), title, reason + " " + next, link));
        publish(Notice.toRoles(
                Set.of(Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.PANEL_CHAIR),
                title,
                reason + " Nothing may be signed on it.",
                "/contracts/" + review.contract()));
    }

    /** A delta review follows. */
    void lapsedForDelta(ReviewCase review, Contract contract, String reason) {
        approvalLapsed(
                review, contract, reason, "A delta review of what changed began.", "/contracts/" + review.contract());
    }

    /** The review itself goes back to the account owner. */
    void lapsedForAnswer(ReviewCase review, Contract contract, String reason) {
        approvalLapsed(
                review,
                contract,
                reason,
                "Answer the clarification request; the review then begins afresh.",
                link(review, Stage.CLARIFICATION));
    }

    /** No review begins now, because the services are held; one does when they go on. */
    void lapsedWhileHeld(ReviewCase review, Contract contract, String reason) {
        approvalLapsed(
                review,
                contract,
                reason,
                "Whether the services go on is decided first; if they do, the review begins by itself.",
                "/contracts/" + review.contract());
    }

    /** H9: its last day passed. That is told once, and nothing follows by itself. */
    void ranOut(ContractId contract, LocalDate lastDay) {
        publish(Notice.toRoles(
                Set.of(Role.LEGAL_REVIEWER, Role.MONITOR, Role.PANEL_CHAIR),
                "An approval ran out",
                "Its last day was " + Times.words(lastDay)
                        + ". Nothing can be signed on it any more, and nothing else follows by itself.",
                "/contracts/" + contract));
    }

    /** Whoever worked on it need not go on. */
    void endedByHold(ReviewCase review) {
        publish(new Notice(
                Set.of(review.owner()),
                Set.of(Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.PANEL_CHAIR),
                "A review has ended: the services are held",
                "It was decided to suspend the services or to end the contract. Nothing more is to be done in the review.",
                "/contracts/" + review.contract()));
    }

    void appealRuled(ReviewCase review, Contract contract, String appellant, String result) {
        publish(Notice.toPerson(
                appellant, contract.reference() + ": appeal decided", result, "/contracts/" + review.contract()));
    }

    void appealFiled(ReviewCase review, Contract contract) {
        waits(review, contract, Stage.APPEAL);
    }

    void stopped(ReviewCase review, Contract contract) {
        publish(Notice.toPerson(
                review.owner(),
                contract.reference() + ": stopped on legal grounds",
                "Legal stopped the contract. The reasons stand on the page of the contract.",
                "/contracts/" + review.contract()));
    }

    /** The rejection stands, because nobody appealed in time. */
    void closed(ReviewCase review, Contract contract) {
        publish(Notice.toPerson(
                review.owner(),
                contract.reference() + ": the review is closed",
                "Nobody appealed in time, so the rejection stands.",
                "/contracts/" + review.contract()));
    }

    /** Reminds whoever holds the task; where nobody does, those who may take it on. */
    void dueSoon(ReviewCase review, Contract contract, StageTask task) {
        Stage stage = task.stage();
        String holder = stage == Stage.CLARIFICATION ? review.owner() : task.assignee();
        String title = contract.reference() + " is due soon: " + stage.label();
        String text = "This is due on " + Times.words(java.util.Objects.requireNonNull(task.dueAt())) + ".";
        publish(
                holder == null
                        ? toThoseOf(review, stage, title, text, work(review))
                        : Notice.toPerson(holder, title, text, work(review)));
    }

    void escalated(ReviewCase review, Contract contract, Stage stage, Instant dueAt) {
        Set<String> members = members(review, stage);
        publish(new Notice(
                stage == Stage.CLARIFICATION ? Set.of(review.owner()) : members,
                escalatedTo(review, stage, members),
                contract.reference() + " is overdue: " + stage.label(),
                "This was due on " + Times.words(dueAt) + ". Nothing was decided by the delay; somebody has to do it.",
                work(review)));
    }

    /** The chair always; the board where a vote or a decision waits. A clarification concerns its account owner alone. */
    private Set<Role> escalatedTo(ReviewCase review, Stage stage, Set<String> members) {
        Set<Role> roles = EnumSet.of(Role.PANEL_CHAIR);
        if (stage != Stage.CLARIFICATION) {
            roles.addAll(candidates(review, stage, members));
        }
        if (stage == Stage.VOTE || stage == Stage.DECISION) {
            roles.add(Role.BOARD_COMMITTEE);
        }
        return roles;
    }

    private void waits(ReviewCase review, Contract contract, Stage stage) {
        String title = contract.reference() + ": " + stage.label().toLowerCase(Locale.ROOT);
        String text = "The review of this contract has come to this step.";
        String link = link(review, stage);
        publish(
                stage == Stage.CLARIFICATION
                        ? Notice.toPerson(review.owner(), title, text, link)
                        : toThoseOf(review, stage, title, text, link));
    }

    private Notice toThoseOf(ReviewCase review, Stage stage, String title, String text, String link) {
        Set<String> members = members(review, stage);
        return new Notice(members, candidates(review, stage, members), title, text, link);
    }

    /** Of a vote of the panel only those are told who were drawn. */
    private Set<String> members(ReviewCase review, Stage stage) {
        return stage == Stage.VOTE
                        && rounds.open(review.id()).filter(VoteRound::panel).isPresent()
                ? seats.sitting(review.id(), review.pass()).stream()
                        .map(PanelSeats.Sitting::person)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** @param members the people drawn for the stage, where it is a vote of theirs */
    private Set<Role> candidates(ReviewCase review, Stage stage, Set<String> members) {
        if (!members.isEmpty()) {
            return Set.of(Role.PANEL_CHAIR);
        }
        if (stage == Stage.VOTE && review.tier() != null) {
            return rounds.latest(review.id())
                    .map(round -> VotingRules.of(review.confirmedTier(), round).roles())
                    .orElse(stage.candidates());
        }
        if (stage == Stage.DECISION) {
            return Set.of(
                    boardDecides(review) || participation.chairsBarredFromDecision(review)
                            ? Role.BOARD_COMMITTEE
                            : Role.PANEL_CHAIR);
        }
        return stage.candidates();
    }

    private boolean boardDecides(ReviewCase review) {
        return rounds.latest(review.id())
                .map(round -> VotingRules.boardDecides(review.confirmedTier(), round.space()))
                .orElse(false);
    }

    /** The form itself where nobody has to claim it first; else where the task can be claimed. */
    private static String link(ReviewCase review, Stage stage) {
        return stage == Stage.CLARIFICATION || stage.shared()
                ? "/reviews/" + review.id() + "/stages/" + stage.taskKey()
                : work(review);
    }

    /** "Work to do" on the page of the contract, where tasks are claimed and taken back. */
    private static String work(ReviewCase review) {
        return "/contracts/" + review.contract() + "#work-to-do";
    }

    private void publish(Notice notice) {
        events.publishEvent(notice);
    }
}
