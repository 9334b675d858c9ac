package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.finding.Findings;
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

/** What a changed query set found: a list for those who may read the documents, and one notice to those who review. */
@IntegrationTest
class NewFindingsIT {

    private final MockMvcTester mvc;
    private final DocumentStories stories;
    private final ReviewSteps steps;
    private final Findings findings;
    private final ContractRegister register;
    private final JdbcClient database;
    private final List<RecurringWork> recurring;
    /** One of its own for each test: the query set outlives them. */
    private final String word = "z" + UUID.randomUUID().toString().replaceAll("[^a-f]", "z");

    private ContractId contract;
    private DocumentVersion agreement;
    private ReviewHands hands;
    private int set;

    @Autowired
    @SuppressWarnings("NullAway") // made before each test
    NewFindingsIT(
            MockMvcTester mvc,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            Findings findings,
            ContractRegister register,
            JdbcClient database,
            List<RecurringWork> recurring) {
        this.mvc = mvc;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.findings = findings;
        this.register = register;
        this.database = database;
        this.recurring = recurring;
    }

    @BeforeEach
    void aScannedContract() throws Exception {
        contract = stories.aContract();
        agreement = stories.added(
                contract,
                "agreement.docx",
                DocumentFixtures.docx(
                        "Services agreement", "1. Records. The Agency may keep " + word + " dossiers of visitors."));
        stories.read(agreement.id());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> findings.of(contract).querySet() > 0
                        && findings.of(contract).notRead().isEmpty());
        hands = steps.hands(mvc, contract);
    }

    @Test
    void whoever_may_read_the_documents_sees_how_much_is_new_and_nobody_else_sees_the_contract() throws Exception {
        changeTheQuerySet();
        String reference = register.get(contract).reference();

        assertThat(row("dana.whitfield"))
                .contains("/contracts/" + contract + "/findings#check-K14", "</a>: 1</li>", ">1 of 1<");
        assertThat(hands.page("erin.walsh", "/query-set?version=" + set))
                .contains("New by version " + set, "nothing new in documents that you may read")
                .doesNotContain(contract.toString(), reference);
        assertThat(hands.get("dana.whitfield", "/query-set?version=999999")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void what_was_judged_is_no_longer_left_and_what_was_replaced_is_no_longer_listed() throws Exception {
        steps.submit(hands, contract);
        changeTheQuerySet();
        UUID finding = findings.of(contract).redFlag("K14").get(0).id();

        hands.post(
                "dana.whitfield",
                "/contracts/" + contract + "/findings/" + finding + "/judgement",
                Map.of("verdict", "CORRECTED", "check", "K15", "reason", "It is.", "seen", "0"));

        assertThat(row("priya.raman")).contains("#check-K15", "All judged").doesNotContain("#check-K14");
        stories.added(
                contract,
                agreement.document(),
                "agreement.docx",
                DocumentFixtures.docx("Services agreement", "1. Use."));
        assertThat(hands.page("priya.raman", "/query-set?version=" + set)).doesNotContain(contract.toString());
    }

    @Test
    void reviewers_of_open_reviews_are_told_once() throws Exception {
        steps.submit(hands, contract);
        changeTheQuerySet();

        await().atMost(Duration.ofMinutes(2)).until(() -> {
            run("Rescanning");
            run("TellingNewFindings");
            return notices("dana.whitfield") > 0;
        });
        run("TellingNewFindings");

        assertThat(notices("dana.whitfield")).isEqualTo(1);
        assertThat(notices("tom.lindqvist")).as("the account owner").isZero();
        assertThat(notices("erin.walsh")).isZero();
        assertThat(hands.page("dana.whitfield", "/notices"))
                .contains("Version " + set + " of the query set found something new");
        assertThatThrownBy(() -> database.sql(
                                "insert into finding.query_set_told (query_set, told_at) values (:set, now())")
                        .param("set", set)
                        .update())
                .hasMessageContaining("query_set_told");
        assertThatThrownBy(() -> database.sql("delete from finding.fresh").update())
                .hasMessageContaining("fresh");
    }

    @Test
    void nobody_is_told_of_a_version_that_found_nothing_under_review() {
        changeTheQuerySet();

        await().atMost(Duration.ofMinutes(2)).until(() -> {
            run("Rescanning");
            run("TellingNewFindings");
            return told();
        });

        assertThat(notices("dana.whitfield")).isZero();
    }

    private boolean told() {
        return database.sql("select exists (select 1 from finding.query_set_told where query_set = :set)")
                .param("set", set)
                .query(Boolean.class)
                .single();
    }

    private void changeTheQuerySet() {
        int before = findings.of(contract).querySet();
        String term = word + " ~2 dossiers";
        hands.post(
                "dana.whitfield",
                "/query-set/terms",
                Map.of("check", "K14", "phrase", term, "reason", "Dossiers on persons."));
        UUID id = database.sql("select id from finding.proposed_term where phrase = :term")
                .param("term", term)
                .query(UUID.class)
                .single();
        hands.post(
                "priya.raman", "/query-set/terms/" + id + "/ruling", Map.of("accepted", "true", "ruling", "Needed."));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            run("Rescanning");
            return findings.of(contract).querySet() > before;
        });
        set = findings.of(contract).querySet();
    }

    /** The row of the contract in the list of new findings. */
    private String row(String person) throws Exception {
        String page = hands.page(person, "/query-set?version=" + set);
        int at = page.indexOf("/contracts/" + contract);
        assertThat(at).as("row of the contract").isPositive();
        return page.substring(at, page.indexOf("</tr>", at));
    }

    private void run(String work) {
        recurring.stream()
                .filter(one -> one.getClass().getSimpleName().startsWith(work))
                .forEach(RecurringWork::run);
    }

    private int notices(String person) {
        return database.sql("select count(*) from notification.notice where username = :person and link = :link")
                .param("person", person)
                .param("link", "/query-set?version=" + set + "#new-findings")
                .query(Integer.class)
                .single();
    }
}
