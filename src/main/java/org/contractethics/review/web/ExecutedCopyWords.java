package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.document.DocumentSets;
import org.contractethics.document.DocumentSets.Replaced;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.ExecutedCopies.Compared;
import org.contractethics.document.ExecutedCopies.Copy;
import org.contractethics.document.ExecutedCopies.Likeness;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.ReviewId;

/** Executed copies in words, with what differs from the documents that were decided on. */
final class ExecutedCopyWords {

    private ExecutedCopyWords() {}

    static String page(ReviewId review) {
        return "/reviews/" + review + "/executed-copies";
    }

    static Map<String, String> choices(Compared brought) {
        Map<String, String> choices = new LinkedHashMap<>();
        brought.copies()
                .forEach(copy -> choices.put(
                        copy.version().id().toString(),
                        copy.version().fileName() + ": " + words(copy.likeness()) + ". Its text "
                                + words(copy.version().status()) + "."));
        return choices;
    }

    /** Copies with words that are to be read: whoever ticks one was shown the words of this one. */
    static Map<String, String> added(Compared brought) {
        Map<String, String> added = new LinkedHashMap<>();
        brought.copies().stream()
                .filter(copy -> !copy.additions().isEmpty())
                .forEach(copy -> added.put(
                        copy.version().id().toString(),
                        copy.version().fileName() + ": I read these words above; they change nothing"));
        return added;
    }

    /** Those of the values that name a file; others name none that was brought. */
    static List<DocumentVersionId> chosen(List<String> values) {
        List<DocumentVersionId> chosen = new ArrayList<>();
        for (String value : values) {
            try {
                chosen.add(new DocumentVersionId(UUID.fromString(value)));
            } catch (IllegalArgumentException e) {
                chosen.add(new DocumentVersionId(new UUID(0, 0)));
            }
        }
        return chosen;
    }

    static Statement.Builder lines(Compared brought) {
        Statement.Builder statement = Statement.titled("What was signed");
        brought.copies().forEach(copy -> copy(statement, copy));
        brought.missing().forEach(document -> statement.line("In no executed copy", document.title()));
        return statement;
    }

    /** With the way to bring more. */
    static Statement statement(ReviewId review, Compared brought) {
        return lines(brought)
                .line(
                        "Executed copies",
                        brought.copies().isEmpty() ? "Bring what was signed" : "Bring another executed copy",
                        page(review))
                .build();
    }

    private static void copy(Statement.Builder statement, Copy copy) {
        DocumentVersion version = copy.version();
        DocumentVersion nearest = copy.nearest();
        statement
                .line(
                        "Executed copy",
                        version.fileName(),
                        "/contracts/" + version.contract() + "/documents/" + version.id())
                .line("Its text", words(version.status()))
                .line("How it stands to what was decided on", words(copy.likeness()))
                .line("SHA-256 of it", version.sha256());
        copy.holds()
                .forEach(document -> statement.line("It holds", document.title() + ", version " + document.number()));
        statement.lines("Filled in or added by signing", copy.additions()).lines("Differs", copy.differences());
        if (nearest != null) {
            statement.line(
                    "Every difference",
                    "Compare it with “" + nearest.title() + "”, version " + nearest.number(),
                    DocumentSets.page(new Replaced(nearest, version)));
        }
    }

    private static String words(Likeness likeness) {
        return switch (likeness) {
            case IDENTICAL -> "the very file that was decided on";
            case SAME_CLAUSES -> "the same clauses as decided on";
            case NOT_COMPARABLE -> "cannot be compared";
            case READING -> "not known until it is read";
            case UNREADABLE -> "cannot be read";
            case DIFFERENT -> "not what was decided on";
        };
    }

    private static String words(ExtractionStatus text) {
        return switch (text) {
            case READING -> "is being read; look again in a moment";
            case READ -> "was read";
            case FAILED -> "could not be read";
        };
    }
}
