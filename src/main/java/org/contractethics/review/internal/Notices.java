package org.contractethics.review.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.panel.PanelSeats;
import org.contractethics.shared.Notice;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the next people what waits for them, and the account owner how it went. Names the contract by its number only. */
@Component
class Notices {

    private final ApplicationEventPublisher events;
    private final VoteRounds rounds;
    private final PanelSeats seats;

    Notices(ApplicationEventPublisher events, VoteRounds rounds, PanelSeats seats) {
        this.events = events;
        this.rounds = rounds;
        this.seats = seats;
    }

    void opened(ReviewCase review, Contract contract) {
        waits(review, contract, Stage.DOCUMENT_CHECK);
    }

    void stageCompleted(ReviewCase review, Contract contract, StageForm done) {
        StagePath.next(done, review.tier()).ifPresent(stage -> waits(review, contract, stage));
    }

    /** Another round of voting, after one that carried nothing or that the reviewers did not agree in. */
    void votesAgain(ReviewCase review, Contract contract, String why) {
        publish(new Notice(
                members(review, Stage.VOTE),
                candidates(review, Stage.VOTE),
                contract.reference() + ": vote",
                why,
                link(review.id(), Stage.VOTE)));
    }

    void decided(ReviewCase review, Contract contract, Decision decision) {
        publish(Notice.toPerson(
                review.submitter(),
                contract.reference() + ": " + decision.outcome().label(),
                "The review was decided. The decision with its reasons stands on the page of the contract.",
                "/contracts/" + review.contract()));
        decision.conditions().stream()
                .map(Decision.Condition::owner)
                .distinct()
                .forEach(owner -> publish(Notice.toPerson(
                        owner,
                        contract.reference() + ": you own a condition",
                        "A decision names you as the owner of a condition. It stands on the page of the contract with its due date.",
                        "/contracts/" + review.contract())));
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
                review.submitter(),
                contract.reference() + ": stopped on legal grounds",
                "Legal stopped the contract. The reasons stand on the page of the contract.",
                "/contracts/" + review.contract()));
    }

    void escalated(ReviewCase review, Contract contract, Stage stage, Instant dueAt) {
        Set<Role> roles = new HashSet<>(candidates(review, stage));
        roles.add(Role.PANEL_CHAIR);
        publish(new Notice(
                members(review, stage),
                roles,
                contract.reference() + " is overdue: " + stage.label(),
                "This was due at " + dueAt + ". Nothing was decided by the delay; somebody has to do it.",
                link(review.id(), stage)));
    }

    private void waits(ReviewCase review, Contract contract, Stage stage) {
        String title = contract.reference() + ": " + stage.label().toLowerCase(Locale.ROOT);
        String text = "The review of this contract has come to this step.";
        String link = link(review.id(), stage);
        publish(
                stage == Stage.CLARIFICATION
                        ? Notice.toPerson(review.submitter(), title, text, link)
                        : new Notice(members(review, stage), candidates(review, stage), title, text, link));
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

    private Set<Role> candidates(ReviewCase review, Stage stage) {
        if (!members(review, stage).isEmpty()) {
            return Set.of(Role.PANEL_CHAIR);
        }
        if (stage == Stage.VOTE && review.tier() != null) {
            return rounds.latest(review.id())
                    .map(round -> VotingRules.of(review.confirmedTier(), round).roles())
                    .orElse(stage.candidates());
        }
        if (stage == Stage.DECISION) {
            boolean board = rounds.latest(review.id())
                    .map(round -> round.space().board())
                    .orElse(false);
            return Set.of(board ? Role.BOARD_COMMITTEE : Role.PANEL_CHAIR);
        }
        return stage.candidates();
    }

    private static String link(ReviewId review, Stage stage) {
        return "/reviews/" + review + "/stages/" + stage.taskKey();
    }

    private void publish(Notice notice) {
        events.publishEvent(notice);
    }
}
