package org.contractethics.document.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.ExecutedCopies.Copy;
import org.contractethics.document.ExecutedCopies.Likeness;
import org.contractethics.document.comparison.Comparison;
import org.contractethics.document.comparison.Differences;
import org.contractethics.document.comparison.ExecutedText;
import org.contractethics.document.comparison.ExecutedText.Held;
import org.contractethics.document.comparison.Passage;
import org.contractethics.document.comparison.Passages;
import org.contractethics.document.extraction.Gaps;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.document.internal.ExecutedCopyStore.Beside;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;

/** Holds copies, one after the other, against the documents that are left, clause by clause. What a copy holds is left no more. */
final class ComparingClauses {

    private static final String NOTHING_LEFT =
            "It holds nothing of the documents approved that is not in another copy already.";

    private final List<StoredVersion> left;
    private final TextStore texts;
    private final ApprovedTexts approved;
    private final Map<DocumentVersionId, Beside> beside;

    ComparingClauses(
            List<StoredVersion> left, TextStore texts, ApprovedTexts approved, Map<DocumentVersionId, Beside> beside) {
        this.left = left;
        this.texts = texts;
        this.approved = approved;
        this.beside = beside;
    }

    Copy of(StoredVersion copy) {
        DocumentVersion version = copy.version();
        return switch (version.status()) {
            case READING -> as(version, Likeness.READING, List.of(), null);
            case FAILED ->
                as(
                        version,
                        beside(version).scanned() ? Likeness.NOT_COMPARABLE : Likeness.UNREADABLE,
                        List.of(String.valueOf(version.failure())),
                        null);
            case READ -> read(copy);
        };
    }

    /** The text of a copy is read at its turn alone: a hundred of them may be too many at once. */
    private Copy read(StoredVersion copy) {
        List<PartText> parts = texts.parts(copy.version().id());
        List<StoredVersion> readable = left.stream()
                .filter(document -> document.version().status() == ExtractionStatus.READ)
                .toList();
        Held held = ExecutedText.of(
                        parts,
                        readable.stream()
                                .map(document ->
                                        approved.parts(document.version().id()))
                                .toList())
                .orElse(null);
        return held == null ? other(copy, parts, readable) : same(copy, readable, held);
    }

    private Copy same(StoredVersion copy, List<StoredVersion> readable, Held held) {
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

    /**
     * What nobody read, of the copy or of the documents: it may say one thing there and another here, also where both have the same
     * sentence about it. Words that are hidden in both were read and compared.
     */
    private List<String> unread(StoredVersion copy, List<StoredVersion> holds) {
        Stream<String> inside = beside(copy.version()).outer()
                ? Stream.of("It holds other files, which are not compared.")
                : Stream.of();
        Stream<String> insideApproved = holds.stream()
                .map(StoredVersion::version)
                .filter(document -> beside(document).outer())
                .map(document -> "Files inside \u201c" + document.title()
                        + "\u201d were decided on, too, and are not compared.");
        Stream<String> ofCopy = copy.gaps().stream().filter(Gaps::unread);
        Stream<String> ofApproved = holds.stream().flatMap(ComparingClauses::unreadOf);
        return Stream.of(ofCopy, gaps(copy, holds), ofApproved, inside, insideApproved)
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static Stream<String> unreadOf(StoredVersion document) {
        return document.gaps().stream()
                .filter(Gaps::unread)
                .map(gap -> "\u201c" + document.version().title() + "\u201d, as it was decided on: " + gap);
    }

    private static Stream<String> gaps(StoredVersion copy, List<StoredVersion> documents) {
        Set<String> known =
                documents.stream().flatMap(document -> document.gaps().stream()).collect(Collectors.toSet());
        return copy.gaps().stream().filter(gap -> !known.contains(gap));
    }

    /** Words that were recognised on pictures of pages may be wrong, so a difference in them is none for certain. */
    private Copy other(StoredVersion copy, List<PartText> parts, List<StoredVersion> readable) {
        DocumentVersion version = copy.version();
        List<String> why = new ArrayList<>(gaps(copy, left).toList());
        if (beside(version).recognised()) {
            why.add("Pages of it are scanned.");
        }
        if (readable.size() < left.size()) {
            why.add("Not every document approved could be read as text.");
        }
        if (!why.isEmpty()) {
            return as(version, Likeness.NOT_COMPARABLE, why, null);
        }
        return nearest(version, parts, readable);
    }

    private Copy nearest(DocumentVersion version, List<PartText> parts, List<StoredVersion> readable) {
        if (readable.isEmpty()) {
            return as(version, Likeness.DIFFERENT, List.of(NOTHING_LEFT), null);
        }
        List<Passage> passages = Passages.of(parts, texts.clauses(version.id()));
        return readable.stream()
                .map(StoredVersion::version)
                .map(document -> new Against(document, Comparison.of(approved.passages(document.id()), passages)))
                .max(Comparator.comparingLong(Against::same))
                .map(nearest ->
                        as(version, Likeness.DIFFERENT, Differences.of(nearest.comparison()), nearest.document()))
                .orElseThrow();
    }

    private record Against(DocumentVersion document, Comparison comparison) {

        long same() {
            return comparison.count(Comparison.Kind.SAME);
        }
    }

    private Beside beside(DocumentVersion version) {
        return beside.getOrDefault(version.id(), Beside.NOTHING);
    }

    private static Copy as(
            DocumentVersion copy, Likeness likeness, List<String> why, @Nullable DocumentVersion nearest) {
        return new Copy(
                copy, likeness, List.of(), List.of(), why.stream().distinct().toList(), nearest);
    }
}
