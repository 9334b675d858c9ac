package org.contractethics.concern.web;

import java.util.Map;
import org.contractethics.concern.internal.ConcernMode;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.concern.internal.question.ReadingQuestions;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** Questions of reviewers on the page of a concern: to be passed on by those who handle it, to be answered by its filer. */
@Component
class QuestionsPart implements HandlingPage.PagePart {

    private final ReadingQuestions questions;

    QuestionsPart(ReadingQuestions questions) {
        this.questions = questions;
    }

    @Override
    public void show(ReadingConcerns.View view, Actor viewer, Map<String, Object> model) {
        model.put("forHandlers", view.concern().mode().isForHandlersOnly());
        model.put("ofLetter", view.concern().mode() == ConcernMode.COLLECTIVE);
        model.put("questions", questions.onPage(view.concern(), viewer, view.handling()));
    }
}
