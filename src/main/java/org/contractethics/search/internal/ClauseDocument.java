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

    static ClauseDocument of(
            ContractFacts facts, DocumentVersion version, boolean current, Clause clause, List<String> findings) {
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
                version.document().toString(),
                version.title(),
                DocumentType.of(version.mediaType()).name(),
                version.id().toString(),
                version.number(),
                current,
                clause.ordinal(),
                clause.part(),
                clause.number(),
                Highlights.withoutMarks(clause.heading()),
                Highlights.withoutMarks(clause.text()),
                clause.page(),
                findings,
                null);
    }

    /** The same clause has the same id each time, so that indexing it again changes nothing. */
    String id() {
        return id(versionId, ordinal);
    }

    static String id(String versionId, int ordinal) {
        return versionId + "-" + ordinal;
    }
}
