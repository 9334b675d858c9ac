package org.contractethics.review.internal.question;

import java.util.Set;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells people of questions. Names the contract by its number and the stage, and nothing of what was asked or answered. */
@Component
class QuestionNotices {

    private final ContractRegister contracts;
    private final ApplicationEventPublisher events;

    QuestionNotices(ContractRegister contracts, ApplicationEventPublisher events) {
        this.contracts = contracts;
        this.events = events;
    }

    void asked(StageQuestion question, ReviewCase review) {
        toOwner(question, review, "a question to you", "The review waits for your answer; its clock stands still.");
    }

    void dueSoon(StageQuestion question, ReviewCase review) {
        toOwner(question, review, "your answer is due soon", "The review waits for your answer.");
    }

    /** The chair as well: a clock that stands still must not be forgotten (H9). */
    void overdue(StageQuestion question, ReviewCase review) {
        String title = reference(review) + " is overdue: answer a question";
        String text = "A question of a stage has no answer. Its clock stands still until it is answered or withdrawn.";
        events.publishEvent(new Notice(Set.of(review.owner()), Set.of(), title, text, link(question)));
        events.publishEvent(
                new Notice(Set.of(question.askedBy()), Set.of(Role.PANEL_CHAIR), title, text, page(review)));
    }

    void answered(StageQuestion question, ReviewCase review) {
        events.publishEvent(Notice.toPerson(
                question.askedBy(),
                reference(review) + ": your question is answered",
                "The clock of the stage runs again: " + question.stage().label() + ".",
                page(review)));
    }

    void withdrawn(StageQuestion question, ReviewCase review) {
        toOwner(question, review, "a question was withdrawn", "You need not answer it any more.");
    }

    private void toOwner(StageQuestion question, ReviewCase review, String what, String text) {
        events.publishEvent(Notice.toPerson(review.owner(), reference(review) + ": " + what, text, link(question)));
    }

    private String reference(ReviewCase review) {
        return contracts.get(review.contract()).reference();
    }

    private static String link(StageQuestion question) {
        return "/questions/" + question.id();
    }

    private static String page(ReviewCase review) {
        return "/contracts/" + review.contract() + "#questions";
    }
}
