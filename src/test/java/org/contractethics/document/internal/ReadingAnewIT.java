package org.contractethics.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.contractethics.document.extraction.TextReader;
import org.contractethics.document.extraction.UnreadableReason;
import org.contractethics.document.internal.ReadingStore.Lease;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts that an older reader read, with real reading processes. What a review or a concern names stays: CitedClausesIT. */
@IntegrationTest
class ReadingAnewIT {

    private final DocumentStories stories;
    private final Documents documents;
    private final ReadingAnew anew;
    private final ReadingAgain again;
    private final ReadingStore readings;
    private final OlderTexts older;
    private final KeepingTexts keeping;
    private final JdbcClient jdbc;
    private final ContractId contract;

    @Autowired
    ReadingAnewIT(
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            ReadingAnew anew,
            ReadingAgain again,
            ReadingStore readings,
            OlderTexts older,
            KeepingTexts keeping,
            JdbcClient jdbc) {
        this.stories = new DocumentStories(registering, uploading, documents);
        this.documents = documents;
        this.anew = anew;
        this.again = again;
        this.readings = readings;
        this.older = older;
        this.keeping = keeping;
        this.jdbc = jdbc;
        this.contract = stories.aContract();
    }

    @Test
    void a_new_text_is_noted_with_its_reader() {
        DocumentVersionId version = added(DocumentFixtures.aContract());

        assertThat(reader(version)).isEqualTo(TextReader.NUMBER);
        assertThat(settledBy(version)).isEqualTo(TextReader.NUMBER);
    }

    @Test
    void an_older_text_is_read_anew_once_and_served_until_then() {
        DocumentVersionId version = added(DocumentFixtures.aContract());
        String set = documents.documentSetHash(contract);
        forgetClause(version);
        readByAnOlderReader(version);

        settle(version);

        assertThat(texts(version)).hasSize(2).last().asString().contains("Record Matching");
        assertThat(documents.find(version).map(DocumentVersion::clauseCount)).contains(2);
        assertThat(reader(version)).isEqualTo(TextReader.NUMBER);
        assertThat(readEntries(version)).isEqualTo(2);
        assertThat(documents.documentSetHash(contract)).isEqualTo(set);
        assertThat(leases(version)).isZero();
        passByIt();
        assertThat(leases(version)).as("not again").isZero();
        assertThat(readEntries(version)).as("not again").isEqualTo(2);
    }

    @Test
    void a_text_that_says_the_same_is_told_to_nobody() {
        DocumentVersionId version = added(DocumentFixtures.aContract());
        List<Clause> before = documents.clauses(version);
        readByAnOlderReader(version);

        settle(version);

        assertThat(documents.clauses(version)).isEqualTo(before);
        assertThat(reader(version)).isEqualTo(TextReader.NUMBER);
        assertThat(readEntries(version)).isEqualTo(1);
    }

    @Test
    void a_file_that_cannot_be_read_any_more_keeps_its_text() {
        DocumentVersionId version = added(DocumentFixtures.protectedDocx("tree-frog-71"));
        again.read(contract, version, "tree-frog-71", DocumentStories.TOM);
        stories.read(version);
        List<Clause> before = documents.clauses(version);
        readByAnOlderReader(version);

        settle(version);

        assertThat(documents.clauses(version)).hasSize(2).isEqualTo(before);
        assertThat(documents.find(version).map(DocumentVersion::status)).contains(ExtractionStatus.READ);
        assertThat(reader(version)).as("of the text that stands").isZero();
    }

    @Test
    void a_file_over_which_the_application_ended_three_times_keeps_its_text() {
        DocumentVersionId version = added(DocumentFixtures.aContract());
        forgetClause(version);
        jdbc.sql("insert into document.reading (version_id, reader, attempts, lease_until)"
                        + " values (?, gen_random_uuid(), 3, now() - interval '1 second')")
                .param(version.value())
                .update();
        readByAnOlderReader(version);

        settle(version);

        assertThat(documents.clauses(version)).hasSize(1);
        assertThat(leases(version)).isZero();
    }

