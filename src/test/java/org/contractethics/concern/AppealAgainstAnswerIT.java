package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.IntegrationTest;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A concern is closed by a reasoned answer only (S36); its filer may appeal, to people who did not decide (S37). */
@IntegrationTest
class AppealAgainstAnswerIT {

    private static final Map<String, String> ANSWER = Map.of(
            "cause", "NOTHING_WRONG",
            "considered", "The documents.",
            "decision", "To ask for safeguards.",
            "article", "ICCPR art. 17",
            "effect", "A condition is added.",
            "appeal", "To the board committee.");
    private static final Map<String, String> RULING = Map.of(
            "appeal-result",
            "CHANGED",
            "appeal-reasons",
            "The new facts weigh.",
            "appeal-effect",
            "It is reviewed again.");

    private final ConcernHands hands;
    private final Concerns concerns;
    private final TaskService tasks;
    private final JdbcClient database;
    private final String id = UUID.randomUUID().toString();

    AppealAgainstAnswerIT(
            @Autowired MockMvcTester mvc,
            @Autowired Concerns concerns,
            @Autowired TaskService tasks,
            @Autowired JdbcClient database) {
        this.hands = new ConcernHands(mvc);
        this.concerns = concerns;
        this.tasks = tasks;
        this.database = database;
    }

    @Test
    void the_database_refuses_an_answer_that_names_no_cause() {
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of())));

        assertThatThrownBy(() -> database.sql(
                                """
                        insert into concern.answer (concern, officer, answered_on, sealed_considered, sealed_decision,
                            sealed_article, sealed_effect, sealed_appeal)
                        values (:id::uuid, 'olga.petrova', current_date, '\\x00', '\\x00', '\\x00', '\\x00', '\\x00')""")
                        .param("id", id)
                        .update())
                .hasMessageContaining("answer_names_its_cause");
    }

    @Test
    void nothing_but_the_answer_closes_a_concern_and_nothing_but_the_ruling_its_appeal() throws Exception {
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of())));
        assertThat(hands.post("/concerns/" + id + "/appeal", "erin.walsh", Map.of("appeal-text", "Too early")))
                .hasStatus(HttpStatus.CONFLICT);
        sent(hands.post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()));
        assertThatThrownBy(() -> tasks.complete(task()))
                .hasStackTraceContaining("closed by a reasoned answer or ruling only");
        assertThat(hands.post("/concerns/" + id + "/answer", "olga.petrova", Map.of("considered", "Only this")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        sent(hands.post("/concerns/" + id + "/answer", "olga.petrova", ANSWER));

        assertThat(hands.get("/concerns/" + id, "george.tan")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.post("/concerns/" + id + "/appeal", "paul.nguyen", Map.of("appeal-text", "Not mine")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.post("/concerns/" + id + "/appeal", "erin.walsh", Map.of()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        sent(hands.post("/concerns/" + id + "/appeal", "erin.walsh", Map.of("appeal-text", "CANARY_NEW_FACT")));
        assertThat(hands.post("/concerns/" + id + "/appeal", "erin.walsh", Map.of("appeal-text", "Twice")))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(openTasks()).as("nobody hears of it in its hour").isEmpty();
        DayOfFiling.ends(database, id);
        concerns.announce();
        assertThat(openTasks()).hasSize(1);

        String ruling = "/concerns/" + id + "/appeal-ruling";
        assertThat(hands.post(ruling, "olga.petrova", RULING)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(hands.post(ruling, "erin.walsh", RULING)).hasStatus(HttpStatus.FORBIDDEN);
        assertThatThrownBy(() -> tasks.complete(task()))
                .hasStackTraceContaining("closed by a reasoned answer or ruling only");
        assertThatThrownBy(() -> ruleInDatabase("olga.petrova")).hasMessageContaining("who answered does not rule");
        assertThat(body(hands.get("/concerns/" + id, "george.tan"))).contains("CANARY_NEW_FACT", "Decide the appeal");
        assertThat(hands.post(ruling, "george.tan", Map.of("appeal-result", "CHANGED")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Give the reasons", "what happens to the contract now");
        sent(hands.post(ruling, "george.tan", RULING));
        assertThat(hands.post(ruling, "george.tan", RULING)).hasStatus(HttpStatus.CONFLICT);

        assertThat(body(hands.get("/concerns/" + id, "erin.walsh")))
                .contains("The answer is changed", "The new facts weigh.", "It is reviewed again.");
        assertThat(openTasks()).isEmpty();
        assertThat(new CanaryScan("CANARY_NEW_FACT").tables()).isEmpty();
    }

    /** S35: the day of a ruling is nobody's to miss, and whoever gave the answer is not the one to be reminded. */
    @Test
    void those_who_rule_are_reminded_of_an_appeal_until_it_is_decided() {
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of())));
        sent(hands.post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()));
        sent(hands.post("/concerns/" + id + "/answer", "olga.petrova", ANSWER));
        concerns.remind(id());
        sent(hands.post("/concerns/" + id + "/appeal", "erin.walsh", Map.of("appeal-text", "Facts " + id)));
        long reminded = reminded("george.tan");

        concerns.remind(id());

        await().atMost(Duration.ofSeconds(60)).until(() -> reminded("george.tan") == reminded + 1);
        sent(hands.post("/concerns/" + id + "/appeal-ruling", "george.tan", RULING));
        concerns.remind(id());
        assertThat(reminded("george.tan")).isEqualTo(reminded + 1);
        assertThat(reminded("olga.petrova")).isZero();
    }

    private ConcernId id() {
        return ConcernId.valueOf(id);
    }

    private long reminded(String person) {
        return database.sql(
                        "select count(*) from notification.notice where username = :person and title = 'An appeal is due soon'")
                .param("person", person)
                .query(Long.class)
                .single();
    }

    private String task() {
        return openTasks().get(0);
    }

    private List<String> openTasks() {
        return database.sql(
                        "select task_id from workflow.inbox_item where subject_id = :id::uuid and completed_at is null")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private void ruleInDatabase(String person) {
        database.sql(
                        """
                        insert into concern.appeal_ruling
                        select concern, 'CONFIRMED', reasons, reasons, :person, current_date from concern.appeal
                        where concern = :id::uuid""")
                .param("person", person)
                .param("id", id)
                .update();
    }
}
