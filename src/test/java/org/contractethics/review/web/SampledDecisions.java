package org.contractethics.review.web;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ReviewsToDecide;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Decisions of T1 by dana.whitfield, priya.raman and ruth.castillo on which the lot fell: tests draw all of a hundred. */
@Component
final class SampledDecisions {

    private final ReviewsToDecide deciding;
    private final TaskService tasks;
    private final JdbcClient database;

    SampledDecisions(ReviewsToDecide deciding, TaskService tasks, JdbcClient database) {
        this.deciding = deciding;
        this.tasks = tasks;
        this.database = database;
    }

    /** A decision in the sample, and the hands that work on its contract. */
    record Drawn(Contract contract, ReviewId review, UUID id, ReviewHands hands) {

        String page() {
            return "/sample-reviews/" + id;
        }

        String resource() {
            return "/api/sample-reviews/" + id;
        }
    }

    Drawn drawn(MockMvcTester mvc, String title) {
        Contract contract = deciding.registered(Tier.T1, title);
        deciding.awaitRead(contract);
        ReviewId review = deciding.decide(contract, Tier.T1, this::claim);
        UUID id = database.sql("select id from review.sample_review where review_id = :review")
                .param("review", review.value())
                .query(UUID.class)
                .single();
        await().atMost(Duration.ofMinutes(1)).until(() -> !open(id).isEmpty());
        return new Drawn(contract, review, id, new ReviewHands(mvc, contract.id()));
    }

    private void claim(ReviewId review, Stage stage, Actor person) {
        tasks.setAssignee(open(review.value()).get(0), person.username());
    }

    /** The open task. */
    String task(Drawn drawn) {
        return open(drawn.id()).get(0);
    }

    private List<String> open(UUID subject) {
        return database.sql("select task_id from workflow.inbox_item where subject_id = :id and completed_at is null")
                .param("id", subject)
                .query(String.class)
                .list();
    }
}