    @Test
    void what_another_node_reads_anew_is_left_to_it() {
        DocumentVersionId version = added(DocumentFixtures.aContract());
        jdbc.sql("insert into document.reading (version_id, reader, attempts, lease_until)"
                        + " values (?, ?, 1, now() + interval '1 hour')")
                .params(List.of(version.value(), UUID.randomUUID()))
                .update();
        readByAnOlderReader(version);

        passByIt();

        assertThat(settledBy(version)).isZero();
        assertThat(leases(version)).as("the lease of the other node").isOne();
        assertThat(documents.find(version).map(DocumentVersion::status)).contains(ExtractionStatus.READ);
        jdbc.sql("update document.reading set lease_until = now() - interval '1 second' where version_id = ?")
                .param(version.value())
                .update();
        settle(version);
        assertThat(reader(version)).isEqualTo(TextReader.NUMBER);
    }

    @Test
    void nothing_is_left_of_a_reading_where_the_text_stays_meanwhile() {
        DocumentVersionId version = added(DocumentFixtures.aContract());
        jdbc.sql("update document.document_version set settled_by = " + (TextReader.NUMBER - 1) + " where id = ?")
                .param(version.value())
                .update();
        Lease lease = readings.claimAnew(version, UUID.randomUUID(), Duration.ofHours(1))
                .orElseThrow();
        older.leave(version);
        assertThat(leases(version)).as("somebody reads").isEqualTo(1);

        assertThat(keeping.keepAnew(lease, new Unreadable(UnreadableReason.DAMAGED)))
                .isEqualTo("kept by another");

        assertThat(leases(version)).isZero();
    }

    @Test
    void nothing_is_left_of_a_reading_whose_node_is_gone_where_the_text_stays() {
        DocumentVersionId version = added(DocumentFixtures.aContract());
        jdbc.sql("insert into document.reading (version_id, reader, attempts, lease_until)"
                        + " values (?, gen_random_uuid(), 1, now() - interval '1 second')")
                .param(version.value())
                .update();

        older.leave(version);

        assertThat(leases(version)).isZero();
        assertThat(documents.clauses(version)).hasSize(2);
    }

    private DocumentVersionId added(byte[] file) {
        return stories.read(stories.added(contract, "made.bin", file).id()).id();
    }

    /** The last thing to be arranged: from then on the timer of the application may take it up, too. */
    private void readByAnOlderReader(DocumentVersionId version) {
        jdbc.sql("update document.document_version set reader = null, settled_by = 0 where id = ?")
                .param(version.value())
                .update();
    }

    /** As a reader leaves it that did not find the second provision. */
    private void forgetClause(DocumentVersionId version) {
        jdbc.sql("delete from document.clause where version_id = ? and ordinal = 1")
                .param(version.value())
                .update();
    }

    /** Others of an older reader may come first. */
    private void settle(DocumentVersionId version) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            anew.run();
            assertThat(settledBy(version)).isEqualTo(TextReader.NUMBER);
        });
    }

    /** Texts are read anew in the order of their upload: a later one that is settled shows that all before it were looked at. */
    private void passByIt() {
        DocumentVersionId later = added(DocumentFixtures.docx("1. Term. The agreement ends after a year."));
        readByAnOlderReader(later);
        settle(later);
    }

    private List<String> texts(DocumentVersionId version) {
        return documents.clauses(version).stream().map(Clause::text).toList();
    }

    /** 0 where none is noted. */
    private int reader(DocumentVersionId version) {
        return count("select coalesce(reader, 0) from document.document_version where id = ?", version.value());
    }

    private int settledBy(DocumentVersionId version) {
        return count("select settled_by from document.document_version where id = ?", version.value());
    }

    private int leases(DocumentVersionId version) {
        return count("select count(*) from document.reading where version_id = ?", version.value());
    }

    private int readEntries(DocumentVersionId version) {
        return count(
                "select count(*) from record.entry where kind = 'document-read' and convert_from(body, 'UTF8') like ?",
                "%" + version + "%");
    }

    private int count(String query, Object of) {
        return jdbc.sql(query).param(of).query(Integer.class).single();
    }
}
