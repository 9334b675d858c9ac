package org.contractethics.review.internal.question;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contractethics.document.AddingDocuments;
import org.contractethics.document.AddingDocuments.SentDocument;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.question.QuestionDocuments.Side;
import org.contractethics.review.internal.question.StageQuestion.How;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The account owner answers a question, and names the documents that show it; nobody else can. */
@Service
public class AnsweringQuestions {

    private final StageQuestions questions;
    private final QuestionDocuments documents;
    private final AddingDocuments adding;
    private final ReviewCases reviews;
    private final ClosingQuestions closing;
    private final QuestionNotices notices;

    AnsweringQuestions(
            StageQuestions questions,
            QuestionDocuments documents,
            AddingDocuments adding,
            ReviewCases reviews,
            ClosingQuestions closing,
            QuestionNotices notices) {
        this.questions = questions;
        this.documents = documents;
        this.adding = adding;
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

    /** @param files become documents of the contract, and are named by the answer */
    @Transactional
    public void answer(UUID id, String answer, List<String> named, List<SentDocument> files, Actor actor) {
        StageQuestion question = get(id);
        ReviewCase asked = owned(reviews.get(question.review()), actor);
        Problems.refuse(problems(asked, answer, named, actor));
        List<String> all = new ArrayList<>(named);
        if (question.open()) {
            all.addAll(added(asked.contract(), files, actor));
        }
        ReviewCase review = owned(reviews.lock(question.review()), actor);
        Problems.refuse(problems(review, answer, named, actor));
        if (get(id).open()) {
            documents.keep(id, Side.ANSWER, all);
        }
        closing.close(question, review, actor.username(), How.ANSWERED, answer.strip(), all);
        notices.answered(question, review);
    }

    private static ReviewCase owned(ReviewCase review, Actor actor) {
        if (!review.owner().equals(actor.username())) {
            throw Refused.notAllowed("Only the account owner answers this question.");
        }
        return review;
    }

    /** One that cannot be taken in is the fault of the field it came in; then none of them is. */
    private List<String> added(ContractId contract, List<SentDocument> files, Actor actor) {
        List<String> versions = new ArrayList<>();
        for (SentDocument file : files) {
            try {
                versions.add(adding.add(contract, file, actor).id().toString());
            } catch (Refused refused) {
                if (refused.kind() != Refused.Kind.INVALID && refused.kind() != Refused.Kind.CONFLICT) {
                    throw refused;
                }
                throw Refused.invalid(refused.reasons().stream()
                        .map(reason -> new FormProblem("files", reason))
                        .toList());
            }
        }
        return versions;
    }

    private StageQuestion get(UUID id) {
        return questions.find(id).orElseThrow(QuestionsSeen::missing);
    }
}
