package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.internal.Uploading;
import org.contractethics.record.RecordReader;
import org.contractethics.review.internal.followup.SuspensionReview;
import org.contractethics.review.internal.followup.Suspensions;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A contract that was signed before anybody reviewed it can be suspended and ended like any other, and becomes signed by its gate only. */
@IntegrationTest
class InForceIT {

    private static final String LEGAL = "priya.raman";
    private static final String CHAIR = "ruth.castillo";
    private static final String BOARD = "george.tan";
    private static final String OWNER = "tom.lindqvist";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final DocumentStories stories;
    private final ContractRegister register;
    private final Suspensions suspensions;
    private final ConcernMeasures measures;
    private final JdbcClient database;
    private final RecordReader record;
    private final ApiCalls api;

    @Autowired
    InForceIT(
            MockMvcTester mvc,
            BegunReviews begun,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            ContractRegister register,
            Suspensions suspensions,
            ConcernMeasures measures,
            JdbcClient database,
            RecordReader record,
            Environment settings) {
        this.mvc = mvc;
        this.begun = begun;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.register = register;
        this.suspensions = suspensions;
        this.measures = measures;
        this.database = database;
        this.record = record;
        this.api = new ApiCalls(settings);
    }

    @Test
    void its_services_are_suspended_and_when_they_go_on_it_is_reviewed_and_not_signed() throws Exception {
        ContractId contract = stories.aContract();
        ReviewHands hands = begun.hands(mvc, contract);
        assertThat(hands.post(CHAIR, path(contract, "suspension"), Map.of("reason", "A paper reports misuse.")))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Only a contract that is in force");

        assertThat(hands.casePage(LEGAL)).contains("Not signed here", path(contract, "in-force"));
        assertThat(state(hands, LEGAL, contract)).hasStatus(HttpStatus.FOUND);
        assertThat(hands.casePage("dana.whitfield"))
                .contains("In force before its review", "Signed copy in the archive", "Priya Raman", "Monitoring");
        assertThat(hands.post(CHAIR, path(contract, "suspension"), Map.of("reason", "A paper reports misuse.")))
                .hasStatus(HttpStatus.FOUND);
        decide(hands, contract, "SUSPEND");
        assertThat(register.get(contract).state()).isEqualTo(ContractState.SUSPENDED);
        assertThat(record.verify("system").problem()).as("an entry tells of it").isNull();
        assertThatThrownBy(() -> becomes(contract, "SIGNED")).hasStackTraceContaining("without a ruling");
        assertThatThrownBy(() -> becomes(contract, "REGISTERED")).hasStackTraceContaining("without a ruling");

        assertThat(hands.post(CHAIR, path(contract, "suspension"), Map.of("reason", "The misuse ended.")))
                .hasStatus(HttpStatus.FOUND);
        decide(hands, contract, "LIFT");

        assertThat(register.get(contract).state()).isEqualTo(ContractState.IN_REVIEW);
        assertThat(recorded(contract))
                .containsSubsequence("contract-in-force-stated", "suspension-decided", "review-called-in")
                .doesNotContain("contract-signed");
        assertThatThrownBy(() -> becomes(contract, "SIGNED")).hasStackTraceContaining("no valid decision");
    }

