package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** S30: an officer who steps back loses the key, and finds the concern nowhere any more. */
@IntegrationTest
class RecusalIT {

    private final ConcernHands hands;
    private final PeopleDirectory people;
    private final JdbcClient jdbc;
    private final String id = UUID.randomUUID().toString();
    private final String text = "I fear for children " + id;
    private final String reason = "My sister works there " + id;

    RecusalIT(@Autowired MockMvcTester mvc, @Autowired PeopleDirectory people, @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.people = people;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void a_confidential_concern() {
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of("text", text, "mode", "CONFIDENTIAL"))));
    }

    @Test
    void whoever_steps_back_has_no_key_any_more_and_the_board_committee_goes_on() {
        assertThat(readers()).containsExactly("olga.petrova");
        assertThat(body(hands.get("/concerns/" + id, "olga.petrova"))).contains(text, "Recuse yourself");

        sent(recuse("olga.petrova"));

        assertThat(readers()).contains("george.tan").doesNotContain("olga.petrova");
        assertThat(hands.get("/concerns/" + id, "olga.petrova"))
                .hasStatus(404)
                .bodyText()
                .doesNotContain(text);
        assertThat(hands.everyPageOfTheList("olga.petrova", "all")).doesNotContain(id);
        assertThat(recuse("olga.petrova")).hasStatus(404);
        assertThat(body(hands.get("/concerns/" + id, "george.tan"))).contains(text, "Olga Petrova", reason);
        assertThat(body(hands.get("/concerns/" + id, "erin.walsh"))).doesNotContain(reason, "Stepped back");
        sent(hands.post("/concerns/" + id + "/acknowledge", "george.tan", Map.of()));
    }

    @Test
    void no_wrap_is_ever_made_again_for_them_by_whomever() {
        sent(hands.post("/concerns/" + id + "/recusal", "olga.petrova", Map.of()));

        assertThatThrownBy(() -> jdbc.sql(
                                """
                        insert into concern.key_wrap (concern, part, recipient, wrap)
                        select concern, part, 'olga.petrova', wrap from concern.key_wrap where concern = :id::uuid limit 1""")
                        .param("id", id)
                        .update())
                .hasStackTraceContaining("kept from that person");
    }

    @Test
    void a_task_they_hold_goes_back_to_the_others() {
        sent(hands.post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()));
        sent(hands.post("/inbox/tasks/" + openTask() + "/claim", "olga.petrova", Map.of()));

        sent(recuse("olga.petrova"));

        assertThat(jdbc.sql("select count(*) from workflow.inbox_item where task_id = :task and assignee is null")
                        .param("task", openTask())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(body(hands.get("/inbox", "olga.petrova"))).doesNotContain(id);
    }

    @Test
    void somebody_else_has_to_be_left() {
        people.withRole(Role.BOARD_COMMITTEE).stream().map(Person::username).forEach(board -> jdbc.sql(
                        "insert into concern.exclusion (concern, username) values (:id::uuid, :board)")
                .param("id", id)
                .param("board", board)
                .update());

        assertThat(recuse("olga.petrova"))
                .hasStatus(409)
                .bodyText()
                .contains("Nobody else may handle this concern", reason);
        assertThat(readers()).containsExactly("olga.petrova");
    }

    @Test
    void somebody_has_to_be_left_who_may_rule_on_the_appeal_that_waits() {
        people.withRole(Role.BOARD_COMMITTEE).stream()
                .map(Person::username)
                .filter(board -> !board.equals("george.tan"))
                .forEach(board -> jdbc.sql(
                                "insert into concern.exclusion (concern, username) values (:id::uuid, :board)")
                        .param("id", id)
                        .param("board", board)
                        .update());
        sent(hands.post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()));
        hands.close(id, "olga.petrova");
        sent(hands.post("/concerns/" + id + "/appeal", "erin.walsh", Map.of("appeal-text", "New facts.")));

        assertThat(recuse("george.tan"))
                .hasStatus(409)
                .bodyText()
                .contains("Nobody else could rule on the appeal", reason);
        assertThat(hands.get("/concerns/" + id, "george.tan")).hasStatusOk();
        sent(recuse("olga.petrova"));
    }

    @Test
    void only_those_who_handle_it_step_back() {
        assertThat(recuse("erin.walsh")).hasStatus(403);
        assertThat(recuse("george.tan")).hasStatus(404);
        assertThat(hands.post("/concerns/" + id + "/recusal", "olga.petrova", Map.of("reason", "x".repeat(4001))))
                .hasStatus(422)
                .bodyText()
                .contains("at most 4,000 characters");
        assertThat(readers()).containsExactly("olga.petrova");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult recuse(String officer) {
        return hands.post("/concerns/" + id + "/recusal", officer, Map.of("reason", reason));
    }

    private String openTask() {
        return jdbc.sql("select task_id from workflow.inbox_item where subject_id = :id::uuid and completed_at is null")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private List<String> readers() {
        return jdbc.sql("select recipient from concern.key_wrap where concern = :id::uuid order by recipient")
                .param("id", id)
                .query(String.class)
                .list();
    }
}
