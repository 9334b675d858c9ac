package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.VotingOnAppeal;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** H1 on the board: a member who owned the contract once, or is paid by it, decides nothing of it, whichever way they come. */
@IntegrationTest
class BoardOwnersIT {

    private static final String OWNER = "george.tan";
    private static final String PAID = "ines.duarte";

    private static final Map<String, Object> REJECTION =
            Map.of("reasons", "Detention weighs.", "rights", List.of("R05"));
    private static final Map<String, Object> RULING =
            Map.of("choice", "CONFIRM", "result", "CONFIRM", "reasons", "My reasons of the board.");
    private static final Map<String, Object> VOTE = Map.of("choice", "CONFIRM", "reasons", "My reasons.");
    private static final Map<String, Object> CONFIRM = Map.of("result", "CONFIRM", "reasons", "My reasons.");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ApiCalls api;
    private final TaskService tasks;
    private final VotingOnAppeal voting;
    private final JdbcClient database;
    private Begun review;
    private String path;

    @Autowired
    @SuppressWarnings("NullAway.Init") // begun before each test
    BoardOwnersIT(
            MockMvcTester mvc,
            BegunReviews begun,
            Environment settings,
            TaskService tasks,
            VotingOnAppeal voting,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.api = new ApiCalls(settings);
        this.tasks = tasks;
        this.voting = voting;
        this.database = database;
    }

    @BeforeEach
    void the_panel_rejects() throws Exception {
        review = begun.upToTheVote(mvc);
        path = "/reviews/" + review.review();
        begun.voteAndClose(review.review(), "REJECT");
    }

    @Test
    void an_appeal_is_neither_voted_nor_ruled_on() throws Exception {
        review.hands().workOff(review.review(), "decision", "ruth.castillo", REJECTION);
        assertThat(review.hands().post("lena.hoffman", path + "/appeal", Map.of("reasons", "Misread.")))
                .hasStatus3xxRedirection();
        String claim = "/inbox/tasks/" + task() + "/claim";
        gain();

        for (String person : List.of(OWNER, PAID)) {
            refused(review.hands().sent(person, path + "/appeal/vote", RULING), "My reasons of the board.");
            refused(call(person, "/stages/appeal/votes", VOTE));
            refused(review.hands().sent(person, claim, Map.of()), "");
            refused(api.postUndeclared(person, "/api" + claim, null));
            tasks.setAssignee(task(), person);
            refused(review.hands().sent(person, path + "/stages/appeal", RULING), "My reasons of the board.");
            refused(call(person, "/stages/appeal", CONFIRM));
            assertThatThrownBy(() -> voting.vote(
                            review.review(),
                            AppealResult.CONFIRM,
                            null,
                            "Mine.",
                            new Actor(person, person, Set.of(Role.BOARD_COMMITTEE))))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("(H1)");
        }

        assertThat(count("appeal_vote v join review.appeal a on a.id = v.appeal_id where a.review_id"))
                .isZero();
        assertThat(count("appeal_ruling v join review.appeal a on a.id = v.appeal_id where a.review_id"))
                .isZero();
    }

    @Test
    void a_decision_in_the_place_of_barred_chairs_is_not_recorded() throws Exception {
        database.sql("insert into review.recusal (id, review_id, person, stage, interest, declared_at)"
                        + " values (gen_random_uuid(), :review, 'ruth.castillo', null, 'SHARES', now())")
                .param("review", review.review().value())
                .update();
        String claim = "/inbox/tasks/" + task() + "/claim";
        gain();

        for (String person : List.of(OWNER, PAID)) {
            refused(review.hands().sent(person, claim, Map.of()), "");
            tasks.setAssignee(task(), person);
            refused(review.hands().sent(person, path + "/stages/decision", REJECTION), "Detention weighs.");
            refused(call(
                    person,
                    "/stages/decision",
                    Map.of("outcome", "REJECT", "reasons", "Detention weighs.", "rights", List.of("R05"))));
        }

        assertThat(count("decision v where v.review_id")).isZero();
    }

    /** H1 and H2, past every use case */
    @Test
    void the_tables_take_no_decision_and_no_ruling_of_theirs() throws Exception {
        gain();
        assertThatThrownBy(() -> decided(OWNER)).hasMessageContaining("decides nothing of it (H1, H2)");
        assertThatThrownBy(() -> decided(PAID)).hasMessageContaining("decides nothing of it (H1, H2)");
        review.hands().workOff(review.review(), "decision", "ruth.castillo", REJECTION);
        review.hands().post("lena.hoffman", path + "/appeal", Map.of("reasons", "Misread."));
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.appeal_ruling (appeal_id, result, reasons, decided_by, decided_at)
                                select id, 'CONFIRM', 'x', :person, now() from review.appeal where review_id = :review""")
                        .param("person", OWNER)
                        .param("review", review.review().value())
                        .update())
                .hasMessageContaining("decides nothing of it (H1, H2)");
    }

    /** One owned it before Tom owned it again, the other one is paid by it. */
    private void gain() {
        for (String person : List.of(OWNER, "tom.lindqvist")) {
            database.sql(
                            """
                            insert into contract.account_owner
                            select id, (select max(number) + 1 from contract.account_owner where contract_id = id), :person,
                                   now(), submitter, 'OWN_DECISION', 'because'
                            from contract.contract where id = :contract""")
                    .param("contract", review.contract().value())
                    .param("person", person)
                    .update();
        }
        database.sql("update review.review set account_team = array[:person] where id = :id")
                .param("id", review.review().value())
                .param("person", PAID)
                .update();
    }

    private void decided(String person) {
        database.sql(
                        """
                        insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons, rights,
                            policy_number, policy_hash, document_set_hash, contract_version, tables, decided_by, decided_at)
                        select gen_random_uuid(), r.id, r.contract_id, r.pass, 1, r.tier, 'REJECT', 'x', '{}', 1, 'x',
                            r.document_set_hash, r.contract_version, '{}', :person, now()
                        from review.review r where r.id = :review""")
                .param("person", person)
                .param("review", review.review().value())
                .update();
    }

    private String task() {
        return database.sql("select task_id from workflow.inbox_item where subject_id = :id and completed_at is null")
                .param("id", review.review().value())
                .query(String.class)
                .single();
    }

    private Answer call(String person, String step, Map<String, Object> body) {
        String resource = "/api" + path;
        return api.postUndeclared(
                person,
                resource + step,
                body,
                "If-Match",
                api.get(person, resource).tag());
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.rule()).as(answer.toString()).isEqualTo("H1");
    }

    private static void refused(MvcTestResult answer, String typed) {
        assertThat(answer).hasStatus(HttpStatus.FORBIDDEN).bodyText().contains("(H1)", typed);
    }

    private int count(String rows) {
        return database.sql("select count(*) from review." + rows + " = :review")
                .param("review", review.review().value())
                .query(Integer.class)
                .single();
    }
}
