package org.contractethics.review.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.contractethics.document.AddingDocuments.SentDocument;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.ExecutedCopies;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Executed copies whose likeness a test chooses. Their rows stand in the real tables, beside those of a document that was decided on, so
 * that the gate of the database is tested.
 */
final class FakeExecutedCopies implements ExecutedCopies {

    private final JdbcClient jdbc;
    private final Documents papers;
    private final Map<DocumentVersionId, DocumentVersion> kept = new ConcurrentHashMap<>();

    Likeness likeness = Likeness.IDENTICAL;
    List<String> additions = List.of();
    List<DocumentVersion> missing = List.of();
    int compared;

    FakeExecutedCopies(JdbcClient jdbc, Documents papers) {
        this.jdbc = jdbc;
        this.papers = papers;
    }

    /** The very file that was decided on, unless the test chose another likeness. */
    @Override
    public DocumentVersion keep(ContractId contract, SentDocument file, Actor actor) {
        DocumentVersion decidedOn = added(contract, "0".repeat(64), actor);
        jdbc.sql("insert into document.document_set (contract_id, hash, version_id) values (?, ?, ?)")
                .params(List.of(
                        contract.value(),
                        papers.documentSetHash(contract),
                        decidedOn.id().value()))
                .update();
        String hash = (likeness == Likeness.IDENTICAL ? "0" : "1").repeat(64);
        DocumentVersion copy = added(contract, hash, actor);
        jdbc.sql("insert into document.executed_copy (version_id, contract_id, sha256) values (?, ?, ?)")
                .params(List.of(copy.id().value(), contract.value(), hash))
                .update();
        kept.put(copy.id(), copy);
        return copy;
    }

    private DocumentVersion added(ContractId contract, String sha256, Actor actor) {
        DocumentVersion version = new DocumentVersion(
                new DocumentVersionId(UUID.randomUUID()),
                new DocumentId(UUID.randomUUID()),
                contract,
                1,
                "Statement of work",
                "sow.docx",
                "application/docx",
                1,
                sha256,
                ExtractionStatus.READ,
                null,
                1,
                2,
                actor.username(),
                Instant.EPOCH);
        jdbc.sql(
                        "insert into document.document (id, contract_id, title, added_by, added_at) values (?, ?, 'x', ?, now())")
                .params(List.of(version.document().value(), contract.value(), actor.username()))
                .update();
        jdbc.sql(
                        """
                        insert into document.document_version (id, document_id, contract_id, number, file_name, media_type,
                            bytes, sha256, uploaded_by, uploaded_at)
                        values (?, ?, ?, 1, 'sow.docx', 'application/docx', 1, ?, ?, now())""")
                .params(List.of(
                        version.id().value(), version.document().value(), contract.value(), sha256, actor.username()))
                .update();
        return version;
    }

    @Override
    public Compared each(ContractId contract, String documentSetHash, Collection<DocumentVersionId> copies) {
        return compare(contract, documentSetHash, copies);
    }

    @Override
    public Compared compare(ContractId contract, String documentSetHash, Collection<DocumentVersionId> copies) {
        compared++;
        List<Copy> held = copies.stream()
                .flatMap(id -> Stream.ofNullable(kept.get(id)))
                .map(copy -> new Copy(copy, likeness, List.of(), additions, List.of(), null))
                .toList();
        return new Compared(held.isEmpty() || !missing.isEmpty() ? Likeness.DIFFERENT : likeness, held, missing);
    }
}
