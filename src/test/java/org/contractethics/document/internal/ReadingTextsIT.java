package org.contractethics.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.ReadingLeases;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.extraction.Progress.Phase;
import org.contractethics.document.internal.ReadingStore.Lease;
import org.contractethics.document.isolation.ReadingPool;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leases, passwords and what is taken up again, with real reading processes. */
@IntegrationTest
class ReadingTextsIT {

    private static final Actor ERIN = new Actor("erin.walsh", "Erin Walsh", Set.of(Role.EMPLOYEE));

    private final ReadingStore readings;
    private final TakingUpReadings takingUp;
    private final ReadingAgain readingAgain;
    private final ReadingPool pool;
    private final KeepingTexts keeping;
    private final Documents documents;
    private final JdbcClient jdbc;
    private final DocumentStories stories;
    private ContractId contract;

    @Autowired
    ReadingTextsIT(
            RegisteringContracts registering,
            Uploading uploading,
            ReadingStore readings,
            TakingUpReadings takingUp,
            ReadingAgain readingAgain,
            ReadingPool pool,
            KeepingTexts keeping,
            Documents documents,
            JdbcClient jdbc) {
        this.readings = readings;
        this.takingUp = takingUp;
        this.readingAgain = readingAgain;
        this.pool = pool;
        this.keeping = keeping;
        this.documents = documents;
        this.jdbc = jdbc;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.contract = stories.aContract();
    }

    @BeforeEach
    void aContractOfItsOwn() {
        contract = stories.aContract();
    }

    @Test
    void the_right_password_gives_the_text_and_is_kept_nowhere() {
        DocumentVersion version = added(DocumentFixtures.protectedDocx("tree-frog-71"));
        assertThat(version.failure()).contains("protected by a password");

        readingAgain.read(contract, version.id(), "tree-frog-71", DocumentStories.TOM);
        DocumentVersion read = stories.read(version.id());

        assertThat(read.status()).isEqualTo(ExtractionStatus.READ);
        assertThat(documents.clauses(version.id())).hasSize(2);
        assertThat(recorded(version.id(), "withPassword")).isEqualTo(1);
        assertThat(recorded(version.id(), "tom.lindqvist")).isPositive();
        assertThat(everywhere("tree-frog-71")).isEmpty();
    }

    @Test
    void a_wrong_password_says_so_and_can_be_entered_again() {
        DocumentVersion version = added(DocumentFixtures.protectedDocx("right"));

        readingAgain.read(contract, version.id(), "wrong", DocumentStories.TOM);
        DocumentVersion read = stories.read(version.id());

        assertThat(read.failure()).contains("The password did not open the file");
        readingAgain.read(contract, version.id(), "right", DocumentStories.TOM);
        assertThat(stories.read(version.id()).status()).isEqualTo(ExtractionStatus.READ);
    }

    @Test
    void a_file_that_no_password_opens_here_asks_for_none() {
        DocumentVersion version = added(DocumentFixtures.encryptedZip("annex.docx"));

        assertThat(version.failure()).contains("cannot be opened here").doesNotContain("Enter its password");
        assertThatThrownBy(() -> readingAgain.read(contract, version.id(), "right", DocumentStories.TOM))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("does not wait for a password");
    }

