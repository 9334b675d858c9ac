package org.contractethics.review.internal.measure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.OpenConcerns;
import org.contractethics.shared.OpenConcerns.OpenConcern;
import org.contractethics.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A decision answers each open concern about its contract. Of one that is kept from whoever decides, it says nothing (H13). */
@Component
public class AnsweringInDecision {

    private static final String LATE =
            "A concern about this contract became known in this moment. Nothing was decided. Send again: the form then asks for its answer too.";

    private final OpenConcerns concerns;
    private final JdbcClient jdbc;

    AnsweringInDecision(OpenConcerns concerns, JdbcClient jdbc) {
        this.concerns = concerns;
        this.jdbc = jdbc;
    }

    /** The name of the field in which a concern is answered. */
    public static String field(ConcernId concern) {
        return "concern-" + concern;
    }

    /** What has to be answered. */
    public List<OpenConcern> toAnswer(ContractId contract, Actor actor) {
        return concerns.openConcerns(contract, actor);
    }

    /**
     * @param open what has to be answered, asked once
     * @param answers by the concern's id as text
     */
    public List<FormProblem> problems(List<OpenConcern> open, Map<String, String> answers) {
        Problems problems = new Problems();
        open.forEach(concern -> problems.text(
                answers.getOrDefault(concern.id().toString(), ""),
                field(concern.id()),
                "Answer the open concern about: " + concern.topic() + "."));
        return problems.list();
    }

    /**
     * Kept beside the decision, and recorded under the id of each concern, so that it is kept from the same people. Refused where one
     * became known since it was asked what has to be answered: a decision leaves none unanswered.
     */
    public List<Facts.Recorded> keep(
            DecisionId decision,
            ContractId contract,
            List<OpenConcern> open,
            Map<String, String> answers,
            Actor actor,
            Instant at) {
        if (!open.containsAll(toAnswer(contract, actor))) {
            throw Refused.conflict(LATE);
        }
        return open.stream()
                .map(concern -> keep(decision, contract, concern.id(), answers, actor, at))
                .toList();
    }

    private Facts.Recorded keep(
            DecisionId decision,
            ContractId contract,
            ConcernId concern,
            Map<String, String> answers,
            Actor actor,
            Instant at) {
        jdbc.sql(
                        "insert into review.concern_weighed (decision_id, concern_id, answer) values (:decision, :concern, :answer)")
                .param("decision", decision.value())
                .param("concern", concern.value())
                .param("answer", answers.getOrDefault(concern.toString(), "").strip())
                .update();
        return Facts.of("concernId", concern)
                .and("decisionId", decision)
                .recorded("concern-weighed", contract, actor.username(), at);
    }
}
