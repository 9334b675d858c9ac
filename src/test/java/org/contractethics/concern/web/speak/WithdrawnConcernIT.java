package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.CanaryScan;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.DayOfFiling;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecurringWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a concern did to its contract ends when its filer takes it back; nothing waits for ever for what nobody can read. */
@IntegrationTest
class WithdrawnConcernIT {

    private static final String TEXT = "They plan it for Monday.";
    private static final String OLGA = "olga.petrova";
    private static final String REASON = "Nothing should be decided before those who know it were heard.";

    private final Stranger stranger = new Stranger();
    private final ConcernHands hands;
    private final Concerns concerns;
    private final ConcernMeasures measures;
    private final RegisteringContracts registering;
    private final List<RecurringWork> recurring;
    private final JdbcClient jdbc;
    private String id = "";

    WithdrawnConcernIT(
            @Autowired MockMvcTester mvc,
            @Autowired Concerns concerns,
            @Autowired ConcernMeasures measures,
            @Autowired RegisteringContracts registering,
            @Autowired List<RecurringWork> recurring,
            @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.concerns = concerns;
        this.measures = measures;
        this.registering = registering;
        this.recurring = recurring;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void a_concern_about_imminent_harm_by_a_published_contract() {
        ContractId contract = registering
                .register(
                        RegisteredContracts.aDraft("Withdrawn " + UUID.randomUUID()),
                        "USASPENDING",
                        RegisteredContracts.SOFIA)
                .id();
        var check = stranger.fill(
                "/speak/en/file",
                "/speak/en/check",
                Map.of("topic", "IMMINENT_HARM", "text", TEXT, "contract", contract.toString()));
        String code = Stranger.code(stranger.post("/speak/en/send", Stranger.hidden(check), Map.of()));
        stranger.enter(code);
        id = jdbc.sql("select id::text from concern.concern where contract = :contract")
                .param("contract", contract.value())
                .query(String.class)
                .single();
    }

    @Test
    void what_waited_for_it_waits_no_longer_and_its_officers_are_told_that_it_was_taken_back() {
        dayEnds();
        sent(hands.post(
                "/concerns/" + id + "/measures", OLGA, Map.of("measure", "HEARING", "measure-because", REASON)));
        assertThat(measures.of(concern()))
                .extracting(Taken::measure, Taken::stands)
                .containsExactly(tuple(Measure.HOLD), tuple(Measure.HEARING));
        long told = toldOfWithdrawals();

        withdraw();

        assertThat(hands.post(
                        "/concerns/" + id + "/measures", OLGA, Map.of("measure", "BOARD", "measure-because", REASON)))
                .as("nothing is done any more for a concern that was taken back")
                .hasStatus(422);
        assertThat(body(hands.get("/concerns/" + id, OLGA)))
                .contains("The signature is held", "when the day of the withdrawal is over")
                .doesNotContain("Let the signature go on", "Do more");
        dayEnds();
        assertThat(measures.of(concern())).hasSize(2).noneMatch(Taken::stands);
        assertThat(body(hands.get("/concerns/" + id, OLGA)))
                .contains("Its filer took the concern back.")
                .doesNotContain("when the day of the withdrawal is over");
        await().atMost(Duration.ofSeconds(30)).until(() -> toldOfWithdrawals() == told + 1);
    }

    /** S23 and S26: what the engine had was the id alone. */
    @Test
    void what_was_withdrawn_leaves_no_word_and_no_name_in_the_engine() throws SQLException {
        dayEnds();
        sent(hands.post("/concerns/" + id + "/acknowledge", OLGA, Map.of()));
        withdraw();
        dayEnds();

        assertThat(new CanaryScan(TEXT, "They plan it").tables("engine.%")).isEmpty();
        assertThat(jdbc.sql(
                                """
                        select count(*) from engine.act_hi_procinst where business_key_ = :id
                          and (start_user_id_ is not null or end_time_ is null)""")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from engine.act_hi_op_log where operation_type_ = 'Create'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void filed_and_taken_back_on_one_day_it_does_nothing_to_the_contract() {
        withdraw();
        dayEnds();

        assertThat(measures.of(concern())).isEmpty();
        assertThat(jdbc.sql("select count(*) from review.concern_measure where concern_id = :id::uuid")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_a_legal_hold_keeps_is_hidden_at_once_and_destroyed_when_the_hold_ends() {
        String hold = "/concerns/" + id + "/legal-hold";
        sent(hands.post(hold, OLGA, Map.of("hold-reason", "A labour court asked for it on 3 January.")));
        assertThat(stranger.get("/speak/en/concern").body()).contains("A legal hold keeps", "A labour court asked");
        assertThat(stranger.get("/speak/de/concern/withdraw").body()).contains("Einzige Ausnahme");

        withdraw();

        assertThat(keys()).as("kept for the court").isPositive();
        assertThat(stranger.get("/speak/en/concern").body())
                .contains("destroyed as soon as the legal hold ends", "A labour court asked")
                .doesNotContain(TEXT);
        assertThat(stranger.get("/speak/en/concern/files/1").statusCode()).isEqualTo(404);
        assertThat(body(hands.get("/concerns/" + id, OLGA)))
                .contains("it is destroyed when the hold ends")
                .doesNotContain(TEXT, "is destroyed: nobody");
        recurring.forEach(RecurringWork::run);
        assertThat(keys()).as("still kept").isPositive();
        assertThat(hands.post("/concerns/" + id + "/acknowledge", OLGA, Map.of()))
                .hasStatus(409);

        sent(hands.post(hold + "/lift", "george.tan", Map.of()));
        recurring.forEach(RecurringWork::run);

        assertThat(keys()).isZero();
        assertThat(stranger.get("/speak/en/concern").body()).contains("Nobody can read it any more");
        assertThat(hands.post(hold, OLGA, Map.of("hold-reason", "A labour court asked for it on 3 January.")))
                .hasStatus(409)
                .bodyText()
                .contains("nothing of it is left to keep");
    }

    @Test
    void an_appeal_that_waits_ends_with_its_concern() {
        sent(hands.post("/concerns/" + id + "/acknowledge", OLGA, Map.of()));
        hands.close(id, OLGA);
        assertThat(stranger.fill("/speak/en/concern", "/speak/en/concern/appeal", Map.of("appeal", "New facts."))
                        .statusCode())
                .isEqualTo(303);
        dayEnds();
        assertThat(openTasks()).isOne();

        withdraw();
        assertThat(stranger.fill("/speak/en/concern", "/speak/en/concern/appeal", Map.of("appeal", "Again."))
                        .statusCode())
                .isEqualTo(409);
        dayEnds();

        assertThat(openTasks()).isZero();
        assertThat(hands.post(
                        "/concerns/" + id + "/appeal-ruling",
                        "george.tan",
                        Map.of("appeal-result", "CONFIRMED", "appeal-reasons", "x", "appeal-effect", "x")))
                .hasStatus(409);
    }

    private int openTasks() {
        return jdbc.sql(
                        "select count(*) from workflow.inbox_item where subject_id = :id::uuid and completed_at is null")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private int keys() {
        return jdbc.sql("select count(*) from concern.concern_key where concern = :id::uuid")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private void withdraw() {
        assertThat(stranger.fill("/speak/en/concern/withdraw", "/speak/en/concern/withdraw", Map.of())
                        .statusCode())
                .isEqualTo(303);
    }

    private void dayEnds() {
        DayOfFiling.ends(jdbc, id);
        concerns.announce();
    }

    private long toldOfWithdrawals() {
        return jdbc.sql("select count(*) from notification.notice where username = :olga and text like :text")
                .param("olga", OLGA)
                .param("text", "The filer of a concern took it back.%")
                .query(Long.class)
                .single();
    }

    private ConcernId concern() {
        return ConcernId.valueOf(id);
    }

    private static org.assertj.core.groups.Tuple tuple(Measure measure) {
        return org.assertj.core.groups.Tuple.tuple(measure, true);
    }
}
