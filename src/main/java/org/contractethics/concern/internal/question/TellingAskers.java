package org.contractethics.concern.internal.question;

import java.util.Set;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.QuestionNews;
import org.contractethics.shared.Notice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells whoever asked that there is news of a question, inside the application only, in words that name neither concern nor contract. */
@Component
class TellingAskers {

    private final HandledConcerns concerns;
    private final QuestionRows questions;
    private final ApplicationEventPublisher events;

    TellingAskers(HandledConcerns concerns, QuestionRows questions, ApplicationEventPublisher events) {
        this.concerns = concerns;
        this.questions = questions;
        this.events = events;
    }

    @ApplicationModuleListener
    void on(QuestionNews news) {
        concerns.find(news.concern())
                .flatMap(concern -> questions
                        .find(concern.id(), news.question())
                        .filter(question -> !concerns.isWithheld(concern, question.asker())))
                .ifPresent(question -> events.publishEvent(new Notice(
                                Set.of(question.asker()),
                                Set.of(),
                                "News of a question about a concern",
                                "Something became of a question that you put to the filer of a concern. It stands beside the concern, on the page of its contract.",
                                "/contracts")
                        .inApplicationOnly()));
    }
}
