package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** H2 by form and by API: whoever declared a conflict opens, reports on and rules on nothing that follows the signature. */
@IntegrationTest
class RecusedByFormIT {

    private static final String MONITOR = "mona.keller";
    private static final String CHAIR = "ruth.castillo";
    private static final String BOARD = "george.tan";
    private static final String EXPERT = "dana.whitfield";
    private static final String LEGAL = "leo.brandt";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final JdbcClient database;
    private SignedContract signed;
    private String contract = "";
    private String suspension = "";
    private String exit = "";
    private String remediation = "";

    @Autowired
    @SuppressWarnings("NullAway") // signed before each test
    RecusedByFormIT(MockMvcTester mvc, BegunReviews begun, JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.database = database;
    }

    /** One of each kind is open when all of them declare a conflict. */
    @BeforeEach
    void allIsOpenAndAllStepBack() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
        contract = "/contracts/" + signed.contract;
        done(MONITOR, contract + "/incidents", news());
        done(
                MONITOR,
                contract + "/remediation",
                Map.of("cause", "incident:" + id("incident"), "involvement", "LINKED", "harm", "Families were traced"));
        remediation = "/remediations/" + id("remediation");
        done(CHAIR, contract + "/suspension", Map.of("reason", "Misuse is proven."));
        suspension = "/suspensions/" + id("suspension_review");
        signed.claimOn(suspension, CHAIR);
        done(CHAIR, suspension + "/proposal", Map.of("outcome", "EXIT", "reasons", "Nothing helped."));
        signed.claimOn(suspension, BOARD);
        done(BOARD, suspension + "/ruling", Map.of("confirmed", "yes", "ruling-reasons", "The committee read it."));
        exit = "/exits/" + id("contract_exit");
        List.of(MONITOR, CHAIR, BOARD, EXPERT, LEGAL).forEach(this::recuse);
    }

    @Test
    void nobody_who_declared_a_conflict_has_a_part_in_conditions_or_suspensions() {
        refused(MONITOR, signed.conditionPath() + "/report", Map.of("evidence", "The audit report is in."));
        refused(MONITOR, signed.conditionPath() + "/ruling", Map.of("result", "NOT_MET", "ruling-reasons", "Old."));
        refused(CHAIR, signed.conditionPath() + "/waiver", Map.of("waiver-reasons", "It is met otherwise."));
        refused(CHAIR, contract + "/suspension", Map.of("reason", "Misuse goes on."));
        refused(CHAIR, suspension + "/proposal", Map.of("outcome", "CONTINUE", "reasons", "It is well."));
        refused(BOARD, suspension + "/ruling", Map.of("confirmed", "yes", "ruling-reasons", "Read."));
        refused(
                CHAIR,
                contract + "/interim-measure",
                Map.of("cause", "other", "restriction", "No queries", "reasons", "Families are traced."));
    }

    @Test
    void nobody_who_declared_a_conflict_watches_the_contract_or_looks_at_it_again() {
        refused(MONITOR, contract + "/visibility", Map.of("statement", "No logs of queries."));
        refused(MONITOR, contract + "/incidents", news());
        refused(
                MONITOR,
                "/re-reviews/" + id("re_review"),
                Map.of("result", "NEW_REVIEW", "reasons", "The use changed."));

        assertThat(mvc.post()
                        .uri("/api" + contract + "/incidents")
                        .with(People.tokenOf(MONITOR))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"kind": "PRESS", "happenedOn": "2026-01-05", "source": "A paper", "reliability": "B",
                                 "account": "Families were traced"}
                                """)
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyJson()
                .extractingPath("$.rule")
                .isEqualTo("H2");
    }

    @Test
    void nobody_who_declared_a_conflict_ends_the_contract() {
        refused(CHAIR, contract + "/exit", Map.of("reason", "It has to end."));
        refused(
                EXPERT,
                exit + "/plan",
                Map.ofEntries(
                        Map.entry("leverage", "Letters were sent."),
                        Map.entry("affected", "People who call the hotline"),
                        Map.entry("adverse-impacts", "Families lose a hotline"),
                        Map.entry("prevention", "The hotline runs on."),
                        Map.entry("heard", "Two advice centres"),
                        Map.entry("data-return", "All files"),
                        Map.entry("hand-over", "Nobody"),
                        Map.entry("public-note", "We end this contract."),
                        Map.entry("services-end-on", today().plusDays(30)),
                        Map.entry("data-gone-by", today().plusDays(60))));
        refused(BOARD, exit + "/plan-ruling", Map.of("accepted", "yes", "ruling-reasons", "Read."));
        refused(
                LEGAL,
                exit + "/report",
                Map.of("services-ended-on", today(), "data-proof", "Certificate", "people", "It still runs."));
        refused(BOARD, exit + "/report-ruling", Map.of("accepted", "yes", "ruling-reasons", "Read."));
    }

    @Test
    void nobody_who_declared_a_conflict_remedies_a_harm() {
        UUID measure = UUID.randomUUID();

        refused(
                EXPERT,
                contract + "/remediation",
                Map.of("cause", "incident:" + id("incident"), "involvement", "LINKED", "harm", "Again"));
        refused(
                EXPERT,
                remediation + "/plan",
                Map.of(
                        "harmed", "Twelve families",
                        "heard", "In two meetings",
                        "forms", List.of("APOLOGY"),
                        "agreement", "Signed by their speakers",
                        "no-waiver", "yes",
                        "measure-1-text", "Pay their lawyers",
                        "measure-1-owner", "tom.lindqvist",
                        "measure-1-due", today().plusDays(30)));
        refused(BOARD, remediation + "/plan-ruling", Map.of("accepted", "yes", "ruling-reasons", "Read."));
        refused(LEGAL, remediation + "/measures/" + measure + "/report", Map.of("account-" + measure, "Paid"));
        refused(LEGAL, remediation + "/done", Map.of("done", "yes"));
        refused(
                EXPERT,
                remediation + "/verification",
                Map.of("verified", "yes", "people-say", "They agree", "verification-reasons", "Receipts read"));
    }

    private void done(String person, String path, Map<String, ?> fields) {
        assertThat(signed.hands.post(person, path, fields)).as(path).hasStatus3xxRedirection();
    }

    private void refused(String person, String path, Map<String, ?> fields) {
        assertThat(signed.hands.post(person, path, fields))
                .as(path)
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("You declared a conflict of interest in a review of this contract (H2).");
    }

    private static Map<String, Object> news() {
        return Map.of(
                "kind", "PRESS",
                "happened-on", today(),
                "source", "A newspaper",
                "reliability", "B",
                "account", "Families were traced");
    }

    private void recuse(String person) {
        database.sql(
                        """
                        insert into review.recusal (id, review_id, person, stage, interest, declared_at)
                        values (gen_random_uuid(), :review, :person, null, 'SHARES', now())
                        """)
                .param("review", signed.review.value())
                .param("person", person)
                .update();
    }

    private UUID id(String table) {
        return database.sql("select id from review." + table + " where contract_id = :contract")
                .param("contract", signed.contract.value())
                .query(UUID.class)
                .single();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
