package org.contractethics.document.extraction;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a file: its text, or the named reason why there is none. Never nothing. */
public sealed interface Reading {

    /**
     * @param parts every part that holds text, in reading order
     * @param clauses of all parts, in reading order
     * @param pages number of pages, sheets or slides; null where the format has none
     * @param gaps sentences about what the file holds and was not read, for example scanned pages
     * @param embedded files found inside this one, each a document of its own
     * @param recognised pages without a text layer whose pictures were turned into text
     * @param changes insertions, deletions and moves the file tracks, in reading order
     */
    record Text(
            List<PartText> parts,
            List<ClauseText> clauses,
            @Nullable Integer pages,
            List<String> gaps,
            List<EmbeddedFile> embedded,
            List<RecognisedPage> recognised,
            List<TrackedChange> changes)
            implements Reading {

        public Text {
            recognised = List.copyOf(recognised);
            changes = List.copyOf(changes);
            parts = List.copyOf(parts);
            clauses = List.copyOf(clauses);
            gaps = List.copyOf(gaps);
            embedded = List.copyOf(embedded);
        }
    }

    /**
     * A file found inside another, such as an attachment of a mail.
     *
     * @param name as the outer file calls it; display only, never a path
     * @param file its bytes, in the scratch folder of the request
     */
    record EmbeddedFile(String name, Path file) {}

    /**
     * A page that was read by text recognition (OCR), so its words may be wrong.
     *
     * @param confidence of the recognition in its words, in per cent
     */
    record RecognisedPage(int page, int confidence) {}

    record Unreadable(UnreadableReason reason) implements Reading {}

    /**
     * @param name for example {@code body}, {@code footnotes}, {@code sheet: Prices}
     * @param text everything this part says; clauses point into it by offset
     */
    record PartText(String name, String text) {}

    /**
     * A clause; {@code text} is exactly what its part says between {@code start} and {@code end}.
     *
     * @param part index of its part
     * @param headingPath the headings and numbers above it and its own, outermost first
     * @param parent index of the clause in which the heading next above it stands; null at the top
     * @param titleLength how many characters at the start of the text are heading lines, with the line break behind them
     */
    record ClauseText(
            int part,
            String number,
            String heading,
            List<String> headingPath,
            @Nullable Integer parent,
            String text,
            int titleLength,
            @Nullable Integer page,
            int start,
            int end) {
        public ClauseText {
            headingPath = List.copyOf(headingPath);
        }
    }

    /** What a tracked change did. */
    enum ChangeKind {
        INSERTED,
        DELETED,
        MOVED_FROM,
        MOVED_TO
    }

    /**
     * A tracked change at its place in the live text of a part.
     *
     * @param part index of its part
     * @param author as the file names them; empty where it does not
     * @param at when, in the form of the file; empty where it does not say
     * @param start offset of its first character; of the place where they stood, for deleted words
     * @param end behind its last character; {@code start} for deleted words
     * @param words what was inserted or deleted
     */
    record TrackedChange(int part, ChangeKind kind, String author, String at, int start, int end, String words) {}
}
