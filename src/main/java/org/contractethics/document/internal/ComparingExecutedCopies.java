package org.contractethics.document.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.ExecutedCopies.Compared;
import org.contractethics.document.ExecutedCopies.Copy;
import org.contractethics.document.ExecutedCopies.Likeness;
import org.contractethics.document.comparison.Comparison;
import org.contractethics.document.comparison.Differences;
import org.contractethics.document.comparison.ExecutedText;
import org.contractethics.document.comparison.ExecutedText.Held;
import org.contractethics.document.comparison.Passages;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds executed copies against a set of documents: first byte by byte, then clause by clause. Each document is in one copy. */
@Component
class ComparingExecutedCopies {

    private static final String NOTHING_LEFT =
            "It holds nothing of the documents approved that is not in another copy already.";

    private final TextStore texts;
    private final ReadingStore readings;
    private final ExecutedCopyStore copies;

    ComparingExecutedCopies(TextStore texts, ReadingStore readings, ExecutedCopyStore copies) {
        this.texts = texts;
        this.readings = readings;
        this.copies = copies;
    }

    Compared compare(List<StoredVersion> approved, List<StoredVersion> executed) {
        List<StoredVersion> left = new ArrayList<>(approved);
        Map<DocumentVersionId, Copy> found = executed.stream()
                .flatMap(copy -> identical(copy.version(), left).stream())
                .collect(Collectors.toMap(copy -> copy.version().id(), Function.identity()));
        List<Copy> all = new ArrayList<>();
        for (StoredVersion copy : executed) {
            Copy known = found.get(copy.version().id());
            all.add(known == null ? byClauses(copy, left) : known);
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

    private Copy byClauses(StoredVersion copy, List<StoredVersion> left) {
        DocumentVersion version = copy.version();
        if (version.status() == ExtractionStatus.READING) {
            return as(version, Likeness.READING, List.of(), null);
        }
        if (version.status() == ExtractionStatus.FAILED) {
            boolean scanned = copies.scanned(version.id());
            return as(
                    version,
                    scanned ? Likeness.NOT_COMPARABLE : Likeness.UNREADABLE,
                    List.of(String.valueOf(version.failure())),
                    null);
        }
        List<StoredVersion> readable = left.stream()
                .filter(document -> document.version().status() == ExtractionStatus.READ)
                .toList();
        Held held = ExecutedText.of(
                        texts.parts(version.id()),
                        readable.stream()
                                .map(document -> texts.parts(document.version().id()))
                                .toList())
                .orElse(null);
        return held == null ? other(copy, left, readable) : same(copy, left, readable, held);
    }

    private Copy same(StoredVersion copy, List<StoredVersion> left, List<StoredVersion> readable, Held held) {
        List<StoredVersion> holds = held.texts().stream().map(readable::get).toList();
        List<String> unread = unread(copy, holds);
        if (!unread.isEmpty()) {
            return as(copy.version(), Likeness.NOT_COMPARABLE, unread, null);
        }
        left.removeAll(holds);
        return new Copy(
                copy.version(),
                Likeness.SAME_CLAUSES,
                holds.stream().map(StoredVersion::version).toList(),
                held.additions(),
                List.of(),
                null);
    }

    /** What of the copy nobody read, beyond what is not read of the documents either: it may say anything. */
    private List<String> unread(StoredVersion copy, List<StoredVersion> holds) {
        Set<String> known =
                holds.stream().flatMap(document -> document.gaps().stream()).collect(Collectors.toSet());
        List<String> unread = new ArrayList<>(
                copy.gaps().stream().filter(gap -> !known.contains(gap)).toList());
        if (copies.filesInside(copy.version().id()) > 0) {
            unread.add("It holds other files, which are not compared.");
        }
        holds.stream()
                .map(StoredVersion::version)
                .filter(document -> copies.filesInside(document.id()) > 0)
                .forEach(document -> unread.add("Files inside \u201c" + document.title()
                        + "\u201d were decided on, too, and are not compared."));
        return unread;
    }

    /** Words that were recognised on pictures of pages may be wrong, so a difference in them is none for certain. */
    private Copy other(StoredVersion copy, List<StoredVersion> left, List<StoredVersion> readable) {
        DocumentVersion version = copy.version();
        Set<String> known =
                left.stream().flatMap(document -> document.gaps().stream()).collect(Collectors.toSet());
        List<String> why = new ArrayList<>(
                copy.gaps().stream().filter(gap -> !known.contains(gap)).toList());
        if (!readings.recognised(version.id()).isEmpty()) {
            why.add("Pages of it are scanned.");
        }
        if (readable.size() < left.size()) {
            why.add("Not every document approved could be read as text.");
        }
        if (!why.isEmpty()) {
            return as(version, Likeness.NOT_COMPARABLE, why, null);
        }
        return readable.stream()
                .map(document -> against(version, document.version()))
                .max(Comparator.comparingLong(Against::same))
                .map(nearest ->
                        as(version, Likeness.DIFFERENT, Differences.of(nearest.comparison()), nearest.document()))
                .orElseGet(() -> as(version, Likeness.DIFFERENT, List.of(NOTHING_LEFT), null));
    }

    private record Against(DocumentVersion document, Comparison comparison) {

        long same() {
            return comparison.count(Comparison.Kind.SAME);
        }
    }

    private Against against(DocumentVersion copy, DocumentVersion document) {
        return new Against(
                document,
                Comparison.of(
                        Passages.of(texts.parts(document.id()), texts.clauses(document.id())),
                        Passages.of(texts.parts(copy.id()), texts.clauses(copy.id()))));
    }

    private static Copy as(
            DocumentVersion copy, Likeness likeness, List<String> why, @Nullable DocumentVersion nearest) {
        return new Copy(
                copy, likeness, List.of(), List.of(), why.stream().distinct().toList(), nearest);
    }
}