    @Test
    void who_owns_it_or_only_assesses_it_states_nothing_and_what_is_unclear_is_refused() throws Exception {
        ContractId contract = stories.aContract();
        ReviewHands hands = begun.hands(mvc, contract);
        for (String person : List.of(OWNER, "helen.okafor", "erin.walsh", "mona.keller")) {
            assertThat(state(hands, person, contract)).as(person).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(stated(person, contract, Map.of()).status()).as(person).isEqualTo(403);
        }
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
        assertThat(hands.post(LEGAL, path(contract, "in-force"), Map.of("since", tomorrow, "source", " ")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("not a day to come", "Say what shows that it is in force.", tomorrow);
        assertThatThrownBy(() -> insert(contract, OWNER, "2018-01-01")).hasStackTraceContaining("(H1)");
        assertThatThrownBy(() -> insert(contract, LEGAL, tomorrow)).hasStackTraceContaining("on a day to come");
        assertThat(statements(contract)).isZero();

        assertThat(stated(LEGAL, contract, Map.of("since", "2018-01-19", "source", "Signed copy"))
                        .status())
                .isEqualTo(200);
        assertThat(state(hands, CHAIR, contract))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("stated already");
        for (String change : List.of("update review.in_force set source = 'x'", "delete from review.in_force")) {
            assertThatThrownBy(() -> database.sql(change).update())
                    .as(change)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void nobody_states_it_of_a_contract_that_was_signed_here() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", false);

        assertThat(state(signed.hands, LEGAL, signed.contract))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("signed through this application");
        assertThat(signed.hands.casePage(LEGAL)).doesNotContain(path(signed.contract, "in-force"));
        assertThatThrownBy(() -> insert(signed.contract, LEGAL, "2018-01-01"))
                .hasStackTraceContaining("was signed through this application");
    }

    @Test
    void a_rejection_of_it_asks_at_once_for_its_suspension_or_its_end_and_its_services_do_not_simply_continue()
            throws Exception {
        Begun review = begun.upToTheVote(mvc);
        assertThat(state(review.hands(), LEGAL, review.contract())).hasStatus(HttpStatus.FOUND);
        begun.voteAndClose(review.review(), "REJECT");
        review.hands()
                .workOff(
                        review.review(),
                        "decision",
                        CHAIR,
                        Map.of("reasons", "Detention weighs.", "rights", List.of("R05")));

        assertThat(register.get(review.contract()).state()).isEqualTo(ContractState.REJECTED);
        String suspension = suspension(review.contract());
        assertThat(review.hands().page(CHAIR, suspension))
                .contains("The contract is rejected, and it is in force.")
                .doesNotContain("Let the services continue");
        review.hands().claimOn(suspension, CHAIR);
        assertThat(propose(review.hands(), suspension, "CONTINUE")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThatThrownBy(() -> confirmedInDatabase(review.contract(), "CONTINUE"))
                .hasStackTraceContaining("do not simply continue");
        becomes(review.contract(), "IN_REVIEW");
        assertThat(propose(review.hands(), suspension, "CONTINUE"))
                .as("as a new submission leaves it")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThatThrownBy(() -> confirmedInDatabase(review.contract(), "CONTINUE"))
                .hasStackTraceContaining("do not simply continue");
        becomes(review.contract(), "REJECTED");
        assertThat(propose(review.hands(), suspension, "EXIT")).hasStatus(HttpStatus.FOUND);
        confirm(review.hands(), suspension);

        assertThat(register.get(review.contract()).state()).isEqualTo(ContractState.EXITING);
        assertThat(review.hands().casePage(CHAIR)).contains("To be ended");
    }

    @Test
    void a_legal_stop_of_it_asks_the_same() throws Exception {
        Begun review = begun.submitted(mvc);
        assertThat(state(review.hands(), LEGAL, review.contract())).hasStatus(HttpStatus.FOUND);
        begun.workOff(review.review(), "document-check", LEGAL, ReviewSteps.documents());
        review.hands()
                .workOff(
                        review.review(),
                        "legal-stop",
                        "leo.brandt",
                        Map.of("result", "STOP", "reasons", "The agency is under an embargo."));

        assertThat(register.get(review.contract()).state()).isEqualTo(ContractState.STOPPED);
        assertThat(review.hands().page(CHAIR, suspension(review.contract())))
                .contains("The contract is stopped on legal grounds, and it is in force.");
    }

    @Test
    void it_is_stated_after_a_rejection_as_well() throws Exception {
        Begun review = rejected();
        assertThat(suspensions.of(review.contract())).isEmpty();

        assertThat(state(review.hands(), LEGAL, review.contract())).hasStatus(HttpStatus.FOUND);

        assertThat(suspensions.of(review.contract()))
                .singleElement()
                .extracting(SuspensionReview::openedBy)
                .isEqualTo("system");
    }

    @Test
    void a_published_award_that_runs_is_in_force_by_what_it_says_when_that_counts() throws Exception {
        ContractId planned = stories.aContract();
        ContractId runs = published(stories.aContract());
        ContractId reviewed = published(stories.aContract());
        becomes(reviewed, "IN_REVIEW");
        for (ContractId contract : List.of(planned, runs, reviewed)) {
            measures.take(
                    ConcernMeasures.Measure.SUSPENSION,
                    contract,
                    new ConcernId(UUID.randomUUID()),
                    "Harm is imminent.",
                    BOARD);
        }

        assertThat(statements(planned)).isZero();
        assertThat(suspensions.of(planned)).isEmpty();
        assertThat(statements(reviewed)).as("a signature may lie ahead").isZero();
        assertThat(suspensions.of(runs)).hasSize(1);
        Answer stated = api.get(BOARD, "/api/contracts/" + runs + "/in-force");
        assertThat(stated.body().path("since").asString()).isEqualTo("2018-01-19");
        assertThat(stated.body().path("statedBy").asString()).isEqualTo("system");
        assertThat(stated.body().path("source").asString()).startsWith("The published award");
    }

    private Begun rejected() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        begun.voteAndClose(review.review(), "REJECT");
        review.hands()
                .workOff(
                        review.review(),
                        "decision",
                        CHAIR,
                        Map.of("reasons", "Detention weighs.", "rights", List.of("R05")));
        return review;
    }

    private static String path(ContractId contract, String page) {
        return "/contracts/" + contract + "/" + page;
    }

    private static MvcTestResult state(ReviewHands hands, String person, ContractId contract) {
        return hands.post(
                person,
                path(contract, "in-force"),
                Map.of("since", "2018-01-19", "source", "Signed copy in the archive"));
    }

    private Answer stated(String person, ContractId contract, Map<String, String> request) {
        String path = "/api/contracts/" + contract + "/in-force";
        return api.post(person, path, request, "If-Match", api.get(person, path).tag());
    }

    private void decide(ReviewHands hands, ContractId contract, String outcome) throws Exception {
        String suspension = suspension(contract);
        hands.claimOn(suspension, CHAIR);
        assertThat(propose(hands, suspension, outcome)).hasStatus(HttpStatus.FOUND);
        confirm(hands, suspension);
    }

    private static MvcTestResult propose(ReviewHands hands, String suspension, String outcome) {
        return hands.post(
                CHAIR,
                suspension + "/proposal",
                Map.of(
                        "outcome", outcome,
                        "reasons", "Families are traced.",
                        "customer-notice", "We stop the service tomorrow.",
                        "safety", "Open cases are handed over on paper."));
    }

    private static void confirm(ReviewHands hands, String suspension) throws Exception {
        hands.claimOn(suspension, BOARD);
        assertThat(hands.post(
                        BOARD,
                        suspension + "/ruling",
                        Map.of("confirmed", "yes", "ruling-reasons", "The committee read it.")))
                .hasStatus(HttpStatus.FOUND);
    }

    private String suspension(ContractId contract) {
        return "/suspensions/" + suspensions.of(contract).get(0).id();
    }

    /** Past the use case: a proposal, and a ruling that confirms it. */
    private void confirmedInDatabase(ContractId contract, String outcome) {
        database.sql(
                        """
                        with proposed as (
                            insert into review.suspension_proposal (id, suspension_id, number, outcome, reasons, customer_notice,
                                safety, proposed_by, proposed_at)
                            select gen_random_uuid(), s.id, 9, :outcome, 'x', '', '', 'ruth.castillo', now()
                            from review.suspension_review s where s.contract_id = :contract returning id)
                        insert into review.suspension_ruling (proposal_id, confirmed, reasons, ruled_by, ruled_at)
                        select id, true, 'x', 'george.tan', now() from proposed
                        """)
                .param("outcome", outcome)
                .param("contract", contract.value())
                .update();
    }

    private void becomes(ContractId contract, String state) {
        database.sql("update contract.contract set state = :state where id = :id")
                .param("state", state)
                .param("id", contract.value())
                .update();
    }

    private void insert(ContractId contract, String by, String since) {
        database.sql("insert into review.in_force values (:contract, cast(:since as date), 'Signed copy', :by, now())")
                .param("contract", contract.value())
                .param("since", since)
                .param("by", by)
                .update();
    }

    private int statements(ContractId contract) {
        return database.sql("select count(*) from review.in_force where contract_id = :contract")
                .param("contract", contract.value())
                .query(Integer.class)
                .single();
    }

    private List<String> recorded(ContractId contract) {
        return database.sql("select kind from record.entry where contract = :contract order by n")
                .param("contract", contract.value())
                .query(String.class)
                .list();
    }

    private ContractId published(ContractId contract) {
        ContractId copy = CopiedContracts.like(contract, Map.of("source", "USASPENDING"), database);
        database.sql(
                        """
                        insert into contract.award_transaction (contract_id, kind, key, currency, description, period_start, period_end)
                        values (:contract, 'ACTION', 'P00001', 'USD', 'Hosting', date '2018-01-19', date '2099-12-31')
                        """)
                .param("contract", copy.value())
                .update();
        return copy;
    }
}
