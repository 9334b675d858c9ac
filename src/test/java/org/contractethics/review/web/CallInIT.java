package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.AtOnce;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A contract that nobody submits is called in for review, by people who gain nothing by it, and goes the whole way. */
@IntegrationTest
class CallInIT {

    private static final String CHAIR = "ruth.castillo";
    private static final String BOARD = "george.tan";
    private static final String OWNER = "tom.lindqvist";
    private static final Map<String, String> REASONS =
            Map.of("reasons", "It has run for a year and was never looked at.");

    private final MockMvcTester mvc;
    private final DocumentStories stories;
    private final ContractRegister register;
    private final ConcernMeasures measures;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final AtOnce atOnce;
    private final ApiCalls api;

    @Autowired
    CallInIT(
            MockMvcTester mvc,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            ContractRegister register,
            ConcernMeasures measures,
            JdbcClient database,
            PlatformTransactionManager transactions,
            AtOnce atOnce,
            Environment settings) {
        this.mvc = mvc;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.register = register;
        this.measures = measures;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.atOnce = atOnce;
        this.api = new ApiCalls(settings);
    }

    @Test
    void the_chair_calls_it_in_and_it_waits_for_documents_it_can_be_judged_by() throws Exception {
        ContractId contract = stories.aContract();
        ReviewHands hands = new ReviewHands(mvc, contract);
        assertThat(hands.casePage(CHAIR)).contains("Never reviewed", path(contract));
        assertThat(hands.page(CHAIR, path(contract))).doesNotContain("name=\"owner\"");

        assertThat(hands.post(CHAIR, path(contract), Map.of("reasons", " ")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say why the contract has to be reviewed.");
        assertThat(hands.post(CHAIR, path(contract), REASONS)).hasStatus(HttpStatus.FOUND);

        ReviewId review = reviewOf(contract);
        assertThat(register.get(contract).state()).isEqualTo(ContractState.IN_REVIEW);
        assertThat(hands.casePage(CHAIR)).doesNotContain("Never reviewed");
        hands.claim("priya.raman");
        assertThat(hands.page("priya.raman", "/reviews/" + review + "/stages/document-check"))
                .contains(
                        "Called in by",
                        "Ruth Castillo",
                        REASONS.get("reasons"),
                        "Nobody submitted the contract: its end use and who is paid by it are not stated.",
                        "There is no document whose text can be read.");
        assertThat(confirmed(review).toString()).startsWith("409").contains("Ask the account owner for the contract");

        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        assertThat(confirmed(review).status()).isEqualTo(200);
        assertThat(recorded(contract)).containsSubsequence("review-opened", "review-called-in", "stage-completed");
        awaitNotice(OWNER, contract, "called in for review");
    }

    @Test
    void who_owns_it_calls_it_in_as_little_as_reviewers_do() throws Exception {
        ContractId contract = stories.aContract();
        ReviewHands hands = new ReviewHands(mvc, contract);

        for (String person : List.of(OWNER, "helen.okafor", "erin.walsh")) {
            assertThat(hands.post(person, path(contract), REASONS)).as(person).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(called(person, contract, REASONS).status()).as(person).isEqualTo(403);
        }
        assertThat(reviews(contract)).isZero();
        assertThatThrownBy(() -> openedInDatabase(contract, OWNER)).hasStackTraceContaining("calls nothing in");
        assertThat(reviews(contract)).isZero();
    }

    @Test
    void a_contract_without_an_owner_gets_one_who_is_somebody_else_and_in_sales() throws Exception {
        ContractId contract = withoutOwner(stories.aContract());
        for (String owner : List.of("", CHAIR, "helen.okafor", "nobody")) {
            Answer refused = called(CHAIR, contract, Map.of("reasons", "It runs.", "owner", owner));
            assertThat(refused.status()).as(owner).isEqualTo(422);
            assertThat(refused.toString()).contains("Choose somebody in sales");
        }
        assertThat(register.get(contract).submitter()).isNull();

        Answer answer = called(CHAIR, contract, Map.of("reasons", "It runs.", "owner", OWNER));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(register.get(contract).submitter()).isEqualTo(OWNER);
        assertThat(recorded(contract)).containsSubsequence("contract-taken", "review-opened", "review-called-in");
        assertThat(new ReviewHands(mvc, contract).page(CHAIR, "/contracts/" + contract + "/timeline"))
                .contains("was given an account owner", "called in for review; nobody had submitted it", "It runs.");
    }

    @Test
    void it_is_called_in_once_and_never_after_a_review() throws Exception {
        ContractId contract = stories.aContract();

        List<Integer> statuses = atOnce.all(
                List.of(() -> called(CHAIR, contract, REASONS).status(), () -> called(BOARD, contract, REASONS)
                        .status()));

        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        assertThat(reviews(contract)).isOne();
        assertThat(called(CHAIR, contract, REASONS).status()).isEqualTo(409);
        assertThatThrownBy(() -> openedInDatabase(contract, CHAIR))
                .hasStackTraceContaining("one_open_review_of_a_contract");
        for (String change : List.of("update review.called_in set reasons = 'x'", "delete from review.called_in")) {
            assertThatThrownBy(() -> database.sql(change).update()).as(change).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void a_concern_opens_the_review_of_a_contract_that_runs_and_asks_for_an_owner_where_there_is_none() {
        ContractId draft = stories.aContract();
        ContractId runs = running(stories.aContract());
        ContractId unowned = withoutOwner(runs);

        for (ContractId contract : List.of(draft, runs, unowned)) {
            assertThat(measures.reopen(contract, new ConcernId(UUID.randomUUID()), "Harm was done."))
                    .isTrue();
        }

        assertThat(reviews(draft)).isZero();
        assertThat(reviews(runs)).isOne();
        assertThat(measures.about(runs)).singleElement().satisfies(taken -> assertThat(taken.review())
                .isEqualTo(reviewOf(runs)));
        assertThat(reviews(unowned)).isZero();
        awaitNotice(CHAIR, unowned, "call it in for review");
    }

    private static String path(ContractId contract) {
        return "/contracts/" + contract + "/call-in";
    }

    private Answer called(String person, ContractId contract, Map<String, String> request) {
        return api.post(person, "/api/contracts/" + contract + "/call-in", request);
    }

    private Answer confirmed(ReviewId review) {
        Answer seen = api.get("priya.raman", "/api/reviews/" + review);
        return api.post(
                "priya.raman",
                "/api/reviews/" + review + "/stages/document-check",
                Map.of(
                        "seenHash",
                        seen.body().path("currentDocumentSetHash").asString(),
                        "confirmed",
                        true,
                        "gaps",
                        ""),
                "If-Match",
                seen.tag());
    }

    private ReviewId reviewOf(ContractId contract) {
        return new ReviewId(database.sql("select id from review.review where contract_id = :contract")
                .param("contract", contract.value())
                .query(UUID.class)
                .single());
    }

    private int reviews(ContractId contract) {
        return database.sql("select count(*) from review.review where contract_id = :contract")
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

    /** Notices are delivered after the act, by a thread of their own. */
    private void awaitNotice(String person, ContractId contract, String words) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(notices(person, contract)).anyMatch(title -> title.endsWith(words)));
    }

    private List<String> notices(String person, ContractId contract) {
        return database.sql(
                        "select title from notification.notice where username = :person and link like '/contracts/' || :contract || '%'")
                .param("person", person)
                .param("contract", contract.toString())
                .query(String.class)
                .list();
    }

    /** Past the use case: a review and who called it in. */
    private void openedInDatabase(ContractId contract, String by) {
        transaction.executeWithoutResult(status -> {
            UUID review = UUID.randomUUID();
            database.sql(
                            """
                            insert into review.review (id, contract_id, submitter, opened_at, document_set_hash,
                                contract_version, intake)
                            values (:id, :contract, :owner, now(), repeat('0', 64), 1, '{}')
                            """)
                    .param("id", review)
                    .param("contract", contract.value())
                    .param("owner", OWNER)
                    .update();
            database.sql("insert into review.called_in values (:id, :by, 'It runs.', now())")
                    .param("id", review)
                    .param("by", by)
                    .update();
        });
    }

    private ContractId withoutOwner(ContractId like) {
        return CopiedContracts.like(like, Collections.singletonMap("submitter", null), database);
    }

    private ContractId running(ContractId contract) {
        database.sql("update contract.contract set period_start = date '2020-01-01' where id = :id")
                .param("id", contract.value())
                .update();
        return contract;
    }
}
