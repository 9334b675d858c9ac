package org.contractethics.review.internal.panel;

import java.util.ArrayList;
import java.util.List;

/** A document without a form yet: headings, paragraphs, lists and tables. Written as Word file or as PDF with the same content. */
record Paper(String title, List<Block> blocks) {

    Paper {
        blocks = List.copyOf(blocks);
    }

    /** A part of the paper. */
    sealed interface Block permits Heading, Text, Items, Table {}

    /** @param level 1 below the title, and so on */
    record Heading(int level, String text) implements Block {}

    record Text(String text) implements Block {}

    record Items(List<String> items) implements Block {}

    /** @param head names of the columns */
    record Table(List<String> head, List<List<String>> rows) implements Block {}

    static Builder titled(String title) {
        return new Builder(title);
    }

    static final class Builder {

        private final String title;
        private final List<Block> blocks = new ArrayList<>();

        private Builder(String title) {
            this.title = title;
        }

        Builder heading(int level, String text) {
            blocks.add(new Heading(level, text));
            return this;
        }

        Builder text(String text) {
            blocks.add(new Text(text));
            return this;
        }

        /** Says in words where the list is empty: nothing is left out in silence. */
        Builder items(List<String> items, String none) {
            blocks.add(items.isEmpty() ? new Text(none) : new Items(items));
            return this;
        }

        Builder table(List<String> head, List<List<String>> rows, String none) {
            blocks.add(rows.isEmpty() ? new Text(none) : new Table(head, rows));
            return this;
        }

        Paper build() {
            return new Paper(title, blocks);
        }
    }
}
