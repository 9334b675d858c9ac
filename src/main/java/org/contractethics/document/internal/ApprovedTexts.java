package org.contractethics.document.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.comparison.Passage;
import org.contractethics.document.comparison.Passages;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;

/** The texts of a set of documents, for one comparison: each is read once, when it is first asked for, and with all others. */
final class ApprovedTexts {

    private final TextStore store;
    private final List<DocumentVersionId> readable;
    private final Map<DocumentVersionId, List<Passage>> passages = new HashMap<>();
    private @Nullable Map<DocumentVersionId, List<PartText>> parts;
    private @Nullable Map<DocumentVersionId, List<Clause>> clauses;

    ApprovedTexts(TextStore store, Collection<StoredVersion> approved) {
        this.store = store;
        this.readable = approved.stream()
                .map(StoredVersion::version)
                .filter(version -> version.status() == ExtractionStatus.READ)
                .map(DocumentVersion::id)
                .toList();
    }

    List<PartText> parts(DocumentVersionId version) {
        if (parts == null) {
            parts = store.parts(readable);
        }
        return parts.getOrDefault(version, List.of());
    }

    List<Passage> passages(DocumentVersionId version) {
        return passages.computeIfAbsent(version, id -> Passages.of(parts(id), clauses(id)));
    }

    private List<Clause> clauses(DocumentVersionId version) {
        if (clauses == null) {
            clauses = store.clauses(readable);
        }
        return clauses.getOrDefault(version, List.of());
    }
}
