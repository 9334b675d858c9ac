package org.contractethics.review.internal;

import java.util.List;
import java.util.Map;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.ClarificationAnswer;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S1 again: the account owner answers, adds documents where needed, and the review begins a fresh pass. */
@Component
public class AnsweringClarification {

    private final StageWork work;
    private final Clarifications clarifications;
    private final ContractRegister contracts;

    AnsweringClarification(StageWork work, Clarifications clarifications, ContractRegister contracts) {
        this.work = work;
        this.clarifications = clarifications;
        this.contracts = contracts;
    }

    public String question(ReviewCase review) {
        return clarifications.question(review.id(), review.pass()).orElse("");
    }

    public List<FormProblem> problems(String answer) {
        return new Problems().text(answer, "answer", "Answer the question.").list();
    }

    @Transactional
    public void answer(ReviewId id, String answer, Actor actor) {
        Open open = work.begin(id, Stage.CLARIFICATION, actor);
        Problems.refuse(problems(answer));
        contracts.reviewProgressed(
                open.contract().id(),
                ContractState.IN_REVIEW,
                Rows.name(open.review().tier()),
                open.review().outcome());
        work.finish(open, new ClarificationAnswer(question(open.review()), answer), Map.of());
    }
}
