package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.finding.Findings;
import org.contractethics.finding.Findings.ContractFindings;
import org.contractethics.finding.Findings.Presence;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecurringWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Terms that reviewers add: proposed by one, accepted by another, found in every document after that. */
@IntegrationTest
class QuerySetFlowIT {

    private static final String[] CONTRACT = {
        "Services agreement",
        "1. Use. The Agency will run facial recognition against booking photos.",
        "2. Limits. The Services shall not be used for the interception of telephone communications.",
        "3. Audit. The Provider has the right to audit the use of the Services once a year.",
        "4. Records. The Agency may keep qwertologic dossiers of visitors."
    };

    private final MockMvcTester mvc;
    private final DocumentStories stories;
    private final ReviewSteps steps;
    private final Findings findings;
    private final JdbcClient database;
    private final List<RecurringWork> recurring;
    private ContractId contract;
    private ReviewHands hands;

    @Autowired
    @SuppressWarnings("NullAway") // made before each test
    QuerySetFlowIT(
            MockMvcTester mvc,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            Findings findings,
            JdbcClient database,
            List<RecurringWork> recurring) {
        this.mvc = mvc;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.findings = findings;
        this.database = database;
        this.recurring = recurring;
    }

    @BeforeEach
    void aScannedContractUnderReview() throws Exception {
        contract = stories.aContract();
        stories.read(stories.added(contract, "agreement.docx", DocumentFixtures.docx(CONTRACT))
                .id());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> findings.of(contract).querySet() > 0
                        && findings.of(contract).notRead().isEmpty());
        hands = steps.hands(mvc, contract);
        steps.submit(hands, contract);
    }

    @Test
    void an_accepted_term_begins_a_version_and_shows_what_is_new() throws Exception {
        int before = findings.of(contract).querySet();
        // a word of its own for each run: the query set outlives the test
        String term =
                "qwertologic ~2 (dossiers | " + UUID.randomUUID().toString().replace("-", "x") + ")";
        assertThat(propose("dana.whitfield", "K14", term, "Dossiers on persons."))
                .hasStatus3xxRedirection();
        UUID id = database.sql("select id from finding.proposed_term where phrase = :term")
                .param("term", term)
                .query(UUID.class)
                .single();

        assertThat(rule("dana.whitfield", id, "Mine.")).hasStatus(HttpStatus.FORBIDDEN);
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into finding.term_ruling (term_id, accepted, reason, ruled_by, ruled_at)
                                values (:id, false, 'mine', 'dana.whitfield', now())
                                """)
                        .param("id", id)
                        .update())
                .hasMessageContaining("a term of their own");
        assertThat(rule("priya.raman", id, "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(rule("priya.raman", id, "Kept words " + "x".repeat(1_000)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("value=\"Kept words xxx");
        assertThat(rule("priya.raman", id, "Needed.")).hasStatus3xxRedirection();
        assertThat(rule("helen.okafor", id, "Again.")).hasStatus(HttpStatus.CONFLICT);
        assertThat(presence(findings.of(contract), "G04"))
                .as("not scanned with the changed set yet")
                .isEqualTo(Presence.NOT_CLAIMABLE);

        await().atMost(Duration.ofSeconds(60)).until(() -> {
            rescan();
            return findings.of(contract).querySet() > before;
        });
        assertThat(findings.of(contract).redFlag("K14"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.fresh()).isTrue());
        assertThat(hands.page("dana.whitfield", "/contracts/" + contract + "/findings"))
                .contains("Since the query set changed: 1 new");
        assertThat(hands.page("erin.walsh", "/query-set")).contains("Accepted, version", "Needed.");
    }

    @Test
    void a_product_with_other_files_beside_this_one_begins_no_version_again_and_again() {
        int own = findings.of(contract).querySet();
        int other = database.sql(
                        """
                        insert into finding.query_set (number, packed_hash, sha256, author, since, reason)
                        select max(number) + 1, :hash, :hash, 'system', now(), 'Another product.' from finding.query_set
                        returning number
                        """)
                .param("hash", (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", ""))
                .query(Integer.class)
                .single();
        String version = findings.of(contract).findings().get(0).version().toString();
        database.sql(
                        """
                        insert into finding.scan (version_id, contract_id, query_set, scanned_at, clauses, incomplete)
                        values (:version::uuid, :contract, :set, now(), 1, 0)
                        """)
                .param("version", version)
                .param("contract", contract.value())
                .param("set", other)
                .update();

        ContractId second = stories.aContract();
        stories.read(stories.added(second, "agreement.docx", DocumentFixtures.docx(CONTRACT))
                .id());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> findings.of(second).querySet() > 0
                        && findings.of(second).notRead().isEmpty());
        rescan();

        assertThat(findings.of(second).querySet()).isEqualTo(own);
        assertThat(findings.of(contract).querySet())
                .as("what the other scanned stays")
                .isEqualTo(other);
        assertThat(database.sql("select max(number) from finding.query_set")
                        .query(Integer.class)
                        .single())
                .isEqualTo(other);
    }

    @Test
    void a_document_that_a_changed_set_fails_on_is_named_with_the_reason_and_nothing_in_it_said_to_be_missing()
            throws Exception {
        String version = findings.of(contract).findings().get(0).version().toString();
        database.sql(
                        """
                        with other as (
                            insert into finding.query_set (number, packed_hash, sha256, author, since, reason)
                            select max(number) + 1, :hash, :hash, 'system', now(), 'Another.' from finding.query_set
                            returning number)
                        insert into finding.scan_failure (version_id, query_set, reason, tries, failed_at, next_try_at)
                        select :version::uuid, number, 'SCANNER', 3, now(), now() + interval '1 hour' from other
                        """)
                .param("hash", (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", ""))
                .param("version", version)
                .update();

        assertThat(findings.of(contract).notRead()).singleElement().satisfies(reason -> assertThat(reason)
                .contains("could not be scanned: the query set fails on its text. It was tried 3 times"));
        assertThat(presence(findings.of(contract), "G04")).isEqualTo(Presence.NOT_CLAIMABLE);
        assertThat(hands.page("dana.whitfield", "/contracts/" + contract + "/findings"))
                .contains("the query set fails on its text");
    }

    private void rescan() {
        recurring.stream()
                .filter(work -> work.getClass().getSimpleName().startsWith("Rescanning"))
                .forEach(RecurringWork::run);
    }

    @Test
    void a_term_that_says_nothing_or_too_much_is_refused() {
        assertThat(propose("dana.whitfield", "K14", "", "x")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(propose("dana.whitfield", "K14", "the", "x"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("too broad");
        assertThat(propose("dana.whitfield", "K14", "the customer shall", "x"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(propose("dana.whitfield", "K14", "(drone | the)", "x")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(propose("dana.whitfield", "K14", "drone ".repeat(60), "x"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(propose("dana.whitfield", "K14", "(drone", "x"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("not closed");
        assertThat(propose("dana.whitfield", "K14", "\u202edrone swarm", "x"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(propose("dana.whitfield", "T01", "drone swarm", "x")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(propose("dana.whitfield", "K14", "-drone swarm", "x")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(propose("dana.whitfield", "K14", "drone swarm", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(propose("erin.walsh", "K14", "drone swarm", "x")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void the_same_term_waits_once_and_is_accepted_once() {
        String term = "qwertologic " + UUID.randomUUID().toString().replace("-", "x");
        assertThat(propose("dana.whitfield", "K14", term, "x")).hasStatus3xxRedirection();
        assertThat(propose("helen.okafor", "K14", term.replace(" ", "   "), "x"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("waits for a ruling");
        List<UUID> twice = database.sql(
                        """
                        with again as (
                            insert into finding.proposed_term (id, check_id, phrase, reason, proposed_by, proposed_at)
                            select gen_random_uuid(), check_id, phrase, reason, 'tariq.osman', proposed_at
                            from finding.proposed_term where phrase = :term returning id)
                        select id from finding.proposed_term where phrase = :term union all select id from again
                        """)
                .param("term", term)
                .query(UUID.class)
                .list();

        assertThat(rule("priya.raman", twice.get(0), "Needed.")).hasStatus3xxRedirection();
        assertThat(rule("priya.raman", twice.get(1), "Needed.")).hasStatus(HttpStatus.CONFLICT);
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into finding.term_ruling (term_id, accepted, reason, ruled_by, ruled_at, query_set)
                                select :second, true, 'x', 'priya.raman', now(), query_set
                                from finding.term_ruling where term_id = :first
                                """)
                        .param("first", twice.get(0))
                        .param("second", twice.get(1))
                        .update())
                .hasMessageContaining("accepted already");
    }

    private static Presence presence(ContractFindings found, String check) {
        return found.safeguard(check).orElseThrow().presence();
    }

    private MvcTestResult propose(String person, String check, String phrase, String reason) {
        return hands.post(person, "/query-set/terms", Map.of("check", check, "phrase", phrase, "reason", reason));
    }

    private MvcTestResult rule(String person, UUID term, String reason) {
        return hands.post(person, "/query-set/terms/" + term + "/ruling", Map.of("accepted", "true", "ruling", reason));
    }
}
