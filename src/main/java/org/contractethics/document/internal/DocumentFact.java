package org.contractethics.document.internal;

import java.time.Instant;
import java.util.HashMap;
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

    /** What the parties signed, as it was brought to the signature gate; the set of documents is what it was. */
    static DocumentFact executed(DocumentVersion version) {
        Map<String, Object> facts = Map.of(
                "documentId", version.document().toString(),
                "versionId", version.id().toString(),
                "fileName", version.fileName(),
                "mediaType", version.mediaType(),
                "sha256", version.sha256(),
                "bytes", version.bytes());
        return new DocumentFact(
                "executed-copy-added", version.contract(), version.uploadedBy(), version.uploadedAt(), facts);
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

    /** @param suppliedBy who entered the password it was read with; the system where none was needed */
    static DocumentFact read(DocumentVersion version, int clauses, Actor suppliedBy, Instant at) {
        return ofReading("document-read", version, Map.of("clauses", clauses), suppliedBy, at);
    }

    static DocumentFact unreadable(DocumentVersion version, String reason, Actor suppliedBy, Instant at) {
        return ofReading("document-unreadable", version, Map.of("reason", reason), suppliedBy, at);
    }

    /** That there was a password is a fact; the password is none. */
    private static DocumentFact ofReading(
            String kind, DocumentVersion version, Map<String, Object> result, Actor suppliedBy, Instant at) {
        Map<String, Object> facts = new HashMap<>(result);
        facts.put("versionId", version.id().toString());
        if (!suppliedBy.equals(Actor.SYSTEM)) {
            facts.put("withPassword", true);
        }
        return new DocumentFact(kind, version.contract(), suppliedBy.username(), at, facts);
    }

    /** @param document empty where a link was taken back */
    static DocumentFact linked(ContractId contract, String key, String document, String by, Instant at) {
        return new DocumentFact(
                "incorporated-document-linked", contract, by, at, Map.of("incorporated", key, "documentId", document));
    }
}
