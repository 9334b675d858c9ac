package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.contractethics.EngineCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.Contract;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The clock of a stage on the running system: who stops it by a question, who lets it run again, and where that is seen. */
@IntegrationTest
class ClockIT {

    private static final String OWNER = "sofia.marin";
    private static final String HOLDER = "priya.raman";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(?!_csrf)([^\"]+)\" value=\"([^\"]*)\"");

    private final MockMvcTester mvc;
    private final SubmittedContracts contracts;
    private final Reviews reviews;
    private final ProcessEngine engine;
    private final JdbcClient database;
    private final String words = "Who runs it? " + UUID.randomUUID();
    private Contract contract;
    private ReviewId review;

    @Autowired
    @SuppressWarnings("NullAway") // made before each test
    ClockIT(
            MockMvcTester mvc,
            SubmittedContracts contracts,
            Reviews reviews,
            ProcessEngine engine,
            JdbcClient database) {
        this.mvc = mvc;
        this.contracts = contracts;
        this.reviews = reviews;
        this.engine = engine;
        this.database = database;
    }

    @BeforeEach
    void aReviewWhoseDocumentsAreChecked() {
        contract = contracts.submitted("Asked " + UUID.randomUUID());
        review = reviews.latestOf(contract.id()).orElseThrow().id();
        String task = database.sql("select task_id from workflow.inbox_item where subject_id = :review")
                .param("review", review.value())
                .query(String.class)
                .single();
        assertThat(post(HOLDER, "/inbox/tasks/" + task + "/claim")).hasStatus3xxRedirection();
        assertThat(post(HOLDER, "/reviews/" + review + "/declaration?stage=document-check", "interest", "NONE"))
                .hasStatus3xxRedirection();
    }

    @Test
    void a_question_stops_the_clock_for_everyone_to_see_until_the_account_owner_answers() throws Exception {
        assertThat(ask(HOLDER, words)).hasStatus3xxRedirection();

        assertThat(timers()).hasSize(2).allMatch(Job::isSuspended);
        assertThat(page(HOLDER, "/contracts/" + contract.id()))
                .contains(words, "clock stopped since", "0 of 1 working day used", "Clock stopped");
        assertThat(page(HOLDER, "/inbox/mine?q=" + contract.reference())).contains("clock stopped since");
        assertThat(page(OWNER, "/inbox/mine?q=" + contract.reference())).contains("Answer the question of a stage");
        assertThat(page(OWNER, "/questions/" + question())).contains(words, "Send the answer");
        new EngineCalls(engine.getTaskService(), database).assertRefused(question(), "(H9)");

        assertThat(post(OWNER, "/questions/" + question() + "/answer", "answer", "The agency itself."))
                .hasStatus3xxRedirection();

        assertThat(timers()).hasSize(2).noneMatch(Job::isSuspended);
        assertThat(page(HOLDER, "/contracts/" + contract.id()))
                .contains("The agency itself.", "Answered by Sofia Marin")
                .doesNotContain("clock stopped since");
        assertThat(post(OWNER, "/questions/" + question() + "/answer", "answer", "Again."))
                .hasStatus(409);
    }

    @Test
    void an_overdue_stage_is_in_no_overdue_list_while_its_clock_stands_still() throws Exception {
        database.sql("update workflow.inbox_item set due_at = now() - interval '1 day' where subject_id = :review")
                .param("review", review.value())
                .update();
        assertThat(page(HOLDER, "/inbox/overdue?q=" + contract.reference())).contains("Confirm the documents");

        assertThat(ask(HOLDER, words)).hasStatus3xxRedirection();

        assertThat(page(HOLDER, "/inbox/overdue?q=" + contract.reference())).contains("No task matches");
    }

    @Test
    void a_withdrawn_question_and_a_finished_stage_let_the_clock_run_again() throws Exception {
        assertThat(ask(HOLDER, words)).hasStatus3xxRedirection();
        assertThat(post(HOLDER, "/questions/" + question() + "/withdraw")).hasStatus3xxRedirection();
        assertThat(timers()).noneMatch(Job::isSuspended);

        assertThat(ask(HOLDER, words + " again")).hasStatus3xxRedirection();
        assertThat(finishDocumentCheck()).hasStatus3xxRedirection();

        assertThat(page(HOLDER, "/contracts/" + contract.id())).contains("Ended with its stage, without an answer");
        assertThat(timers()).isNotEmpty().noneMatch(Job::isSuspended);
    }

    @Test
    void only_the_holder_asks_only_the_owner_answers_and_one_question_is_open_at_a_time() {
        assertThat(ask("leo.brandt", words)).hasStatus(409);
        assertThat(ask(OWNER, words)).hasStatus(403);
        assertThat(ask(HOLDER, " ")).hasStatus(422).bodyText().contains("Write what you ask");
        assertThat(ask(HOLDER, words)).hasStatus3xxRedirection();

        assertThat(ask(HOLDER, words)).hasStatus(409);
        assertThat(post("tom.lindqvist", "/questions/" + question() + "/answer", "answer", "Mine."))
                .hasStatus(403);
        assertThat(post(HOLDER, "/questions/" + question() + "/answer", "answer", "Mine."))
                .hasStatus(403);
        assertThat(post("leo.brandt", "/questions/" + question() + "/withdraw")).hasStatus(409);
        assertThat(get("tom.lindqvist", "/questions/" + question())).hasStatus(404);
        assertThat(get("erin.walsh", "/questions/" + question())).hasStatus(404);
        assertThat(get("august.lund", "/questions/" + question()))
                .hasStatusOk()
                .bodyText()
                .contains(words)
                .doesNotContain("Send the answer", "Withdraw the question");
    }

    @Test
    void a_question_whose_answer_is_overdue_is_withdrawn_by_the_chair_and_nobody_else_who_does_not_hold_the_stage()
            throws Exception {
        assertThat(ask(HOLDER, words)).hasStatus3xxRedirection();
        String withdraw = "/questions/" + question() + "/withdraw";
        assertThat(post("ruth.castillo", withdraw)).hasStatus(403);
        database.sql("update workflow.inbox_item set due_at = now() - interval '1 day' where subject_id = :question")
                .param("question", question())
                .update();
        assertThat(post("leo.brandt", withdraw)).hasStatus(409);
        assertThat(page("ruth.castillo", "/questions/" + question())).contains("Withdraw the question");

        assertThat(post("ruth.castillo", withdraw)).hasStatus3xxRedirection();

        assertThat(timers()).isNotEmpty().noneMatch(Job::isSuspended);
    }

    @Test
    void a_chair_with_a_conflict_withdraws_no_overdue_question() {
        assertThat(ask(HOLDER, words)).hasStatus3xxRedirection();
        database.sql("update workflow.inbox_item set due_at = now() - interval '1 day' where subject_id = :question")
                .param("question", question())
                .update();
        database.sql(
                        """
                        insert into review.recusal (id, review_id, person, stage, interest, declared_at)
                        values (gen_random_uuid(), :review, 'ruth.castillo', 'VOTE', 'A relative', now())
                        """)
                .param("review", review.value())
                .update();

        assertThat(post("ruth.castillo", "/questions/" + question() + "/withdraw"))
                .hasStatus(403);
    }

    @Test
    void the_database_keeps_questions_as_they_were_and_takes_none_from_the_account_team() {
        assertThat(ask(HOLDER, words)).hasStatus3xxRedirection();

        for (String change : List.of(
                "update review.question set question = 'other' where id = :id",
                "update review.question set closed_at = now(), closed_by = 'priya.raman', closed_as = 'ANSWERED', answer = 'x' where id = :id",
                "delete from review.question where id = :id")) {
            assertThatThrownBy(
                            () -> database.sql(change).param("id", question()).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.question (id, review_id, stage, pass, asked_by, asked_at, question)
                                values (gen_random_uuid(), :review, 'TRIAGE', 1, 'sofia.marin', now(), 'mine')
                                """)
                        .param("review", review.value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("asks no question");
    }

    private MvcTestResult finishDocumentCheck() throws Exception {
        String path = "/reviews/" + review + "/stages/document-check";
        var request = mvc.post()
                .uri(path)
                .with(csrf())
                .with(People.signedInAs(HOLDER))
                .param("confirmed", "yes");
        Matcher hidden = HIDDEN.matcher(page(HOLDER, path));
        while (hidden.find()) {
            request.param(hidden.group(1), hidden.group(2));
        }
        return request.exchange();
    }

    private List<Job> timers() {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(process(review))
                .timers()
                .list();
    }

    private String process(ReviewId of) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(of.toString())
                .singleResult()
                .getId();
    }

    private UUID question() {
        return database.sql("select id from review.question where review_id = :review order by asked_at desc limit 1")
                .param("review", review.value())
                .query(UUID.class)
                .single();
    }

    private MvcTestResult ask(String person, String question) {
        return post(person, "/reviews/" + review + "/questions/document-check", "question", question);
    }

    private MvcTestResult get(String person, String path) {
        return mvc.get().uri(path).with(People.signedInAs(person)).exchange();
    }

    private String page(String person, String path) throws Exception {
        MvcTestResult answer = get(person, path);
        assertThat(answer).as(path).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private MvcTestResult post(String person, String path, String... field) {
        var request = mvc.post().uri(path).with(csrf()).with(People.signedInAs(person));
        if (field.length == 2) {
            request.param(field[0], field[1]);
        }
        return request.exchange();
    }
}
