package org.contractethics.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class DocumentKeepingIT {

    private final RegisteringContracts registering;
    private final Uploading uploading;
    private final Documents documents;
    private final DocumentCatalogue catalogue;
    private final ReadingTexts readingTexts;
    private final JdbcClient jdbc;
    private final DocumentStories stories;
    private ContractId contract;

    @Autowired
    DocumentKeepingIT(
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            DocumentCatalogue catalogue,
            ReadingTexts readingTexts,
            JdbcClient jdbc) {
        this.registering = registering;
        this.uploading = uploading;
        this.documents = documents;
        this.catalogue = catalogue;
        this.readingTexts = readingTexts;
        this.jdbc = jdbc;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.contract = stories.aContract();
    }

    @BeforeEach
    void aContractOfItsOwn() {
        contract = new DocumentStories(registering, uploading, documents).aContract();
    }

    @Test
    void the_text_is_read_after_the_upload_and_cut_into_clauses() {
        DocumentVersion added = stories.added(contract, "msa.docx", DocumentFixtures.aContract());

        DocumentVersion read = stories.read(added.id());

        assertThat(read.status()).isEqualTo(ExtractionStatus.READ);
        assertThat(documents.clauses(added.id())).extracting(Clause::number).containsExactly("1", "2");
        assertThat(read.clauseCount()).isEqualTo(2);
    }

    @Test
    void a_heading_with_characters_beyond_the_basic_plane_is_kept_and_no_title_is_longer_than_its_clause() {
        String heading = "ARTICLE I DATA \uD83D\uDD12\uD83D\uDD12\uD83D\uDD12";
        DocumentVersion added = stories.added(contract, "msa.docx", DocumentFixtures.docx(heading));

        DocumentVersion read = stories.read(added.id());

        assertThat(read.status()).as(read.failure()).isEqualTo(ExtractionStatus.READ);
        assertThat(titleLengths(added)).containsExactly(heading.length());
        assertThatThrownBy(() -> jdbc.sql(
                                """
                                insert into document.clause (version_id, ordinal, part_ordinal, number, heading, text,
                                                             title_length, start_offset, end_offset)
                                select version_id, 999, part_ordinal, number, heading, text, end_offset - start_offset + 1,
                                       start_offset, end_offset
                                  from document.clause where version_id = ?
                                """)
                        .param(added.id().value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("clause_title_within");
    }

    private List<Integer> titleLengths(DocumentVersion version) {
        return jdbc.sql("select title_length from document.clause where version_id = ? order by ordinal")
                .param(version.id().value())
                .query(Integer.class)
                .list();
    }

    @Test
    void the_bytes_come_back_as_they_were() throws IOException {
        byte[] large = Arrays.copyOf(DocumentFixtures.pdf(List.of(List.of("Words"))), 2_500_000);
        DocumentVersion added = stories.added(contract, "scan.pdf", large);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        catalogue.copy(added.id(), out);

        assertThat(out.toByteArray()).isEqualTo(large);
    }

    @Test
    void an_upload_is_recorded_with_the_hash_of_the_new_set() {
        String before = documents.documentSetHash(contract);

        DocumentVersion added = stories.added(contract, "msa.docx", DocumentFixtures.aContract());

        assertThat(documents.documentSetHash(contract)).isNotEqualTo(before).hasSize(64);
        assertThat(recorded(added)).isEqualTo(1);
    }

    @Test
    void a_new_version_takes_the_place_of_the_old_one_and_keeps_it() {
        DocumentVersion first = stories.added(contract, "msa.docx", DocumentFixtures.aContract());
        String setOfFirst = documents.documentSetHash(contract);

        DocumentVersion second = stories.added(
                contract, first.document(), "msa-2.docx", DocumentFixtures.docx("Another text altogether."));

        assertThat(second.number()).isEqualTo(2);
        assertThat(documents.currentVersions(contract))
                .extracting(DocumentVersion::id)
                .containsExactly(second.id());
        assertThat(documents.find(first.id())).isPresent();
        assertThat(documents.documentSetHash(contract)).isNotEqualTo(setOfFirst);
    }

    @Test
    void the_very_same_file_is_not_added_twice() {
        byte[] file = DocumentFixtures.aContract();
        stories.added(contract, "msa.docx", file);

        assertThatThrownBy(() -> stories.added(contract, "copy.docx", file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already here");
        assertThat(documents.currentVersions(contract)).hasSize(1);
    }

    @Test
    void a_file_that_cannot_be_read_is_kept_and_says_why() {
        DocumentVersion added = stories.added(contract, "bomb.docx", DocumentFixtures.bomb(200));

        DocumentVersion read = stories.read(added.id());

        assertThat(read.status()).isEqualTo(ExtractionStatus.FAILED);
        assertThat(read.failure()).contains("opening it can do harm");
        assertThat(documents.clauses(added.id())).isEmpty();
    }

    @Test
    void reading_the_same_version_again_changes_nothing() throws InterruptedException {
        DocumentVersion added = stories.added(contract, "msa.docx", DocumentFixtures.aContract());
        DocumentVersion read = stories.read(added.id());
        int recorded = recorded(added);

        readingTexts.on(new TextAwaited(added.id()));

        assertThat(documents.find(added.id())).contains(read);
        assertThat(recorded(added)).isEqualTo(recorded);
    }

    /** Bad input 12 */
    @Test
    void empty_and_foreign_files_are_refused() {
        assertThatThrownBy(() -> stories.added(contract, "empty.docx", new byte[0]))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("empty (0 bytes)");
        assertThatThrownBy(() -> stories.added(
                        contract, "run.docx", "MZ\u0001\u0002\u0003\u0004".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("a program");
        assertThat(documents.currentVersions(contract)).isEmpty();
    }

    @Test
    void nobody_changes_or_removes_uploaded_bytes() {
        DocumentVersion added = stories.added(contract, "msa.docx", DocumentFixtures.aContract());
        Object id = added.id().value();

        for (String change : List.of(
                "update document.document_bytes set bytes = '\\x00' where version_id = ?",
                "delete from document.document_bytes where version_id = ?",
                "update document.document_version set sha256 = repeat('0', 64) where id = ?",
                "update document.document_version set number = 9 where id = ?",
                "delete from document.document_version where id = ?",
                "update document.document set title = 'x' where id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(id).update()).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> jdbc.sql("truncate document.document_bytes").update())
                .isInstanceOf(DataAccessException.class);
    }

    /** Entries about the document itself; the scan of its clauses comes at its own time. */
    private int recorded(DocumentVersion version) {
        return jdbc.sql(
                        "select count(*) from record.entry where kind like 'document-%' and convert_from(body, 'UTF8') like ?")
                .param("%" + version.id() + "%")
                .query(Integer.class)
                .single();
    }
}
