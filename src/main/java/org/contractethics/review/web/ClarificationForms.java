package org.contractethics.review.web;

import java.util.List;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.AnsweringClarification;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Component;

/** S1 again, after a return. */
@Component
class ClarificationForms implements StageForms {

    private final AnsweringClarification answering;

    ClarificationForms(AnsweringClarification answering) {
        this.answering = answering;
    }

    @Override
    public Stage stage() {
        return Stage.CLARIFICATION;
    }

    @Override
    public String act() {
        return "Send the answer";
    }

    @Override
    public List<Section> sections(Open open, FormValues values) {
        return List.of(Section.of(
                "Answer",
                "Add or replace documents and correct the facts on the page of the contract first. With your answer the review begins afresh.",
                Field.area("answer", "Answer", null, true, 8)));
    }

    @Override
    public List<FormProblem> problems(Open open, FormValues values) {
        return answering.problems(values.text("answer"));
    }

    @Override
    public List<Statement> consequences(Open open, FormValues values) {
        return List.of(Statement.titled("What has to be clarified")
                .line("Question", answering.question(open.review()))
                .build());
    }

    @Override
    public String send(Open open, FormValues values) {
        answering.answer(open.review().id(), values.text("answer"), open.actor());
        return "The answer is sent. The review begins afresh with the documents.";
    }
}
