package org.contractethics.paper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A document without a form yet: headings, paragraphs, lists, tables and charts. Written as Word file, as PDF or as page with the
 * same content.
 *
 * @param foot what stands at the foot of each printed page; empty for nothing
 * @param front what stands between title and text: name and value of each line; it tells of the print, not of the content
 * @param contents whether there is a table of contents
 * @param before how many blocks stand before it
 * @param code what stands at the end as a picture that cameras read; null for nothing
 */
public record Paper(
        String title,
        String foot,
        List<List<String>> front,
        boolean contents,
        int before,
        List<Block> blocks,
        @Nullable Code code) {

    public Paper {
        front = List.copyOf(front);
        blocks = List.copyOf(blocks);
    }

    /** Whether the table of contents stands before this block. */
    boolean contentsBefore(int block) {
        return contents && block == before;
    }

    /** A part of the paper. */
    public sealed interface Block permits Heading, Text, Items, Table, Chart {

        /** Which part it is, for templates. */
        default String kind() {
            return getClass().getSimpleName();
        }
    }

    /** @param level 1 below the title, and so on */
    public record Heading(int level, String text) implements Block {}

    public record Text(String text) implements Block {}

    public record Items(List<String> items) implements Block {}

    /**
     * @param head names of the columns
     * @param numbers whether all columns but the first hold numbers
     */
    public record Table(List<String> head, List<List<Cell>> rows, boolean numbers) implements Block {

        private static final int MOST_COLUMNS = 9;

        /** Whether it fits on a sheet of paper in small letters only. */
        boolean wide() {
            return head.size() > MOST_COLUMNS;
        }
    }

    /** @param link path inside the application that the page offers; null for none */
    public record Cell(String text, @Nullable String link) {}

    /**
     * Bars beside their categories, the series of a category behind each other.
     *
     * @param told the same in words, for those who do not see it
     * @param stacked whether the series add up; else they stand below each other
     */
    public record Chart(
            String title, String told, String unit, List<String> categories, List<Series> series, boolean stacked)
            implements Block {

        /** The picture, as address of an image. */
        public String address() {
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
        }

        public byte[] png() {
            return ChartPicture.png(this);
        }
    }

    /**
     * A text as QR code, so that nobody has to type it.
     *
     * @param told what it is, for those who do not see it
     */
    public record Code(String text, String told) {

        /** The picture, as address of an image. */
        public String address() {
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
        }

        public byte[] png() {
            return CodePicture.png(text);
        }
    }

    /** @param values one for each category */
    public record Series(String name, List<Long> values) {}

    /** The same content has the same fingerprint, whenever and on whatever state of the record it is printed: front, foot and code are none of it. */
    public String fingerprint() {
        return Sha256.hex((title + blocks).getBytes(StandardCharsets.UTF_8));
    }

    public static Builder titled(String title) {
        return new Builder(title);
    }

    /** Puts a paper together from top to bottom. */
    public static final class Builder {

        private final String title;
        private final List<Block> blocks = new ArrayList<>();
        private String foot = "";
        private List<List<String>> front = List.of();
        private boolean contents;
        private int before;
        private @Nullable Code code;

        private Builder(String title) {
            this.title = title;
        }

        /** @param lines one or more */
        public Builder foot(String lines) {
            foot = lines;
            return this;
        }

        public Builder code(Code shown) {
            code = shown;
            return this;
        }

        /** @param lines name and value of each */
        public Builder front(List<List<String>> lines) {
            front = lines;
            return this;
        }

        /** Here stands the table of contents. */
        public Builder contents() {
            contents = true;
            before = blocks.size();
            return this;
        }

        public Builder heading(int level, String text) {
            blocks.add(new Heading(level, text));
            return this;
        }

        public Builder text(String text) {
            blocks.add(new Text(text));
            return this;
        }

        /** Says in words where the list is empty: nothing is left out in silence. */
        public Builder items(List<String> items, String none) {
            blocks.add(items.isEmpty() ? new Text(none) : new Items(items));
            return this;
        }

        public Builder table(List<String> head, List<List<String>> rows, String none) {
            return linked(head, rows.stream().map(Builder::plain).toList(), none);
        }

        /** A table whose cells may lead on. */
        public Builder linked(List<String> head, List<List<Cell>> rows, String none) {
            blocks.add(rows.isEmpty() ? new Text(none) : new Table(head, rows, false));
            return this;
        }

        /** A table of numbers, each of which may lead on to what it counts. */
        public Builder numbers(List<String> head, List<List<Cell>> rows, String none) {
            blocks.add(rows.isEmpty() ? new Text(none) : new Table(head, rows, true));
            return this;
        }

        public Builder chart(@Nullable Chart chart) {
            if (chart != null) {
                blocks.add(chart);
            }
            return this;
        }

        public Paper build() {
            return new Paper(title, foot, front, contents, before, blocks, code);
        }

        private static List<Cell> plain(List<String> texts) {
            return texts.stream().map(text -> new Cell(text, null)).toList();
        }
    }
}
