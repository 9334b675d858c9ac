package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A filer is asked whether they came to harm, and what they tell has a case of its own (H14). */
@IntegrationTest
class ToldRetaliationIT {

    private final ConcernHands hands;
    private final JdbcClient database;
    private final String id = UUID.randomUUID().toString();

    ToldRetaliationIT(@Autowired MockMvcTester mvc, @Autowired JdbcClient database) {
        this.hands = new ConcernHands(mvc);
        this.database = database;
    }

    @Test
    void what_happened_to_a_filer_gets_a_case_of_its_own_with_the_dates_of_the_law() {
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of())));
        String answer = "/concerns/" + id + "/check-ins";
        assertThat(hands.post(answer, "paul.nguyen", Map.of("happened", "no"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.post(answer, "erin.walsh", Map.of("happened", "yes", "act-account", "They moved me.")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("They moved me.", "Give the day on which it happened");
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        String form = UUID.randomUUID().toString();
        for (int sentTwice = 1; sentTwice <= 2; sentTwice++) {
            sent(hands.post(answer, "erin.walsh", moved(form, day)));
        }
        assertThat(hands.post(answer, "erin.walsh", moved(id, day)))
                .as("no case of its own is a concern that was there")
                .hasStatus(HttpStatus.CONFLICT);

        String ownCase = database.sql("select own_case::text from concern.adverse_act where concern = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
        assertThat(body(hands.get("/concerns/" + id, "erin.walsh")))
                .contains("/concerns/" + ownCase, "section 11(c)", "Another place, team, shift or manager");
        assertThat(body(hands.get("/concerns/" + ownCase, "olga.petrova")))
                .contains("Moved.", "The ombuds investigates");
    }

    private static Map<String, String> moved(String form, LocalDate day) {
        return Map.of(
                "own-case",
                form,
                "happened",
                "yes",
                "act-kind",
                "TRANSFER",
                "act-on",
                day.toString(),
                "act-account",
                "Moved.");
    }
}
