package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.internal.retention.PurgingConcerns;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is kept of a concern and how long (S25), and that its filer is asked whether they came to harm (H14). */
@IntegrationTest
class KeepingConcernsIT {

    private static final Map<String, String> ANSWER = Map.of(
            "considered", "CANARY_PURGED",
            "decision", "To ask for safeguards.",
            "article", "ICCPR art. 17",
            "effect", "A condition is added.",
            "appeal", "To the board committee.");

    private final ConcernHands hands;
    private final PurgingConcerns purging;
    private final JdbcClient database;
    private final String id = UUID.randomUUID().toString();

    KeepingConcernsIT(
            @Autowired MockMvcTester mvc, @Autowired PurgingConcerns purging, @Autowired JdbcClient database) {
        this.hands = new ConcernHands(mvc);
        this.purging = purging;
        this.database = database;
    }

    @Test
    void a_legal_hold_of_two_people_keeps_a_concern_and_the_purge_leaves_only_its_outcome() {
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of())));
        assertThatThrownBy(() -> purge("ANSWERED")).hasMessageContaining("without an answer");
        sent(hands.post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()));
        sent(hands.post("/concerns/" + id + "/answer", "olga.petrova", ANSWER));

        String hold = "/concerns/" + id + "/legal-hold";
        assertThat(hands.post(hold, "olga.petrova", Map.of("hold-reason", "Court")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        sent(hands.post(hold, "olga.petrova", Map.of("hold-reason", "A labour court asked for it on 3 January.")));
        assertThat(hands.post(hold + "/confirm", "olga.petrova", Map.of())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(body(hands.get("/concerns", "george.tan"))).contains("Confirm the legal hold", "A labour court");
        sent(hands.post(hold + "/confirm", "george.tan", Map.of()));
        assertThat(body(hands.get("/concerns/" + id, "erin.walsh"))).contains("A legal hold keeps it longer");
        assertThatThrownBy(() -> purge("ANSWERED")).hasMessageContaining("a legal hold keeps this concern");
        assertThatThrownBy(() -> database.sql("delete from concern.answer where concern = :id::uuid")
                        .param("id", id)
                        .update())
                .hasStackTraceContaining("permission denied");
        sent(hands.post(hold + "/lift", "george.tan", Map.of()));

        purging.withdrawn(new ConcernId(UUID.fromString(id)));

        assertThat(hands.get("/concerns/" + id, "erin.walsh")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.get("/concerns/" + id, "olga.petrova")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(tablesWithTheId()).containsExactlyInAnyOrder("concern.purged");
        assertThat(database.sql("select outcome from concern.purged where concern = :id::uuid")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("WITHDRAWN");
        assertThat(database.sql("select count(*) from engine.act_hi_procinst where business_key_ = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from record.entry where position(:id in encode(body, 'escape')) > 0"
                                + " and position('concern-purged' in encode(body, 'escape')) > 0")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
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
        sent(hands.post(
                answer,
                "erin.walsh",
                Map.of("happened", "yes", "act-kind", "TRANSFER", "act-on", day.toString(), "act-account", "Moved.")));

        String ownCase = database.sql("select own_case::text from concern.adverse_act where concern = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
        assertThat(body(hands.get("/concerns/" + id, "erin.walsh")))
                .contains("/concerns/" + ownCase, "section 11(c)", "Another place, team, shift or manager");
        assertThat(body(hands.get("/concerns/" + ownCase, "olga.petrova")))
                .contains("Moved.", "The ombuds investigates");
    }

    private void purge(String outcome) {
        database.sql("select concern.purge(:id::uuid, :outcome, current_date)")
                .param("id", id)
                .param("outcome", outcome)
                .query((row, number) -> 0)
                .list();
    }

    /** Every table of the concerns and the work list in which the id stands. */
    private List<String> tablesWithTheId() {
        return database
                .sql("select table_schema || '.' || table_name from information_schema.tables"
                        + " where table_schema in ('concern', 'workflow') and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> database.sql("select exists (select 1 from " + table + " t where t::text like :id)")
                        .param("id", "%" + id + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
