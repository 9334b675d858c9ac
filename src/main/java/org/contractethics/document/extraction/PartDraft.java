package org.contractethics.document.extraction;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.document.extraction.Reading.TrackedChange;
import org.jspecify.annotations.Nullable;

/** One part while it is being read: its text grows block by block. */
final class PartDraft {

    private final String name;
    private final boolean prose;
    private final Budget budget;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<TrackedChange> changes = new ArrayList<>();

    PartDraft(String name, boolean prose, Budget budget) {
        this.name = name;
        this.prose = prose;
        this.budget = budget;
    }

    String name() {
        return name;
    }

    /** Whether numbers and capitals at the start of a block may be taken for clause numbers and headings. */
    boolean prose() {
        return prose;
    }

    String text() {
        return text.toString();
    }

    List<Block> blocks() {
        return blocks;
    }

    /** The tracked changes in it, as a part of this index. */
    List<TrackedChange> changes(int index) {
        return changes.stream()
                .map(change -> new TrackedChange(
                        index,
                        change.kind(),
                        change.author(),
                        change.at(),
                        change.start(),
                        change.end(),
                        change.words()))
                .toList();
    }

    /** Tracked changes in the block that was added last, or at the end of the text where nothing is left of theirs. */
    void mark(List<RevisionMark> marks, boolean inLastBlock) {
        Block last = inLastBlock ? blocks.get(blocks.size() - 1) : null;
        for (RevisionMark mark : marks) {
            // deleted words stood behind the blank that follows the word before them
            int start = last == null ? text.length() : place(last, mark.start(), true);
            int end = last == null || mark.end() == mark.start() ? start : place(last, mark.end() - 1, true) + 1;
            boolean kept = mark.revision().deletes() || end > start;
            if (kept) {
                budget.chargeCharacters(mark.words().length());
                changes.add(new TrackedChange(
                        0,
                        mark.revision().kind(),
                        mark.revision().author(),
                        mark.revision().at(),
                        start,
                        end,
                        mark.words()));
            }
        }
    }

    /** Offset of the character that so many others that are not blank come before. */
    private int place(Block block, int ink, boolean onCharacter) {
        int seen = 0;
        int at = block.start();
        while (at < block.end() && (seen < ink || (onCharacter && Character.isWhitespace(text.charAt(at))))) {
            seen += Character.isWhitespace(text.charAt(at)) ? 0 : 1;
            at++;
        }
        return at;
    }

    void add(String words, @Nullable Integer page) {
        add(words, 0, "", false, "", page);
    }

    void add(String words, String context, @Nullable Integer page) {
        add(words, 0, "", false, context, page);
    }

    void add(String words, int level, String label, boolean bold, String context, @Nullable Integer page) {
        add(words, level, label, bold, context, page, List.of());
    }

    /** @param marks tracked changes in these words */
    void add(
            String words,
            int level,
            String label,
            boolean bold,
            String context,
            @Nullable Integer page,
            List<RevisionMark> marks) {
        String clean = CleanText.of(words);
        if (clean.isEmpty()) {
            mark(marks, false);
            return;
        }
        String cleanLabel = CleanText.of(label);
        String whole = cleanLabel.isEmpty() ? clean : cleanLabel + " " + clean;
        budget.chargeCharacters(whole.length() + 1);
        if (!text.isEmpty()) {
            text.append('\n');
        }
        int start = text.length();
        text.append(whole);
        blocks.add(new Block(start, text.length(), level, cleanLabel.length(), bold, context, page));
        int before = RevisionMark.ink(cleanLabel);
        mark(marks.stream().map(mark -> mark.behind(before)).toList(), true);
    }
}
