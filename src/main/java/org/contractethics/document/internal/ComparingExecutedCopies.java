package org.contractethics.document.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.ExecutedCopies.Compared;
import org.contractethics.document.ExecutedCopies.Copy;
import org.contractethics.document.ExecutedCopies.Likeness;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.stereotype.Component;

/** Holds executed copies against a set of documents: first byte by byte, then clause by clause. Each document is in one copy. */
@Component
class ComparingExecutedCopies {

    private final TextStore texts;
    private final ExecutedCopyStore copies;

    ComparingExecutedCopies(TextStore texts, ExecutedCopyStore copies) {
        this.texts = texts;
        this.copies = copies;
    }

    Compared compare(List<StoredVersion> approved, List<StoredVersion> executed) {
        List<StoredVersion> left = new ArrayList<>(approved);
        Map<DocumentVersionId, Copy> found = executed.stream()
                .flatMap(copy -> identical(copy.version(), left).stream())
                .collect(Collectors.toMap(copy -> copy.version().id(), Function.identity()));
        ComparingClauses clauses = new ComparingClauses(
                left,
                texts,
                copies.beside(Stream.concat(approved.stream(), executed.stream())
                        .map(stored -> stored.version().id())
                        .toList()));
        List<Copy> all = new ArrayList<>();
        for (StoredVersion copy : executed) {
            Copy known = found.get(copy.version().id());
            all.add(known == null ? clauses.of(copy) : known);
        }
        List<DocumentVersion> missing =
                left.stream().map(StoredVersion::version).toList();
        return new Compared(worst(all, missing), all, missing);
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
