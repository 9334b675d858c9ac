package org.contractethics.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
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
class FilesInsideFilesIT {

    private final RegisteringContracts registering;
    private final Uploading uploading;
    private final Documents documents;
    private final DocumentCatalogue catalogue;
    private final ReadingTexts readingTexts;
    private final JdbcClient jdbc;
    private final DocumentStories stories;
    private ContractId contract;

    @Autowired
    FilesInsideFilesIT(
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
    void a_file_inside_another_becomes_a_document_of_the_same_contract() {
        DocumentVersion archive = stories.added(contract, "annexes.zip", archive("annexes/annex.docx"));
        String uploaded = documents.documentSetHash(contract);

        stories.read(archive.id());
        StoredVersion annex = inside(archive);

        assertThat(stories.read(annex.version().id()).status()).isEqualTo(ExtractionStatus.READ);
        assertThat(annex.version().title()).isEqualTo("annex");
        assertThat(annex.inside()).isEqualTo(new FileInside(archive.id(), "annexes/annex.docx", 1));
        assertThat(documents.clauses(annex.version().id()))
                .extracting(Clause::number)
                .containsExactly("1", "2");
        assertThat(recorded(annex.version())).isEqualTo(2);
        assertThat(documents.documentSetHash(contract)).isEqualTo(uploaded);
        assertThat(documents.currentVersions(contract))
                .extracting(DocumentVersion::id)
                .containsExactly(archive.id());
        assertThat(documents.currentWithFilesInside(contract))
                .extracting(DocumentVersion::id)
                .containsExactly(archive.id(), annex.version().id());
    }

    @Test
    void a_file_without_words_of_its_own_is_read_for_what_is_inside_it() {
        byte[] pdf = DocumentFixtures.pdfWithAttachment("", "annex.docx", DocumentFixtures.aContract());
        DocumentVersion outer = stories.added(contract, "cover.pdf", pdf);

        assertThat(stories.read(outer.id()).status()).isEqualTo(ExtractionStatus.READ);

        assertThat(stories.read(inside(outer).version().id()).clauseCount()).isEqualTo(2);
    }

    @Test
    void reading_the_outer_file_again_adds_no_file_twice() throws InterruptedException {
        DocumentVersion archive = stories.added(contract, "annexes.zip", archive("annex.docx"));
        stories.read(archive.id());
        StoredVersion annex = inside(archive);

        jdbc.sql("update document.document_version set status = 'READING' where id = ?")
                .param(archive.id().value())
                .update();
        readingTexts.on(new TextAwaited(archive.id()));

        assertThat(inside(archive).version().id()).isEqualTo(annex.version().id());
    }

    @Test
    void a_file_that_holds_itself_ends_there() {
        byte[] inner = archive("annex.docx");
        DocumentVersion outer = stories.added(contract, "outer.zip", DocumentFixtures.zip(Map.of("inner.zip", inner)));
        stories.read(outer.id());
        DocumentVersion found = inside(outer).version();
        stories.read(found.id());

        assertThat(catalogue.inside(inside(outer))).hasSize(1);
        assertThat(catalogue.listed(contract, DocumentStories.TOM))
                .extracting(
                        stored -> stored.inside() == null ? 0 : stored.inside().depth())
                .containsExactly(0, 1, 2);
    }

    @Test
    void an_older_version_takes_its_files_out_of_the_current_ones() {
        DocumentVersion archive = stories.added(contract, "annexes.zip", archive("annex.docx"));
        stories.read(archive.id());

        DocumentVersion second =
                stories.added(contract, archive.document(), "annexes.docx", DocumentFixtures.docx("No annex."));

        assertThat(documents.currentWithFilesInside(contract))
                .extracting(DocumentVersion::id)
                .containsExactly(second.id());
    }

    @Test
    void nobody_uploads_a_new_version_of_a_file_found_inside() {
        DocumentVersion archive = stories.added(contract, "annexes.zip", archive("annex.docx"));
        stories.read(archive.id());
        DocumentVersion annex = inside(archive).version();

        assertThatThrownBy(() -> stories.added(
                        contract, annex.document(), "annex-2.docx", DocumentFixtures.docx("Another text.")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no such document");
    }

    @Test
    void the_database_refuses_a_file_inside_one_of_another_contract() {
        DocumentVersion here = stories.added(contract, "msa.docx", DocumentFixtures.aContract());
        DocumentVersion elsewhere =
                stories.added(stories.aContract(), "other.docx", DocumentFixtures.docx("Another contract."));

        for (ContractId claimed : List.of(here.contract(), elsewhere.contract())) {
            assertThatThrownBy(() -> jdbc.sql(
                                    """
                                    insert into document.embedded_file
                                           (version_id, parent_version_id, contract_id, sha256, parent_sha256, place, depth)
                                    values (?, ?, ?, ?, ?, 'annex', 1)
                                    """)
                            .params(List.of(
                                    elsewhere.id().value(),
                                    here.id().value(),
                                    claimed.value(),
                                    elsewhere.sha256(),
                                    here.sha256()))
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("foreign key");
        }
    }

    @Test
    void nobody_changes_where_a_file_was_found() {
        DocumentVersion archive = stories.added(contract, "annexes.zip", archive("annex.docx"));
        stories.read(archive.id());

        for (String change : List.of(
                "update document.embedded_file set place = 'x' where parent_version_id = ?",
                "delete from document.embedded_file where parent_version_id = ?")) {
            assertThatThrownBy(
                            () -> jdbc.sql(change).param(archive.id().value()).update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private static byte[] archive(String name) {
        return DocumentFixtures.zip(Map.of(name, DocumentFixtures.aContract()));
    }

    private StoredVersion inside(DocumentVersion outer) {
        StoredVersion stored = catalogue.readable(contract, outer.id(), DocumentStories.TOM);
        return catalogue.inside(stored).stream()
                .filter(found ->
                        found.inside() != null && found.inside().parent().equals(outer.id()))
                .reduce((one, other) -> {
                    throw new AssertionError("two files inside");
                })
                .orElseThrow();
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
