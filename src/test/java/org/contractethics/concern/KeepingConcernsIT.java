package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.internal.retention.PurgingConcerns;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is kept of a concern and how long (S25). */
@IntegrationTest
class KeepingConcernsIT {

    private static final Map<String, String> ANSWER = Map.of(
            "cause", "NOTHING_WRONG",
            "considered", "CANARY_PURGED",
            "decision", "To ask for safeguards.",
            "article", "ICCPR art. 17",
            "effect", "A condition is added.",
            "appeal", "To the board committee.");
    /** What was done to a contract and what its decision said stay with the review, under the id alone; note 74 says so. */
    private static final Set<String> STAYS =
            Set.of("concern.purged", "review.concern_measure", "review.concern_measure_end", "review.concern_weighed");

    private final ConcernHands hands;
    private final PurgingConcerns purging;
    private final ConcernMeasures measures;
    private final RegisteringContracts registering;
    private final JdbcClient database;
    private final String id = UUID.randomUUID().toString();

    KeepingConcernsIT(
            @Autowired MockMvcTester mvc,
            @Autowired PurgingConcerns purging,
            @Autowired ConcernMeasures measures,
            @Autowired RegisteringContracts registering,
            @Autowired JdbcClient database) {
        this.hands = new ConcernHands(mvc);
        this.purging = purging;
        this.measures = measures;
        this.registering = registering;
        this.database = database;
    }

    @Test
    void a_legal_hold_of_two_people_keeps_a_concern_and_the_purge_leaves_only_its_outcome() {
        ContractId contract = registering
                .register(RegisteredContracts.aDraft("Kept " + id), "FORM", RegisteredContracts.SOFIA)
                .id();
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of("contract", contract.toString()))));
        assertThatThrownBy(() -> purge("ANSWERED")).hasMessageContaining("without an answer");
        assertThatThrownBy(() -> purge("WITHDRAWN")).hasMessageContaining("was not withdrawn");
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

        measures.take(Measure.HEARING, contract, concern(), "Who knows it is heard.", ConcernMeasures.BY_THE_TABLE);
        answeredMonthsAgo(23);
        purging.run();
        assertThat(hands.get("/concerns/" + id, "erin.walsh"))
                .as("not before its time")
                .hasStatusOk();
        answeredMonthsAgo(25);
        purging.run();

        assertThat(hands.get("/concerns/" + id, "erin.walsh")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.get("/concerns/" + id, "olga.petrova")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(measures.of(concern()))
                .as("nothing waits for what is gone")
                .hasSize(1)
                .noneMatch(Taken::stands);
        assertThat(tablesWithTheId())
                .contains("concern.purged", "review.concern_measure", "review.concern_measure_end")
                .isSubsetOf(STAYS);
        assertThat(database.sql("select outcome from concern.purged where concern = :id::uuid")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("ANSWERED");
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
    void an_open_appeal_keeps_a_concern_and_a_changed_answer_longer_and_one_that_fails_stops_no_other() {
        String other = UUID.randomUUID().toString();
        for (String one : List.of(id, other)) {
            sent(hands.post("/concerns", "erin.walsh", form(one, Map.of())));
            sent(hands.post("/concerns/" + one + "/acknowledge", "olga.petrova", Map.of()));
            sent(hands.post("/concerns/" + one + "/answer", "olga.petrova", ANSWER));
        }
        sent(hands.post("/concerns/" + id + "/appeal", "erin.walsh", Map.of("appeal-text", "New facts.")));
        answeredMonthsAgo(70);
        purging.run();
        assertThat(hands.get("/concerns/" + id, "erin.walsh"))
                .as("an appeal waits")
                .hasStatusOk();

        sent(hands.post(
                "/concerns/" + id + "/appeal-ruling",
                "george.tan",
                Map.of(
                        "appeal-result",
                        "CHANGED",
                        "appeal-reasons",
                        "New facts.",
                        "appeal-effect",
                        "Reviewed again.")));
        ruledMonthsAgo(59);
        purging.run();
        assertThat(hands.get("/concerns/" + id, "erin.walsh"))
                .as("a changed answer is kept longer")
                .hasStatusOk();
        ruledMonthsAgo(61);
        answeredMonthsAgo(other, 25);
        // the outcome of the first one stands in the way: its purge fails each time
        String first = List.of(id, other).stream().sorted().findFirst().orElseThrow();
        TableOwner.executes("insert into concern.purged values ('%s', 'ANSWERED', current_date)".formatted(first));
        purging.run();
        assertThat(exists(first)).isTrue();
        assertThat(exists(first.equals(id) ? other : id)).isFalse();
        TableOwner.executes("delete from concern.purged where concern = '%s'".formatted(first));
        purging.run();
        assertThat(exists(first)).isFalse();
        assertThat(outcome(id)).isEqualTo("CHANGED");
    }

    private void answeredMonthsAgo(int months) {
        answeredMonthsAgo(id, months);
    }

    private void answeredMonthsAgo(String concern, int months) {
        database.sql(
                        "update concern.concern set answered_on = current_date - make_interval(months => :months, days => 1)"
                                + " where id = :id::uuid")
                .param("months", months)
                .param("id", concern)
                .update();
    }

    private void ruledMonthsAgo(int months) {
        TableOwner.executes(
                "update concern.appeal_ruling set ruled_on = current_date - interval '%d months 1 day' where concern = '%s'"
                        .formatted(months, id));
    }

    private boolean exists(String concern) {
        return database.sql("select exists (select 1 from concern.concern where id = :id::uuid)")
                .param("id", concern)
                .query(Boolean.class)
                .single();
    }

    private String outcome(String concern) {
        return database.sql("select outcome from concern.purged where concern = :id::uuid")
                .param("id", concern)
                .query(String.class)
                .single();
    }

    private ConcernId concern() {
        return ConcernId.valueOf(id);
    }

    private void purge(String outcome) {
        database.sql("select concern.purge(:id::uuid, :outcome, current_date)")
                .param("id", id)
                .param("outcome", outcome)
                .query((row, number) -> 0)
                .list();
    }

    /** Every table of the concerns, the reviews and the work list in which the id stands. */
    private List<String> tablesWithTheId() {
        return database
                .sql("select table_schema || '.' || table_name from information_schema.tables"
                        + " where table_schema in ('concern', 'workflow', 'review') and table_type = 'BASE TABLE'")
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
