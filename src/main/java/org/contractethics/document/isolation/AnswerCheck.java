package org.contractethics.document.isolation;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.EmbeddedFile;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.document.extraction.Reading.RecognisedPage;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.TrackedChange;
import org.contractethics.document.isolation.Message.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a reading process says against what a reading can be. A hostile file may have taken the process over, so nothing it
 * says is believed: an answer beyond these limits is no answer.
 */
final class AnswerCheck {

    private static final int MAX_CHARACTERS = 13_000_000;
    private static final int MAX_PARTS = 20_000;
    private static final int MAX_CLAUSES = 500_000;
    private static final int MAX_CHANGES = 500_000;
    private static final int MAX_LEVELS = 100;
    private static final int MAX_WORDS = 20_000;
    private static final int MAX_GAPS = 100;
    private static final int MAX_PAGES = 1_000_000;
    private static final int MAX_EMBEDDED = 10_000;
    private static final long MAX_EMBEDDED_BYTES = 512L * 1024 * 1024;

    private final Path scratch;

    /** @param scratch the only folder in which embedded files may lie */
    AnswerCheck(Path scratch) {
        this.scratch = scratch;
    }

    void check(Answer answer) throws IOException {
        int said = (answer.progress() == null ? 0 : 1)
                + (answer.text() == null ? 0 : 1)
                + (answer.unreadable() == null ? 0 : 1);
        demand(said == 1, "one thing at a time");
        if (answer.progress() != null) {
            check(answer.progress());
        }
        if (answer.text() != null) {
            check(answer.text());
        }
    }

    private static void check(Progress progress) throws IOException {
        demand(progress.phase() != null, "phase");
        demand(progress.pages() >= 0 && progress.pages() <= MAX_PAGES, "pages");
        demand(progress.page() >= 0 && progress.page() <= progress.pages(), "page");
    }

    private void check(Text text) throws IOException {
        // a file may say nothing itself and hold files that do
        boolean says = !text.parts().isEmpty()
                || !text.embedded().isEmpty()
                || !text.gaps().isEmpty();
        demand(says && text.parts().size() <= MAX_PARTS, "number of parts");
        demand(text.clauses().size() <= MAX_CLAUSES, "number of clauses");
        demand(text.gaps().size() <= MAX_GAPS, "number of gaps");
        long characters = 0;
        for (PartText part : text.parts()) {
            checkWords(part.name());
            demand(!part.name().isBlank(), "name of a part");
            demand(part.text().indexOf('\0') < 0, "characters");
            characters += part.text().length();
        }
        demand(characters <= MAX_CHARACTERS, "length of the text");
        for (String gap : text.gaps()) {
            checkWords(gap);
        }
        checkPages(text);
        for (int i = 0; i < text.clauses().size(); i++) {
            check(text.clauses().get(i), text.parts(), i);
        }
        demand(text.changes().size() <= MAX_CHANGES, "number of tracked changes");
        for (TrackedChange change : text.changes()) {
            check(change, text.parts());
        }
        check(text.embedded());
    }

    private static void checkPages(Text text) throws IOException {
        Integer pages = text.pages();
        demand(pages == null || (pages >= 0 && pages <= MAX_PAGES), "pages");
        demand(text.recognised().size() <= MAX_PAGES, "number of recognised pages");
        for (RecognisedPage page : text.recognised()) {
            demand(page.page() >= 1 && page.page() <= MAX_PAGES, "recognised page");
            demand(page.confidence() >= 0 && page.confidence() <= 100, "confidence");
        }
        long different =
                text.recognised().stream().map(RecognisedPage::page).distinct().count();
        demand(different == text.recognised().size(), "recognised twice");
    }

    private static void check(TrackedChange change, List<PartText> parts) throws IOException {
        demand(change.kind() != null, "kind of a tracked change");
        demand(change.part() >= 0 && change.part() < parts.size(), "part of a tracked change");
        int length = parts.get(change.part()).text().length();
        demand(change.start() >= 0 && change.start() <= change.end() && change.end() <= length, "place of a change");
        checkWords(change.author());
        checkWords(change.at());
        demand(change.words().length() <= MAX_CHARACTERS && change.words().indexOf('\0') < 0, "words of a change");
    }

    private static void check(ClauseText clause, List<PartText> parts, int index) throws IOException {
        demand(clause.part() >= 0 && clause.part() < parts.size(), "part of a clause");
        String part = parts.get(clause.part()).text();
        boolean inside = clause.start() >= 0 && clause.start() < clause.end() && clause.end() <= part.length();
        demand(
                inside
                        && part.regionMatches(
                                clause.start(), clause.text(), 0, clause.text().length()),
                "offsets");
        demand(clause.text().length() == clause.end() - clause.start(), "length of a clause");
        demand(
                clause.titleLength() >= 0
                        && clause.titleLength() <= clause.text().length(),
                "title");
        demand(clause.page() == null || (clause.page() >= 1 && clause.page() <= MAX_PAGES), "page of a clause");
        checkWords(clause.number());
        checkWords(clause.heading());
        Integer parent = clause.parent();
        demand(parent == null || (parent >= 0 && parent < index), "parent of a clause");
        demand(clause.headingPath().size() <= MAX_LEVELS, "levels of headings");
        for (String step : clause.headingPath()) {
            checkWords(step);
        }
    }

    private void check(List<EmbeddedFile> embedded) throws IOException {
        demand(embedded.size() <= MAX_EMBEDDED, "number of embedded files");
        long bytes = 0;
        for (EmbeddedFile file : embedded) {
            checkWords(file.name());
            Path path = file.file();
            boolean inside = path != null
                    && path.getFileSystem().equals(FileSystems.getDefault())
                    && path.isAbsolute()
                    && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    && path.toRealPath().startsWith(scratch.toRealPath());
            demand(inside, "place of an embedded file");
            bytes += Files.size(path);
        }
        demand(bytes <= MAX_EMBEDDED_BYTES, "size of embedded files");
    }

    private static void checkWords(@Nullable String words) throws IOException {
        demand(words != null && words.length() <= MAX_WORDS && words.indexOf('\0') < 0, "words");
    }

    /** The sentence names what was wrong and never what was said. */
    private static void demand(boolean met, String what) throws IOException {
        if (!met) {
            throw new ImpossibleAnswerException("an answer that cannot be: " + what);
        }
    }
}
