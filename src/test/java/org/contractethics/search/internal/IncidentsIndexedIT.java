package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.contractethics.search.internal.SearchFixtures.EMPLOYEE;
import static org.contractethics.search.internal.SearchFixtures.REVIEWER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.internal.Uploading;
import org.contractethics.search.internal.SearchAnswer.Hit;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Passages of incidents are in the index like clauses: brought back when lost, rebuilt, turned page by page, with the rights of their contract. */
@IntegrationTest
class IncidentsIndexedIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PASSAGES = 30;

    private final ContractSearch search;
    private final CatchingUp catchingUp;
    private final RebuildingIndex rebuilding;
    private final Rebuilds rebuilds;
    private final ClauseIndex index;
    private final RegisteringContracts registering;
    private final Uploading uploading;
    private final Documents documents;
    private final ClauseWriter writer;
    private final IncidentListeners listeners;
    private final LaggingContracts lagging;
    private final IndexingContracts indexing;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final String word =
            "zq" + UUID.randomUUID().toString().replaceAll("[^0-9]", "").substring(0, 10) + "w";
    private final UUID incident = UUID.randomUUID();
    private Contract contract;

    @Autowired
    @SuppressWarnings("NullAway") // registered before each test
    IncidentsIndexedIT(
            ContractSearch search,
            CatchingUp catchingUp,
            RebuildingIndex rebuilding,
            Rebuilds rebuilds,
            ClauseIndex index,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            ClauseWriter writer,
            IncidentListeners listeners,
            LaggingContracts lagging,
            IndexingContracts indexing,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.search = search;
        this.catchingUp = catchingUp;
        this.rebuilding = rebuilding;
        this.rebuilds = rebuilds;
        this.index = index;
        this.registering = registering;
        this.uploading = uploading;
        this.documents = documents;
        this.writer = writer;
        this.listeners = listeners;
        this.lagging = lagging;
        this.indexing = indexing;
        this.transaction = transaction;
        this.database = database;
    }

    @BeforeEach
    void record() {
        contract =
                registering.register(RegisteredContracts.aDraft("Evidence " + word), "FORM", RegisteredContracts.SOFIA);
        transaction.executeWithoutResult(status -> {
            database.sql(
                            """
                            insert into review.incident (id, contract_id, kind, happened_on, source, reliability, account,
                                files, recorded_by, recorded_at)
                            values (:id, :contract, 'PRESS', date '2026-05-12', 'A newspaper', 'B', :account, 1, 'mona.keller', now())
                            """)
                    .param("id", incident)
                    .param("contract", contract.id().value())
                    .param("account", "People were held by " + word)
                    .update();
            addFile();
            listeners.note(new RecordedNews.Recorded(contract.id(), incident));
        });
        awaitTotal(PASSAGES + 1);
    }

    @Test
    void hits_of_documents_and_of_evidence_are_turned_page_by_page_without_repeating_one() {
        var version = uploading.add(
                SecretContract.upload(contract, "Terms", "1. Duty", "The supplier tells " + word + " of the use."),
                RegisteredContracts.SOFIA);
        awaitRead(version.id());
        awaitTotal(PASSAGES + 2);

        var seen = new ArrayList<String>();
        SearchAnswer first = search.find(SearchFixtures.query(word), REVIEWER);
        for (int page = 1; page <= first.pages(); page++) {
            SearchAnswer answer = search.find(SearchFixtures.query(word).withPage(page), REVIEWER);
            assertThat(answer.total()).isEqualTo(first.total());
            answer.hits().forEach(hit -> seen.add(ClauseDocument.id(hit.versionId(), hit.ordinal())));
        }

        assertThat(seen).hasSize(PASSAGES + 2);
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
    }

    @Test
    void what_the_index_lost_or_never_had_of_an_incident_is_brought_back() {
        writer.dropFrom(index.alias(), incident + "-1", 0);
        assertThat(total(REVIEWER)).isOne();

        catchingUp.catchUp();

        awaitTotal(PASSAGES + 1);
    }

    @Test
    void a_rebuilt_index_holds_them_though_the_contract_has_no_document() {
        await().atMost(SOON).until(() -> !rebuilds.isRunning());
        rebuilding.request(Actor.SYSTEM);
        await().atMost(SOON).until(() -> !rebuilds.isRunning());

        awaitTotal(PASSAGES + 1);
        Hit hit = search.find(SearchFixtures.query("\"held by " + word + "\""), REVIEWER)
                .hits()
                .get(0);
        assertThat(hit.documentTitle()).isEqualTo("Press report of 12 May 2026");
    }

    @Test
    void a_contract_with_incidents_alone_lags_like_one_with_documents_and_employees_find_nothing_of_it() {
        ContractId without = registering
                .register(RegisteredContracts.aDraft("Nothing " + word), "FORM", RegisteredContracts.SOFIA)
                .id();
        assertThat(total(EMPLOYEE)).isZero();

        assertThat(lagging.note(without)).isFalse();
        assertThat(lagging.note(contract.id())).isTrue();
        assertThat(lagging.hiddenFrom(EMPLOYEE)).contains(contract.id().toString());

        indexing.index(contract.id());
        assertThat(waits()).isFalse();
        assertThat(total(REVIEWER)).isEqualTo(PASSAGES + 1);
    }

    private void addFile() {
        database.sql(
                        """
                        insert into review.incident_file (incident_id, number, file_name, sha256, original, outcome, extension)
                        values (:id, 1, 'article.pdf', encode(sha256('x'::bytea), 'hex'), 'x'::bytea, 'NOT_REBUILT', '')
                        """)
                .param("id", incident)
                .update();
        database.sql(
                        """
                        insert into review.incident_text (incident_id, number, ending, passages, read_at)
                        values (:id, 1, 'READ', :passages, now())
                        """)
                .param("id", incident)
                .param("passages", PASSAGES)
                .update();
        database.sql(
                        """
                        insert into review.incident_passage (incident_id, number, ordinal, part, printed, heading, text, page)
                        select :id, 1, n, 'body', '', '', 'Paragraph ' || n || ' on ' || :word, 1 + n / 10
                          from generate_series(0, :last) n
                        """)
                .param("id", incident)
                .param("word", word)
                .param("last", PASSAGES - 1)
                .update();
    }

    private void awaitRead(DocumentVersionId version) {
        await().atMost(SOON).until(() -> documents
                .find(version)
                .filter(found -> found.status() == ExtractionStatus.READ)
                .isPresent());
    }

    private void awaitTotal(int expected) {
        await().atMost(SOON).untilAsserted(() -> assertThat(total(REVIEWER)).isEqualTo(expected));
    }

    private boolean waits() {
        return database.sql("select exists (select from search.lagging where contract = :id and indexed_at is null)")
                .param("id", contract.id().value())
                .query(Boolean.class)
                .single();
    }

    private long total(Actor viewer) {
        return search.find(SearchFixtures.query(word), viewer).total();
    }
}
