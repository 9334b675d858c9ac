package org.contractethics.search.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.Documents.DocumentVersion;
import org.jspecify.annotations.Nullable;

/**
 * One clause as the index holds it; the components are the fields of {@code config/elasticsearch/clauses.json}, but for the concepts it
 * shows, which are told when it is written. A passage of an incident, or of a file that came with one, is a clause of the contract's that
 * names its incident and no document.
 *
 * @param documentId of the document, or of the incident
 * @param versionId of the version, or of what a passage of an incident stands in
 * @param incident null for a clause of a document
 */
record ClauseDocument(
        String contractId,
        String reference,
        String contractTitle,
        String agency,
        List<String> countries,
        List<String> capabilities,
        @Nullable String tier,
        @Nullable String outcome,
        String state,
        @Nullable Integer year,
        boolean secret,
        List<String> readerRoles,
        List<String> readerUsers,
        String fingerprint,
        String documentId,
        String documentTitle,
        String documentType,
        String versionId,
        int versionNumber,
        boolean current,
        int ordinal,
        String part,
        String number,
        String heading,
        String text,
        @Nullable Integer page,
        List<String> findings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable IndexedIncident incident) {

    /**
     * Where a text stands, the same for all of its pieces.
     *
     * @param documentId of a document, or of an incident
     * @param versionId of its version; of the account or a file of an incident
     */
    record Origin(
            String documentId,
            String title,
            DocumentType type,
            String versionId,
            int versionNumber,
            boolean current,
            @Nullable IndexedIncident incident) {

        static Origin of(DocumentVersion version, boolean current) {
            return new Origin(
                    version.document().toString(),
                    version.title(),
                    DocumentType.of(version.mediaType()),
                    version.id().toString(),
                    version.number(),
                    current,
                    null);
        }
    }

    /** One piece of it, as it was read. */
    record Piece(int ordinal, String part, String number, String heading, String text, @Nullable Integer page) {

        static Piece of(Clause clause) {
            return new Piece(
                    clause.ordinal(), clause.part(), clause.number(), clause.heading(), clause.text(), clause.page());
        }
    }

    static ClauseDocument of(ContractFacts facts, Origin origin, Piece piece, List<String> findings) {
        return new ClauseDocument(
                facts.contractId(),
                facts.reference(),
                facts.contractTitle(),
                facts.agency(),
                facts.countries(),
                facts.capabilities(),
                facts.tier(),
                facts.outcome(),
                facts.state(),
                facts.year(),
                facts.secret(),
                facts.readers().roles(),
                facts.readers().users(),
                facts.fingerprint(),
                origin.documentId(),
                origin.title(),
                origin.type().name(),
                origin.versionId(),
                origin.versionNumber(),
                origin.current(),
                piece.ordinal(),
                piece.part(),
                piece.number(),
                Highlights.withoutMarks(piece.heading()),
                Highlights.withoutMarks(piece.text()),
                piece.page(),
                findings,
                origin.incident());
    }

    /** The same clause has the same id each time, so that indexing it again changes nothing. */
    String id() {
        return id(versionId, ordinal);
    }

    static String id(String versionId, int ordinal) {
        return versionId + "-" + ordinal;
    }
}
