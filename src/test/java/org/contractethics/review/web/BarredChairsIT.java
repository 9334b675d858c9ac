package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.internal.panel.DrawingActingChair;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** S13 where the only panel chair has a conflict: the board committee restricts at once, a member drawn by lot proposes. */
@IntegrationTest
class BarredChairsIT {

    private static final String CHAIR = "ruth.castillo";
    private static final String BOARD = "george.tan";
    private static final String OTHER_BOARD = "ines.duarte";
    /** More than have a seat. */
    private static final List<String> PANELISTS =
            List.of("amir.haddad", "bea.novak", "carlos.diaz", "dina.yusuf", "emil.berg");

    private static final Map<String, String> RESTRICTION = Map.of(
            "cause", "other", "restriction", "No queries by field offices", "reasons", "Families are traced now.");
    private static final Map<String, String> PROPOSAL =
            Map.of("outcome", "CONTINUE", "reasons", "The queries were stopped.");
    private static final Map<String, String> CONFIRMED = Map.of("confirmed", "yes", "ruling-reasons", "Read.");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ContractRegister contracts;
    private final DrawingActingChair drawing;
    private final JdbcClient database;
    private final ApiCalls api;
    private SignedContract signed;
    private List<String> members = List.of();
    private String contract = "";

    @Autowired
    @SuppressWarnings("NullAway") // signed before each test
    BarredChairsIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ContractRegister contracts,
            DrawingActingChair drawing,
            JdbcClient database,
            Environment settings) {
        this.mvc = mvc;
        this.begun = begun;
        this.contracts = contracts;
        this.drawing = drawing;
        this.database = database;
        this.api = new ApiCalls(settings);
    }

    @BeforeEach
    void sign() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
        contract = "/contracts/" + signed.contract;
        members = signed.hands.drawn(signed.review).stream().map(Drawn::person).toList();
    }

    @Test
    void the_board_restricts_at_once_and_a_member_drawn_by_lot_proposes_what_another_person_confirms()
            throws Exception {
        stepsBack(CHAIR);
        assertThat(signed.hands.casePage(BOARD)).contains("Restrict services at once");

        assertThat(signed.hands.post(BOARD, contract + "/interim-measure", RESTRICTION))
                .hasStatus3xxRedirection();

        assertThat(contracts.get(signed.contract).state()).isEqualTo(ContractState.RESTRICTED);
        String suspension = suspension();
        assertThat(signed.hands.page("dana.whitfield", suspension))
                .contains("George Tan, for the board committee, because conflicts bar everybody who is a panel chair");
        drawing.run();
        drawing.run();
        String acting = acting();
        assertThat(members).contains(acting);
        await().untilAsserted(() ->
                assertThat(told(acting, "%in the place of the panel chairs")).isOne());
        for (String person : List.of(CHAIR, BOARD, another(acting), neverDrawn())) {
            assertThat(signed.hands.post(person, suspension + "/proposal", PROPOSAL))
                    .as(person)
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(signed.hands.inbox(acting, "unclaimed")).contains("Propose on suspension");
        assertThat(signed.hands.inbox(another(acting), "unclaimed")).doesNotContain("Propose on suspension");
        assertThat(signed.hands.inbox(BOARD, "unclaimed")).doesNotContain("Propose on suspension");
        signed.claimOn(suspension, acting);
        assertThat(signed.hands.post(acting, suspension + "/proposal", Map.of("outcome", "CONTINUE")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(signed.hands.post(acting, suspension + "/proposal", PROPOSAL))
                .hasStatus3xxRedirection();
        assertThat(signed.hands.page("dana.whitfield", suspension)).contains(", as acting chair, drawn by lot because");
        signed.claimOn(suspension, OTHER_BOARD);
        assertThat(signed.hands.post(OTHER_BOARD, suspension + "/ruling", CONFIRMED))
                .hasStatus3xxRedirection();

        assertThat(contracts.get(signed.contract).state()).isEqualTo(ContractState.SIGNED);
        assertThat(recorded("interim-measure-imposed")).contains("\"actsAs\":\"BOARD_COMMITTEE\"");
        assertThat(recorded("suspension-proposed")).contains("\"actsAs\":\"ACTING_CHAIR\"", "chairs");
        Answer read = api.get("dana.whitfield", "/api" + suspension);
        assertThat(read.body().at("/proposals/0/actsAs").asString()).isEqualTo("ACTING_CHAIR");
        assertThat(read.body().at("/proposals/0/chairs/" + CHAIR).asString()).contains("(H2)");
        assertThat(api.get("dana.whitfield", "/api" + contract + "/interim-measures")
                        .body()
                        .at("/measures/0/actsAs")
                        .asString())
                .isEqualTo("BOARD_COMMITTEE");
    }

    @Test
    void by_calls_the_board_restricts_and_one_of_it_never_confirms_what_they_proposed() throws Exception {
        stepsBack(CHAIR);
        members.forEach(this::stepsBack);
        String measures = "/api" + contract + "/interim-measures";
        Map<String, Object> request = Map.copyOf(RESTRICTION);
        assertThat(api.change(CHAIR, measures, measures, request).status()).isEqualTo(403);
        assertThat(api.change(neverDrawn(), measures, measures, request).status())
                .isEqualTo(403);
        assertThat(api.change("lena.hoffman", measures, measures, request).status())
                .isEqualTo(403);

        assertThat(api.change(BOARD, measures, measures, request).status()).isEqualTo(200);
        drawing.run();

        String suspension = suspension();
        await().untilAsserted(() ->
                assertThat(told(OTHER_BOARD, "%propose on the suspension")).isPositive());
        assertThat(signed.hands.inbox(OTHER_BOARD, "unclaimed")).contains("Propose on suspension");
        signed.claimOn(suspension, BOARD);
        assertThat(signed.hands.post(BOARD, suspension + "/proposal", PROPOSAL)).hasStatus3xxRedirection();
        assertThat(signed.hands.page(BOARD, suspension)).contains("You made this proposal.");
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.suspension_ruling (proposal_id, confirmed, reasons, ruled_by, ruled_at)
                                select p.id, true, 'x', 'george.tan', now() from review.suspension_proposal p
                                join review.suspension_review s on s.id = p.suspension_id where s.contract_id = :contract
                                """)
                        .param("contract", signed.contract.value())
                        .update())
                .hasMessageContaining("who proposed does not confirm");
        signed.claimOn(suspension, OTHER_BOARD);
        assertThat(signed.hands.post(OTHER_BOARD, suspension + "/ruling", CONFIRMED))
                .hasStatus3xxRedirection();
    }

    @Test
    void nobody_acts_for_a_chair_without_a_conflict() throws Exception {
        assertThat(signed.hands.casePage(BOARD)).doesNotContain("Restrict services at once");
        assertThat(signed.hands.post(BOARD, contract + "/interim-measure", RESTRICTION))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("A panel chair without a conflict of interest does this.");
        assertThatThrownBy(() -> restrictInTable(BOARD, "BOARD_COMMITTEE", CHAIR))
                .hasMessageContaining("a panel chair without a conflict is there");
        assertThatThrownBy(() -> restrictInTable(members.get(0), "ACTING_CHAIR", CHAIR))
                .hasMessageContaining("a panel chair without a conflict is there");
        assertThat(signed.hands.post(CHAIR, contract + "/suspension", Map.of("reason", "Misuse is proven.")))
                .hasStatus3xxRedirection();

        drawing.run();

        assertThat(drawings()).isZero();
    }

    @Test
    void the_tables_take_nothing_of_a_barred_chair_or_of_somebody_never_drawn() {
        stepsBack(CHAIR);

        assertThatThrownBy(() -> restrictInTable(CHAIR, "PANEL_CHAIR", null)).hasMessageContaining("conflict");
        assertThatThrownBy(() -> restrictInTable(members.get(0), "ACTING_CHAIR", CHAIR))
                .hasMessageContaining("no lot made this person acting chair");
        assertThatThrownBy(() -> restrictInTable(BOARD, "BOARD_COMMITTEE", null))
                .hasMessageContaining("interim_measure_check");
        assertThatThrownBy(() -> restrictInTable(BOARD, "PANEL_CHAIR", CHAIR))
                .hasMessageContaining("interim_measure_check");
        stepsBack(BOARD);
        assertThatThrownBy(() -> restrictInTable(BOARD, "BOARD_COMMITTEE", CHAIR))
                .hasMessageContaining("conflict");
    }

    private void restrictInTable(String person, String capacity, @Nullable String chair) {
        database.sql(
                        """
                        insert into review.interim_measure (id, contract_id, cause, restriction, reasons, imposed_by, imposed_at,
                            ends_at, acts_as, chairs)
                        values (gen_random_uuid(), :contract, 'other', 'x', 'x', :person, now(), now() + interval '14 days',
                            :capacity, cast(:chairs as jsonb))
                        """)
                .param("contract", signed.contract.value())
                .param("person", person)
                .param("capacity", capacity)
                .param(
                        "chairs",
                        chair == null ? "{}" : "{\"" + chair + "\": \"Declared a conflict of interest (H2).\"}")
                .update();
    }

    private void stepsBack(String person) {
        database.sql(
                        """
                        insert into review.recusal (id, review_id, person, stage, interest, declared_at)
                        values (gen_random_uuid(), :review, :person, null, 'SHARES', now())
                        """)
                .param("review", signed.review.value())
                .param("person", person)
                .update();
    }

    private String neverDrawn() {
        return PANELISTS.stream()
                .filter(person -> !members.contains(person))
                .findFirst()
                .orElseThrow();
    }

    private String another(String acting) {
        return members.stream()
                .filter(member -> !member.equals(acting))
                .findFirst()
                .orElseThrow();
    }

    private String suspension() {
        return "/suspensions/"
                + database.sql("select id from review.suspension_review where contract_id = :contract")
                        .param("contract", signed.contract.value())
                        .query(UUID.class)
                        .single();
    }

    private String acting() {
        return database.sql("select person from review.acting_chair where review_id = :review")
                .param("review", signed.review.value())
                .query(String.class)
                .single();
    }

    private int drawings() {
        return database.sql("select count(*) from review.acting_chair where review_id = :review")
                .param("review", signed.review.value())
                .query(Integer.class)
                .single();
    }

    private int told(String person, String title) {
        return database.sql("select count(*) from notification.notice where username = :person and title like :title"
                        + " and title like :reference")
                .param("person", person)
                .param("title", title)
                .param("reference", contracts.get(signed.contract).reference() + "%")
                .query(Integer.class)
                .single();
    }

    private String recorded(String kind) {
        return database.sql(
                        "select encode(body, 'escape') from record.entry where kind = :kind and contract = :contract")
                .param("kind", kind)
                .param("contract", signed.contract.value())
                .query(String.class)
                .single();
    }
}
