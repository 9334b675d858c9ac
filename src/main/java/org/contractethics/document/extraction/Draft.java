package org.contractethics.document.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.document.extraction.Reading.RecognisedPage;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.TrackedChange;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.jspecify.annotations.Nullable;

/** A document while it is being read: readers add blocks to named parts and say what they had to leave out. */
final class Draft {

    private final Budget budget;
    private final ReadingRequest request;
    private final @Nullable Recognition recognition;
    private final Consumer<Progress> progress;
    private final List<RecognisedPage> recognised = new ArrayList<>();
    private final EmbeddedFiles embedded;
    private final Map<String, PartDraft> parts = new LinkedHashMap<>();
    private final StruckWords struck = new StruckWords();
    private final Set<String> gaps = new LinkedHashSet<>();
    private @Nullable Integer pages;

    Draft(Budget budget, ReadingRequest request, @Nullable Recognition recognition, Consumer<Progress> progress) {
        this.budget = budget;
        this.request = request;
        this.recognition = recognition;
        this.progress = progress;
        this.embedded = new EmbeddedFiles(request, budget);
    }

    /** How pages without a text layer are to be read; null where they are not. */
    @Nullable
    Recognition recognition() {
        return recognition;
    }

    void recognised(RecognisedPage page) {
        recognised.add(page);
    }

    boolean isRecognised(int page) {
        return recognised.stream().anyMatch(known -> known.page() == page);
    }

    List<RecognisedPage> recognised() {
        return List.copyOf(recognised);
    }

    /** Tells people how far it has come. */
    void at(Progress.Phase phase, int page, int of) {
        progress.accept(new Progress(phase, page, of));
    }

    /** What was asked for: the password, and where files found inside go. */
    ReadingRequest request() {
        return request;
    }

    EmbeddedFiles embedded() {
        return embedded;
    }

    /** A property of the file, such as its author. */
    void property(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            plain(Parts.PROPERTIES).add(name + ": " + value, null);
        }
    }

    Budget budget() {
        return budget;
    }

    /** Running text: clause numbers and headings are recognised in it. */
    PartDraft prose(String name) {
        return parts.computeIfAbsent(name, n -> new PartDraft(n, true, budget));
    }

    /** Cells, slide texts and the like: taken as they stand. */
    PartDraft plain(String name) {
        return parts.computeIfAbsent(name, n -> new PartDraft(n, false, budget));
    }

    /** @param sentence something the file holds and this reading does not, or that a reader has to know */
    void gap(String sentence) {
        if (gaps.size() < 50) {
            gaps.add(sentence);
        }
    }

    /** Words that stand in the text with a line through them, without a tracked change. */
    void struckOut(String words, @Nullable Integer page) {
        struck.add(words, page);
    }

    void pages(int count) {
        pages = count;
    }

    @Nullable
    Integer pages() {
        return pages;
    }

    List<String> gaps() {
        return List.copyOf(gaps);
    }

    /** The names of sheets say something; on their own they are no text. */
    void addSheetNames(List<String> names) {
        if (hasText()) {
            plain("sheet names").add(String.join(" | ", names), null);
        }
    }

    /** All words but what is told about the file. */
    String words() {
        return partsWithText().stream()
                .filter(part -> !Parts.apart(part.name()))
                .map(PartDraft::text)
                .collect(Collectors.joining("\n"));
    }

    /** Whether there is any text but what is told about the file. */
    boolean hasText() {
        return partsWithText().stream().anyMatch(part -> !Parts.apart(part.name()));
    }

    /** What was read; clauses are cut from all but the parts that stand apart, and those come last. */
    Reading reading() {
        gaps.addAll(struck.gaps());
        gaps.addAll(embedded.gaps());
        if (!hasText() && !embedded.any()) {
            return new Unreadable(UnreadableReason.NO_TEXT);
        }
        List<PartDraft> shown = new ArrayList<>(partsWithText());
        shown.removeIf(part -> Parts.apart(part.name()));
        List<PartText> texts = new ArrayList<>();
        shown.forEach(part -> texts.add(new PartText(part.name(), part.text())));
        partsWithText().stream()
                .filter(part -> Parts.apart(part.name()))
                .forEach(part -> texts.add(new PartText(part.name(), part.text())));
        return new Text(texts, ClauseSplitter.split(shown), pages, gaps(), embedded.kept(), recognised, changes(shown));
    }

    private static List<TrackedChange> changes(List<PartDraft> shown) {
        List<TrackedChange> changes = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            changes.addAll(shown.get(i).changes(i));
        }
        return changes;
    }

    private List<PartDraft> partsWithText() {
        return parts.values().stream().filter(part -> !part.blocks().isEmpty()).toList();
    }
}
