package org.contractethics.document.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.ExecutedCopies.Compared;
import org.contractethics.document.ExecutedCopies.Copy;
import org.contractethics.document.ExecutedCopies.Likeness;
import org.contractethics.document.internal.ExecutedCopyStore.Beside;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.stereotype.Component;

/** Holds executed copies against a set of documents: first byte by byte, then clause by clause. */
@Component
class ComparingExecutedCopies {

    private final TextStore texts;
    private final ExecutedCopyStore copies;

    ComparingExecutedCopies(TextStore texts, ExecutedCopyStore copies) {
        this.texts = texts;
        this.copies = copies;
    }

    /** Copies that are stated to be signed together: what one of them holds is left for no other. */
    Compared compare(List<StoredVersion> approved, List<StoredVersion> executed) {
        List<StoredVersion> left = new ArrayList<>(approved);
        Map<DocumentVersionId, Copy> found = executed.stream()
                .flatMap(copy -> identical(copy.version(), left).stream())
                .collect(Collectors.toMap(copy -> copy.version().id(), Function.identity()));
        ComparingClauses clauses =
                new ComparingClauses(left, texts, new ApprovedTexts(texts, left), beside(approved, executed));
        List<Copy> all = new ArrayList<>();
        for (StoredVersion copy : executed) {
            Copy known = found.get(copy.version().id());
            all.add(known == null ? clauses.of(copy) : known);
        }
        List<DocumentVersion> missing =
                left.stream().map(StoredVersion::version).toList();
        return new Compared(worst(all, missing), all, missing);
    }

    /** Each copy on its own against all documents: nobody said yet which of them were signed, and a draft takes nothing from another. */
    Compared each(List<StoredVersion> approved, List<StoredVersion> executed) {
        ApprovedTexts read = new ApprovedTexts(texts, approved);
        Map<DocumentVersionId, Beside> beside = beside(approved, executed);
        List<Copy> all = new ArrayList<>();
        for (StoredVersion copy : executed) {
            List<StoredVersion> left = new ArrayList<>(approved);
            all.add(identical(copy.version(), left)
                    .orElseGet(() -> new ComparingClauses(left, texts, read, beside).of(copy)));
        }
        Set<DocumentVersionId> held = all.stream()
                .flatMap(copy -> copy.holds().stream())
                .map(DocumentVersion::id)
                .collect(Collectors.toSet());
        List<DocumentVersion> missing = approved.stream()
                .map(StoredVersion::version)
                .filter(document -> !held.contains(document.id()))
                .toList();
        return new Compared(worst(all, missing), all, missing);
    }

    private Map<DocumentVersionId, Beside> beside(List<StoredVersion> approved, List<StoredVersion> executed) {
        return copies.beside(Stream.concat(approved.stream(), executed.stream())
                .map(stored -> stored.version().id())
                .toList());
    }

    private static Likeness worst(List<Copy> all, List<DocumentVersion> missing) {
        Likeness worst =
                all.stream().map(Copy::likeness).max(Comparator.naturalOrder()).orElse(Likeness.DIFFERENT);
        boolean allCompared = worst.compareTo(Likeness.SAME_CLAUSES) <= 0;
        return allCompared && !missing.isEmpty() ? Likeness.DIFFERENT : worst;
    }

    private static Optional<Copy> identical(DocumentVersion copy, List<StoredVersion> left) {
        Optional<StoredVersion> same = left.stream()
                .filter(document -> document.version().sha256().equals(copy.sha256()))
                .findFirst();
        same.ifPresent(left::remove);
        return same.map(document ->
                new Copy(copy, Likeness.IDENTICAL, List.of(document.version()), List.of(), List.of(), null));
    }
}
