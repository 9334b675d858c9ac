package org.contractethics.search.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contractethics.search.internal.SearchAnswer.Hit;
import org.contractethics.search.internal.SearchAnswer.Segment;

/** A clause found, as the page shows it. */
final class Hits {

    private Hits() {}

    static Hit of(co.elastic.clients.elasticsearch.core.search.Hit<ClauseDocument> found) {
        ClauseDocument clause = Objects.requireNonNull(found.source(), "clauses are stored with their source");
        Map<String, List<String>> highlight = found.highlight();
        List<Segment> heading = highlight.getOrDefault("heading", List.of(clause.heading())).stream()
                .limit(1)
                .flatMap(marked -> Highlights.segments(marked).stream())
                .toList();
        List<List<Segment>> text = highlight.getOrDefault("text", List.of()).stream()
                .map(Highlights::segments)
                .toList();
        return new Hit(
                clause.contractId(),
                clause.reference(),
                clause.contractTitle(),
                clause.agency(),
                clause.tier(),
                clause.documentId(),
                clause.versionId(),
                clause.versionNumber(),
                clause.current(),
                clause.documentTitle(),
                DocumentType.valueOf(clause.documentType()),
                clause.ordinal(),
                clause.part(),
                clause.number(),
                heading,
                clause.page(),
                text,
                clause.incident());
    }
}
