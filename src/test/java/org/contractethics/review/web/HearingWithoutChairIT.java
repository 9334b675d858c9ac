package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.panel.DrawingActingChair;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A hearing that the only panel chair does not record: the acting chair does, and where none is drawn the board committee. */
@IntegrationTest
class HearingWithoutChairIT {

    private static final String CHAIR = "ruth.castillo";
    private static final String BOARD = "george.tan";
    private static final Map<String, String> HEARD = Map.of("account", "Two speakers.", "tier", "It stays.");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ConcernMeasures measures;
    private final ContractRegister contracts;
    private final DrawingActingChair drawing;
    private final JdbcClient database;
    private final ApiCalls api;
    private final ConcernId concern = new ConcernId(UUID.randomUUID());

    @Autowired
    HearingWithoutChairIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ConcernMeasures measures,
            ContractRegister contracts,
            DrawingActingChair drawing,
            JdbcClient database,
            Environment settings) {
        this.mvc = mvc;
        this.begun = begun;
        this.measures = measures;
        this.contracts = contracts;
        this.drawing = drawing;
        this.database = database;
        this.api = new ApiCalls(settings);
    }

    @Test
    void a_chair_with_a_conflict_records_none_and_the_board_does_where_there_is_no_panel() throws Exception {
        Begun begins = begun.submitted(mvc);
        String hearing = asked(begins);
        assertThat(begins.hands().post(BOARD, hearing, HEARD))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("A panel chair without a conflict of interest does this.");
        assertThat(begins.hands().casePage(CHAIR)).contains("Record the hearing");

        assertThat(begins.hands()
                        .post(
                                CHAIR,
                                "/reviews/" + begins.review() + "/conflict",
                                Map.of("stage", "vote", "interest", "SHARES")))
                .hasStatus3xxRedirection();

        await().untilAsserted(() ->
                assertThat(told(BOARD, begins.contract(), "%record a hearing")).isOne());
        assertThat(begins.hands().casePage(CHAIR)).doesNotContain("Record the hearing");
        for (String person : List.of(CHAIR, "dana.whitfield")) {
            assertThat(begins.hands().post(person, hearing, HEARD)).as(person).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(api.post(person, "/api" + hearing, HEARD).status())
                    .as(person)
                    .isEqualTo(403);
        }
        assertThatThrownBy(() -> endInTable(begins.contract(), CHAIR, "PANEL_CHAIR", "{}"))
                .hasMessageContaining("who has a conflict");
        assertThatThrownBy(() -> endInTable(
                        begins.contract(), "dana.whitfield", "ACTING_CHAIR", "{\"ruth.castillo\": \"Declared.\"}"))
                .hasMessageContaining("no lot made this person acting chair");
        assertThat(begins.hands().casePage(BOARD)).contains("Record the hearing");
        assertThat(begins.hands().post(BOARD, hearing, Map.of("account", "Two speakers.")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Two speakers.");

        assertThat(api.post(BOARD, "/api" + hearing, HEARD).status()).isEqualTo(204);

        assertThat(begins.hands().casePage("dana.whitfield"))
                .contains("Heard for the board committee, because conflicts bar everybody who is a panel chair");
        assertThat(recorded(begins.contract())).contains("\"actsAs\":\"BOARD_COMMITTEE\"");
    }

    @Test
    void the_acting_chair_of_the_panel_comes_before_the_board() throws Exception {
        Begun voting = begun.upToTheVote(mvc);
        String hearing = asked(voting);
        assertThat(voting.hands()
                        .post(
                                CHAIR,
                                "/reviews/" + voting.review() + "/conflict",
                                Map.of("stage", "vote", "interest", "SHARES")))
                .hasStatus3xxRedirection();
        drawing.run();
        String acting = database.sql("select person from review.acting_chair where review_id = :review")
                .param("review", voting.review().value())
                .query(String.class)
                .single();
        String other = voting.hands().drawn(voting.review()).stream()
                .map(ReviewHands.Drawn::person)
                .filter(person -> !person.equals(acting))
                .findFirst()
                .orElseThrow();
        for (String person : List.of(BOARD, other)) {
            assertThat(voting.hands().post(person, hearing, HEARD))
                    .as(person)
                    .hasStatus(HttpStatus.FORBIDDEN)
                    .bodyText()
                    .contains("The acting chair, whom the lot made it, does this");
        }
        assertThat(voting.hands().casePage(acting)).contains("Record the hearing");

        assertThat(voting.hands().post(acting, hearing, HEARD)).hasStatus3xxRedirection();

        assertThat(recorded(voting.contract())).contains("\"actsAs\":\"ACTING_CHAIR\"");
        for (ReviewHands.Drawn member : voting.hands().drawn(voting.review())) {
            voting.hands().vote(voting.review(), member.person(), member.role(), "CONDITIONAL");
        }
        assertThat(voting.hands().post(acting, "/reviews/" + voting.review() + "/vote/close", Map.of()))
                .hasStatus3xxRedirection();
        begun.workOff(voting.review(), "decision", BOARD, ReviewSteps.decision());
        DecisionOnPaper paper = DecisionOnPaper.of(voting.hands(), voting.review());
        paper.saysEverywhere("dana.whitfield", "Hearings of those who signed");
        paper.saysEverywhere("dana.whitfield", ", as acting chair, drawn by lot because conflicts bar everybody");
        assertThat(voting.hands().page("tom.lindqvist", paper.page())).doesNotContain("Hearings of those who signed");
    }

    @Test
    void whom_a_filer_keeps_it_from_hears_of_none_and_nobody_reads_why_they_do_not_record_it() throws Exception {
        Begun begins = begun.submitted(mvc);
        Map<String, String> about =
                Map.of("about", CHAIR, "contract", begins.contract().toString());
        sent(new ConcernHands(mvc).post("/concerns", "erin.walsh", form(concern.toString(), about)));
        String hearing = asked(begins);
        assertThat(begins.hands().post(CHAIR, hearing, HEARD)).hasStatus(HttpStatus.NOT_FOUND);

        assertThat(begins.hands().post(BOARD, hearing, HEARD)).hasStatus3xxRedirection();

        assertThat(database.sql(
                                "select chairs ->> 'ruth.castillo' from review.concern_measure_end where concern_id = :id")
                        .param("id", concern.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Does not record this hearing.");
        assertThat(begins.hands().casePage(CHAIR)).doesNotContain("Two speakers.");
        await().untilAsserted(() -> {
            assertThat(told(BOARD, begins.contract(), "%record a hearing")).isOne();
            assertThat(undelivered(begins.contract())).isZero();
        });
        assertThat(told(CHAIR, begins.contract(), "%hearing%")).isZero();
    }

    private String asked(Begun review) {
        boolean unused = measures.hearing(review.contract(), concern, "Twenty-five people signed.");
        return "/contracts/" + review.contract() + "/hearings/" + concern;
    }

    private void endInTable(ContractId contract, String person, String capacity, String chairs) {
        database.sql(
                        """
                        insert into review.concern_measure_end (concern_id, measure, contract_id, because, ended_by, ended_on,
                            acts_as, chairs)
                        values (:concern, 'HEARING', :contract, 'x', :person, current_date, :capacity, cast(:chairs as jsonb))
                        """)
                .param("concern", concern.value())
                .param("contract", contract.value())
                .param("person", person)
                .param("capacity", capacity)
                .param("chairs", chairs)
                .update();
    }

    private int told(String person, ContractId contract, String title) {
        return database.sql("select count(*) from notification.notice where username = :person and title like :title"
                        + " and title like :reference")
                .param("person", person)
                .param("title", title)
                .param("reference", contracts.get(contract).reference() + "%")
                .query(Integer.class)
                .single();
    }

    private int undelivered(ContractId contract) {
        return database.sql("select count(*) from events.event_publication where completion_date is null"
                        + " and position(:reference in serialized_event) > 0")
                .param("reference", contracts.get(contract).reference())
                .query(Integer.class)
                .single();
    }

    private String recorded(ContractId contract) {
        return database.sql("select encode(body, 'escape') from record.entry where kind = 'concern-measure-ended'"
                        + " and contract = :contract")
                .param("contract", contract.value())
                .query(String.class)
                .single();
    }
}
