package org.contractethics.document.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.internal.FileInside;
import org.contractethics.document.internal.StoredVersion;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document as the API shows it.
 *
 * @param mediaType detected from the content
 * @param failure why the text could not be read; null unless the status is FAILED
 * @param gaps what the file holds and the reading does not
 * @param insideOf the version it was found inside; null for an uploaded file
 * @param place its name there
 */
record ApiDocument(
        UUID id,
        UUID documentId,
        int number,
        String title,
        String fileName,
        String mediaType,
        long bytes,
        String sha256,
        ExtractionStatus status,
        @Nullable String failure,
        List<String> gaps,
        @Nullable Integer pages,
        int clauseCount,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable UUID insideOf,
        @Nullable String place) {

    static ApiDocument of(StoredVersion stored) {
        return of(stored.version(), stored.gaps(), stored.inside());
    }

    static ApiDocument of(DocumentVersion version, List<String> gaps, @Nullable FileInside inside) {
        return new ApiDocument(
                version.id().value(),
                version.document().value(),
                version.number(),
                version.title(),
                version.fileName(),
                version.mediaType(),
                version.bytes(),
                version.sha256(),
                version.status(),
                version.failure(),
                List.copyOf(gaps),
                version.pages(),
                version.clauseCount(),
                version.uploadedBy(),
                version.uploadedAt(),
                inside == null ? null : inside.parent().value(),
                inside == null ? null : inside.place());
    }

    /**
     * A clause as the API shows it.
     *
     * @param ocrConfidence in per cent, where the page had no text layer and was read by text recognition; else null
     * @param headingPath the headings and numbers that lead to it, outermost first
     * @param parent ordinal of the clause in which the heading next above it stands; null at the top
     * @param start offset in the text of its part
     */
    record ApiClause(
            int ordinal,
            String part,
            String number,
            String heading,
            List<String> headingPath,
            @Nullable Integer parent,
            int level,
            String text,
            @Nullable Integer page,
            @Nullable Integer ocrConfidence,
            int start,
            int end) {

        ApiClause {
            headingPath = List.copyOf(headingPath);
        }

        static ApiClause of(Clause clause, Map<Integer, Integer> recognised) {
            return new ApiClause(
                    clause.ordinal(),
                    clause.part(),
                    clause.number(),
                    clause.heading(),
                    clause.headingPath(),
                    clause.parent(),
                    clause.level(),
                    clause.text(),
                    clause.page(),
                    clause.page() == null ? null : recognised.get(clause.page()),
                    clause.start(),
                    clause.end());
        }
    }
}
