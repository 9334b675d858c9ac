package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.finding.Findings;
import org.contractethics.finding.Findings.ContractFindings;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A text whose clauses a review or a concern names is not read anew, whatever a newer reader would find in it. */
@IntegrationTest
class CitedClausesIT {

    private final MockMvcTester mvc;
    private final DocumentStories stories;
    private final ReviewSteps steps;
    private final Documents documents;
    private final Findings findings;
    private final JdbcClient database;
    private final RecurringWork anew;
    private final ContractId contract;
    private final DocumentVersionId version;

    @Autowired
    CitedClausesIT(
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
        this.documents = documents;
        this.findings = findings;
        this.database = database;
        this.anew = recurring.stream()
                .filter(work -> work.getClass().getSimpleName().startsWith("ReadingAnew"))
                .findFirst()
                .orElseThrow();
        this.contract = stories.aContract();
        this.version = stories.read(stories.added(
                                contract,
                                "agreement.docx",
                                DocumentFixtures.docx(
                                        "1. Use. The Agency handles applications with the Services.",
                                        "2. Audit. The Provider has the right to audit the use of the Services once a year.",
                                        "3. Term. The agreement ends after a year."))
                        .id())
                .id();
    }

    @Test
    void what_a_decision_cites_stands() throws Exception {
        forgetTheLastProvision();
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = steps.submit(hands, contract);
        steps.upToTheVote(hands, review);
        steps.voteAndClose(hands, review);
        readByAnOlderReader();
        List<Clause> clauses = documents.clauses(version);
        ContractFindings found = findings.of(contract);
        String set = documents.documentSetHash(contract);

        settle();

        assertThat(clauses).hasSize(2);
        assertThat(documents.clauses(version)).isEqualTo(clauses);
        assertThat(findings.of(contract)).isEqualTo(found);
        assertThat(documents.documentSetHash(contract)).isEqualTo(set);
        assertTextStays();
    }

    @Test
    void what_a_concern_may_name_stands() {
        forgetTheLastProvision();
        var form = ConcernHands.form(UUID.randomUUID().toString(), Map.of("contract", contract.toString()));
        ConcernHands.sent(new ConcernHands(mvc).post("/concerns", "erin.walsh", form));
        readByAnOlderReader();

        settle();

        assertThat(documents.clauses(version)).hasSize(2);
        assertTextStays();
    }

    /** As a reader leaves it that did not find the last provision; its findings stay what they were. Before anybody cites it. */
    private void forgetTheLastProvision() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> findings.of(contract).querySet() > 0
                        && findings.of(contract).notRead().isEmpty());
        database.sql("delete from document.clause where version_id = ? and ordinal = 2")
                .param(version.value())
                .update();
    }

    private void readByAnOlderReader() {
        database.sql("update document.document_version set settled_by = 0 where id = ?")
                .param(version.value())
                .update();
    }

    private void settle() {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            anew.run();
            assertThat(database.sql("select settled_by from document.document_version where id = ?")
                            .param(version.value())
                            .query(Integer.class)
                            .single())
                    .isPositive();
        });
    }

    /** Whatever the application asks of the database. */
    private void assertTextStays() {
        for (String statement : List.of(
                "update document.document_version set reader = 2 where id = ?",
                "update document.document_version set status = 'READING' where id = ?",
                "delete from document.clause where version_id = ?",
                "delete from document.clause where version_id = ? and ordinal = 1",
                "with gone as (delete from document.clause where version_id = ? returning version_id)"
                        + " delete from document.part p using gone where p.version_id = gone.version_id")) {
            assertThatThrownBy(
                            () -> database.sql(statement).param(version.value()).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("name clauses of this text by their places");
        }
        assertThat(documents.clauses(version)).hasSize(2);
    }
}
