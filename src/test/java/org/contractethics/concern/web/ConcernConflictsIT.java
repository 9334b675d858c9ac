package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Two people at one concern: what cannot be sent any more is shown beside what happened meanwhile. */
@IntegrationTest
class ConcernConflictsIT {

    private static final Map<String, String> ANSWER = Map.of(
            "cause", "NOTHING_WRONG",
            "considered", "The documents.",
            "decision", "To ask for safeguards.",
            "article", "ICCPR art. 17",
            "effect", "A condition is added.",
            "appeal", "To the board committee.");

    private final ConcernHands hands;
    private final JdbcClient jdbc;
    private final String id = UUID.randomUUID().toString();

    ConcernConflictsIT(@Autowired MockMvcTester mvc, @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.jdbc = jdbc;
    }

    @Test
    void an_answer_that_another_officer_was_faster_with_is_not_lost_and_theirs_is_shown() {
        file();
        sent(hands.post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()));
        sent(hands.post("/concerns/" + id + "/answer", "olga.petrova", ANSWER));
        Map<String, String> mine = Map.of(
                "considered",
                "Mine considered",
                "decision",
                "Mine decided",
                "article",
                "Mine article",
                "effect",
                "Mine effect",
                "appeal",
                "Mine appeal");

        Map<String, String> whole = new HashMap<>(mine);
        whole.put("cause", "NOTHING_WRONG");
        assertThat(hands.post("/concerns/" + id + "/answer", "olga.petrova", whole))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "Nothing of yours was sent",
                        "answered already",
                        "Given by",
                        "ICCPR art. 17",
                        "Nothing was wrong")
                .contains(mine.values().toArray(String[]::new));
        assertThat(hands.get("/concerns/" + id, "erin.walsh")).bodyText().doesNotContain("Mine");
    }

    @Test
    void an_answer_to_a_concern_that_another_officer_holds_stays_in_the_form() {
        file();
        sent(hands.post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()));
        jdbc.sql("update workflow.inbox_item set assignee = 'other.officer', claimed_at = now()"
                        + " where subject_id = :id::uuid and completed_at is null")
                .param("id", id)
                .update();

        assertThat(hands.post("/concerns/" + id + "/answer", "olga.petrova", ANSWER))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "Another concern officer holds this concern",
                        "still stands in the form",
                        "To ask for safeguards.");
    }

    @Test
    void a_message_sent_too_early_is_not_lost() {
        file();

        assertThat(hands.post("/concerns/" + id + "/messages", "olga.petrova", Map.of("message", "Which people?")))
                .hasStatus(409)
                .bodyText()
                .contains("Acknowledge the concern first", "Which people?");
    }

    @Test
    void a_form_whose_id_another_has_used_keeps_its_text_under_a_new_one() {
        file();

        assertThat(hands.post("/concerns", "noah.kim", form(id, Map.of("text", "Another worry"))))
                .hasStatus(409)
                .bodyText()
                .contains("send it again", "Another worry")
                .doesNotContain(id);
    }

    @Test
    void sending_twice_files_once_and_nobody_takes_over_the_id_of_another() {
        file();

        assertThat(hands.post("/concerns", "erin.walsh", form(id, Map.of()))).hasStatus3xxRedirection();
        assertThat(hands.post("/concerns", "noah.kim", form(id, Map.of()))).hasStatus(409);
    }

    private void file() {
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of())));
    }
}
