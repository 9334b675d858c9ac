package org.contractethics.review.internal.question;

import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.question.QuestionDocuments.Side;
import org.contractethics.review.internal.question.StageQuestion.How;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The account owner answers a question, and names the documents that show it; nobody else can. */
@Service
public class AnsweringQuestions {

    private final StageQuestions questions;
    private final QuestionDocuments documents;
    private final ReviewCases reviews;
    private final ClosingQuestions closing;
    private final QuestionNotices notices;

    AnsweringQuestions(
            StageQuestions questions,
            QuestionDocuments documents,
            ReviewCases reviews,
            ClosingQuestions closing,
            QuestionNotices notices) {
        this.questions = questions;
        this.documents = documents;
        this.reviews = reviews;
        this.closing = closing;
        this.notices = notices;
    }

    /** @param named versions of documents of the contract */
    public List<FormProblem> problems(UUID id, String answer, List<String> named, Actor actor) {
        return problems(reviews.get(get(id).review()), answer, named, actor);
    }

    private List<FormProblem> problems(ReviewCase review, String answer, List<String> named, Actor actor) {
        Problems problems = new Problems();
        AskingQuestions.problems(answer, "answer", "Write the answer.")
                .forEach(problem -> problems.when(true, problem.field(), problem.message()));
        documents
                .problems(review.contract(), named, actor)
                .forEach(problem -> problems.when(true, problem.field(), problem.message()));
        return problems.list();
    }

    @Transactional
    public void answer(UUID id, String answer, List<String> named, Actor actor) {
        StageQuestion question = get(id);
        ReviewCase review = reviews.lock(question.review());
        if (!review.owner().equals(actor.username())) {
            throw Refused.notAllowed("Only the account owner answers this question.");
        }
        Problems.refuse(problems(review, answer, named, actor));
        if (get(id).open()) {
            documents.keep(id, Side.ANSWER, named);
        }
        closing.close(question, review, actor.username(), How.ANSWERED, answer.strip(), named);
        notices.answered(question, review);
    }

    private StageQuestion get(UUID id) {
        return questions.find(id).orElseThrow(QuestionsSeen::missing);
    }
}
