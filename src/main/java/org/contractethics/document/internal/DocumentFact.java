package org.contractethics.document.internal;

import java.time.Instant;
import java.util.Map;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;

/** What happened to a document, for the record. */
record DocumentFact(String kind, ContractId contract, String actor, Instant occurredAt, Map<String, Object> facts)
        implements RecordedEvent {

    DocumentFact {
        facts = Map.copyOf(facts);
    }

    static DocumentFact added(DocumentVersion version, String documentSetHash) {
        Map<String, Object> facts = Map.of(
                "documentId", version.document().toString(),
                "versionId", version.id().toString(),
                "number", version.number(),
                "fileName", version.fileName(),
                "mediaType", version.mediaType(),
                "sha256", version.sha256(),
                "bytes", version.bytes(),
                "documentSetHash", documentSetHash);
        return new DocumentFact(
                "document-added", version.contract(), version.uploadedBy(), version.uploadedAt(), facts);
    }

    /** A file inside another became a document of its own; the set of uploaded documents is what it was. */
    static DocumentFact foundInside(DocumentVersion version, DocumentVersion outer) {
        Map<String, Object> facts = Map.of(
                "documentId", version.document().toString(),
                "versionId", version.id().toString(),
                "outerVersionId", outer.id().toString(),
                "outerFileName", outer.fileName(),
                "fileName", version.fileName(),
                "mediaType", version.mediaType(),
                "sha256", version.sha256(),
                "bytes", version.bytes());
        return new DocumentFact(
                "document-found-inside", version.contract(), Actor.SYSTEM.username(), version.uploadedAt(), facts);
    }

    static DocumentFact read(DocumentVersion version, int clauses, Instant at) {
        return new DocumentFact(
                "document-read",
                version.contract(),
                Actor.SYSTEM.username(),
                at,
                Map.of("versionId", version.id().toString(), "clauses", clauses));
    }

    static DocumentFact unreadable(DocumentVersion version, String reason, Instant at) {
        return new DocumentFact(
                "document-unreadable",
                version.contract(),
                Actor.SYSTEM.username(),
                at,
                Map.of("versionId", version.id().toString(), "reason", reason));
    }
}
