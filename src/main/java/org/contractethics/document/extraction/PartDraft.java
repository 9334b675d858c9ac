package org.contractethics.document.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One part while it is being read: its text grows block by block. */
final class PartDraft {

    private final String name;
    private final boolean prose;
    private final Budget budget;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();

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

    void add(String words, @Nullable Integer page) {
        add(words, 0, "", false, "", page);
    }

    void add(String words, String context, @Nullable Integer page) {
        add(words, 0, "", false, context, page);
    }

    void add(String words, int level, String label, boolean bold, String context, @Nullable Integer page) {
        String clean = CleanText.of(words);
        if (clean.isEmpty()) {
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
    }
}