    @Test
    void a_password_is_taken_from_those_who_may_add_documents_and_for_protected_files_only() {
        DocumentVersion version = added(DocumentFixtures.protectedDocx("right"));
        DocumentVersion other = added(DocumentFixtures.docx(" "));

        assertThatThrownBy(() -> readingAgain.read(contract, version.id(), "right", ERIN))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> readingAgain.read(contract, version.id(), "", DocumentStories.TOM))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Enter the password");
        assertThatThrownBy(() -> readingAgain.read(contract, other.id(), "any", DocumentStories.TOM))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("does not wait for a password");
        assertThat(documents.find(version.id()).orElseThrow().status()).isEqualTo(ExtractionStatus.FAILED);
    }

    @Test
    void a_reading_whose_node_is_gone_is_taken_up_when_its_lease_lapses() {
        DocumentVersion version = abandoned(DocumentFixtures.aContract(), 1);

        takingUp.run();

        assertThat(stories.read(version.id()).status()).isEqualTo(ExtractionStatus.READ);
        assertThat(leases(version.id())).isZero();
    }

    @Test
    void a_file_over_which_the_application_ended_three_times_is_not_tried_again() {
        DocumentVersion version = abandoned(DocumentFixtures.aContract(), 3);

        takingUp.run();

        assertThat(stories.read(version.id()).failure()).contains("each time it was tried", "Try once more");
    }

    @Test
    void a_file_that_comes_to_no_end_is_given_up_after_three_attempts_with_pauses_between() throws Exception {
        DocumentVersion version = abandoned(DocumentFixtures.aContract(), 1);
        ReadingTexts stopped = new ReadingTexts(
                readings,
                new ByteStore(jdbc) {
                    @Override
                    void copy(DocumentVersionId id, OutputStream out) throws IOException {
                        throw new IOException("no space left");
                    }
                },
                pool,
                keeping);
        for (int attempt = 2; attempt <= ReadingLeases.ATTEMPTS; attempt++) {
            assertThatThrownBy(() -> stopped.read(version.id())).hasMessageContaining("no space left");
            assertThat(attempts(version.id())).isEqualTo(attempt);
            stopped.read(version.id());
            assertThat(attempts(version.id()))
                    .as("not before the pause is over")
                    .isEqualTo(attempt);
            lapse(version.id());
        }

        stopped.read(version.id());

        assertThat(stories.read(version.id()).failure()).contains("each time it was tried", "Try once more");
        assertThat(leases(version.id())).isZero();
        readingAgain.read(contract, version.id(), DocumentStories.TOM);
        assertThat(stories.read(version.id()).status()).isEqualTo(ExtractionStatus.READ);
    }

    @Test
    void an_application_that_ends_counts_against_no_file() throws Exception {
        DocumentVersion version = abandoned(DocumentFixtures.aContract(), 2);
        ReadingPool ended = new ReadingPool(new ReadingSettings(
                        "64m",
                        1,
                        1,
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        "off",
                        "eng",
                        1,
                        Duration.ofMinutes(1))
                .limits(null));
        ReadingTexts ending = new ReadingTexts(readings, new ByteStore(jdbc), ended, keeping);
        readings.claim(version.id(), UUID.randomUUID(), Duration.ofMinutes(1)).ifPresent(lease -> {
            ended.close();
            assertThatThrownBy(() -> ending.read(lease, ReadingTexts.FileKey.NONE))
                    .isNotNull();
        });

        assertThat(attempts(version.id())).isEqualTo(2);
    }

    @Test
    void a_reading_that_another_node_holds_is_left_to_it() {
        DocumentVersion version = abandoned(DocumentFixtures.aContract(), 1);
        Lease held = readings.claim(version.id(), UUID.randomUUID(), Duration.ofMinutes(1))
                .orElseThrow();

        assertThat(readings.claim(version.id(), UUID.randomUUID(), Duration.ofMinutes(1)))
                .isEmpty();
        assertThat(readings.abandoned(1_000)).doesNotContain(version.id());
        assertThat(readings.renew(held, new Progress(Phase.READING, 3, 20))).isTrue();
        assertThat(readings.progress(contract)).containsEntry(version.id(), new Progress(Phase.READING, 3, 20));
    }

    @Test
    void whoever_lost_the_lease_neither_renews_nor_ends_it() {
        DocumentVersion version = abandoned(DocumentFixtures.aContract(), 1);
        Lease lost = new Lease(
                version.id(), new ReadingLeases.Held(List.of(version.id().value()), UUID.randomUUID(), 1));
        assertThat(readings.claim(version.id(), UUID.randomUUID(), Duration.ofMinutes(1)))
                .isPresent();

        assertThat(readings.renew(lost, Progress.of(Phase.READING))).isFalse();
        assertThat(readings.end(lost)).isFalse();
    }

    @Test
    void the_database_takes_no_confidence_beyond_a_hundred() {
        DocumentVersion version = added(DocumentFixtures.aContract());

        assertThatThrownBy(() -> jdbc.sql(
                                "insert into document.recognised_page (version_id, page, confidence) values (?, 1, 101)")
                        .param(version.id().value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private DocumentVersion added(byte[] file) {
        return stories.read(stories.added(contract, "made.bin", file).id());
    }

    /** As a node leaves it that was killed in the middle of its work, for as often as it was tried. */
    private DocumentVersion abandoned(byte[] file, int attempts) {
        DocumentVersion version = added(file);
        jdbc.sql("update document.document_version set status = 'READING' where id = ?")
                .param(version.id().value())
                .update();
        jdbc.sql("insert into document.reading (version_id, reader, attempts, lease_until, phase)"
                        + " values (?, gen_random_uuid(), ?, now() - interval '1 second', 'READING')")
                .params(List.of(version.id().value(), attempts))
                .update();
        return version;
    }

    private void lapse(DocumentVersionId version) {
        jdbc.sql("update document.reading set lease_until = now() - interval '1 second' where version_id = ?")
                .param(version.value())
                .update();
    }

    private int attempts(DocumentVersionId version) {
        return ofReading("select attempts", version);
    }

    private int leases(DocumentVersionId version) {
        return ofReading("select count(*)", version);
    }

    private int ofReading(String select, DocumentVersionId version) {
        return jdbc.sql(select + " from document.reading where version_id = ?")
                .param(version.value())
                .query(Integer.class)
                .single();
    }

    private int recorded(DocumentVersionId version, String words) {
        return jdbc.sql(
                        """
                        select count(*) from record.entry e where convert_from(body, 'UTF8') like :version
                            and (convert_from(body, 'UTF8') like :words or exists (select 1 from record.sealed s
                                where s.n = e.n and person like :words))""")
                .param("version", "%" + version + "%")
                .param("words", "%" + words + "%")
                .query(Integer.class)
                .single();
    }

    /** The places something could have been written to: record, undelivered and delivered events, sessions, documents. */
    private List<String> everywhere(String words) {
        return List.of(
                        "select convert_from(body, 'UTF8') from record.entry",
                        "select convert_from(value, 'UTF8') from record.sealed",
                        "select serialized_event from events.event_publication",
                        "select encode(attribute_bytes, 'escape') from access.spring_session_attributes",
                        "select v::text from document.document_version v",
                        "select r::text from document.reading r")
                .stream()
                .filter(query -> !jdbc.sql("select 1 from (" + query + ") t(words) where words like ? limit 1")
                        .param("%" + words + "%")
                        .query(Integer.class)
                        .list()
                        .isEmpty())
                .toList();
    }
}
