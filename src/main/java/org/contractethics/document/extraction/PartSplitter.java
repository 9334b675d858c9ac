package org.contractethics.document.extraction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.contractethics.document.extraction.Outline.Step;
import org.jspecify.annotations.Nullable;

/** Cuts one part into clauses. */
final class PartSplitter {

    /** No clause is longer. */
    static final int LONGEST = 1_500;

    /** Paragraphs without a number are put together up to this length. */
    private static final int COMFORTABLE = 900;

    /** Items that go on with a sentence stay with it up to this length. */
    private static final int LONGEST_ENUMERATION = 1_200;

    private static final String CONTENTS = "Table of contents";
    private static final int LONGEST_HEADING = 200;

    /** Headings that follow each other lead one clause; a whole table of contents does not. */
    private static final int LONGEST_TITLE = 400;

    private final PartDraft part;
    private final String text;
    private final Outline outline = new Outline();
    private final List<Piece> clauses = new ArrayList<>();
    private @Nullable Open open;

    /** The clause that is being put together. */
    private static final class Open {
        private final int start;
        private final @Nullable Integer page;
        private int titleEnd;
        private int end;
        private String number = "";
        private boolean provision;
        private String heading = "";
        private List<Step> path = List.of();
        private boolean contents;
        private boolean reserved;

        Open(Block first) {
            this.start = first.start();
            this.titleEnd = first.start();
            this.end = first.start();
            this.page = first.page();
        }

        boolean hasBody() {
            return end > titleEnd;
        }
    }

    PartSplitter(PartDraft part) {
        this.part = part;
        this.text = part.text();
    }

    List<Piece> split() {
        BitSet contents = Contents.of(part);
        for (int i = 0; i < part.blocks().size(); i++) {
            Block block = part.blocks().get(i);
            if (contents.get(i)) {
                takeContents(block);
            } else {
                take(block);
            }
        }
        close();
        return clauses;
    }

    /** Lines of a table of contents go together; they neither open nor close anything. */
    private void takeContents(Block block) {
        Open before = open;
        if (before != null && (!before.contents || block.end() - before.start > COMFORTABLE)) {
            close();
        }
        Open clause = opened(block);
        clause.contents = true;
        clause.heading = CONTENTS;
        clause.path = List.of(new Step(CONTENTS, clause.start));
        clause.end = block.end();
    }

    private void take(Block block) {
        if (open != null && open.contents) {
            close();
        }
        String words = text.substring(block.start(), block.end());
        ClauseNumber number = part.prose() ? numberOf(block, words) : null;
        String behind = number == null ? words : words.substring(Math.min(number.end(), words.length()));
        if (isReserved(block, number, behind)) {
            takeReserved(block, number, behind);
        } else if (isHeading(block, number, behind)) {
            takeHeading(block, number, behind);
        } else {
            takeBody(block, number, behind);
        }
    }

    private static @Nullable ClauseNumber numberOf(Block block, String words) {
        if (block.labelLength() > 0) {
            int behind = Math.min(block.labelLength() + 1, words.length());
            return ClauseNumber.counted(words.substring(0, block.labelLength()), behind);
        }
        return ClauseNumber.at(words);
    }

    private boolean isHeading(Block block, @Nullable ClauseNumber number, String behind) {
        if (block.length() > LONGEST_HEADING) {
            return false;
        }
        if (block.level() > 0) {
            return true;
        }
        boolean division = number != null && number.kind() == ClauseNumber.Kind.DIVISION && behind.isBlank();
        boolean numbered = number != null && number.kind() != ClauseNumber.Kind.ITEM;
        return part.prose() && (division || Headings.standsAlone(behind, numbered, block.bold()));
    }

    /** With a number of its own, or alone below one; an item that stands in running text is one of its items. */
    private boolean isReserved(Block block, @Nullable ClauseNumber number, String behind) {
        boolean said = part.prose() && ReservedProvision.saidBy(behind);
        if (number == null) {
            Open clause = open;
            return said && clause != null && !clause.hasBody() && !clause.number.isEmpty();
        }
        return (said && number.kind() != ClauseNumber.Kind.ITEM)
                || (part.prose()
                        && isHeading(block, number, behind)
                        && (said || ReservedProvision.endsHeading(behind)));
    }

    /** A clause of its own, whose words are its heading, too; what follows does not belong to it. */
    private void takeReserved(Block block, @Nullable ClauseNumber number, String words) {
        if (number != null && open != null && open.hasBody()) {
            close();
        }
        Open clause = headed(block, number, words, () -> outline.title(Headings.oneLine(words)));
        clause.reserved = true;
        outline.body();
        close();
    }

    private void takeHeading(Block block, @Nullable ClauseNumber number, String words) {
        if (open != null && (open.hasBody() || open.titleEnd - open.start > LONGEST_TITLE)) {
            close();
        }
        Open clause = headed(
                block, number, words, () -> outline.heading(Headings.oneLine(words), block.level(), block.start()));
        clause.titleEnd = block.end();
    }

    /** @param unnumbered how the outline takes these words where no number stands before them */
    private Open headed(Block block, @Nullable ClauseNumber number, String words, Runnable unnumbered) {
        Open clause = opened(block);
        if (number == null) {
            unnumbered.run();
        } else {
            clause.number = outline.number(number, Headings.oneLine(words), block.start(), true);
            clause.provision = number.kind() != ClauseNumber.Kind.ITEM;
        }
        clause.heading = outline.nearestHeading();
        clause.path = outline.path();
        clause.end = block.end();
        return clause;
    }

    private void takeBody(Block block, @Nullable ClauseNumber number, String behind) {
        if (open != null && startsNew(block, number)) {
            close();
        }
        boolean first = open == null;
        Open clause = opened(block);
        outline.body();
        if (number != null) {
            takeNumber(clause, number, behind, block.start());
        } else {
            takeRecitals(block, behind);
            takePlain(clause, block, first);
        }
        clause.end = block.end();
        if (clause.end - clause.start > LONGEST) {
            close();
        }
    }

    private void takeNumber(Open clause, ClauseNumber number, String behind, int start) {
        String full = outline.number(number, Headings.runIn(behind), start, false);
        if (!clause.hasBody()) {
            clause.number = full;
            clause.provision = number.kind() != ClauseNumber.Kind.ITEM;
            clause.heading = outline.nearestHeading();
            clause.path = outline.path();
        }
    }

    private void takePlain(Open clause, Block block, boolean first) {
        clause.path = first ? outline.path() : clause.path;
        if (clause.heading.isEmpty()) {
            clause.heading = block.context().isEmpty() ? outline.nearestHeading() : Headings.oneLine(block.context());
        }
    }

    private void takeRecitals(Block block, String words) {
        if (words.regionMatches(true, 0, "whereas", 0, 7)) {
            outline.recitals(block.start());
        } else if (words.regionMatches(true, 0, "now, therefore", 0, 14)) {
            outline.recitalsEnd();
        }
    }

    private boolean startsNew(Block block, @Nullable ClauseNumber number) {
        Open clause = open;
        if (clause == null || !clause.hasBody()) {
            return false;
        }
        int together = block.end() - clause.start;
        if (number == null) {
            return together > COMFORTABLE || changedPlace(clause, block);
        }
        boolean goesOn = number.kind() == ClauseNumber.Kind.ITEM && sentenceGoesOn(clause);
        return !goesOn || together > LONGEST_ENUMERATION;
    }

    /** Outside running text a page is a slide or sheet: words of two of them do not belong together. */
    private boolean changedPlace(Open clause, Block block) {
        return !part.prose() && clause.page != null && !clause.page.equals(block.page());
    }

    private boolean sentenceGoesOn(Open clause) {
        char last = text.charAt(clause.end - 1);
        return ":;,—–-".indexOf(last) >= 0
                || text.startsWith(" and", clause.end - 4)
                || text.startsWith(" or", clause.end - 3);
    }

    private Open opened(Block block) {
        if (open == null) {
            open = new Open(block);
        }
        return open;
    }

    private void close() {
        Open clause = open;
        if (clause == null) {
            return;
        }
        open = null;
        int from = clause.start;
        while (clause.end - from > LONGEST) {
            int cut = SentenceEnds.lastBefore(text, from + LONGEST / 3, from + LONGEST);
            add(clause, from, cut);
            from = skipBlanks(cut, clause.end);
        }
        add(clause, from, clause.end);
    }

    private void add(Open clause, int start, int end) {
        int trimmed = end;
        while (trimmed > start && Character.isWhitespace(text.charAt(trimmed - 1))) {
            trimmed--;
        }
        if (trimmed <= start) {
            return;
        }
        int titleEnd = Math.max(0, Math.min(clause.titleEnd + 1, trimmed) - start);
        int titleLength = clause.titleEnd > start ? titleEnd : 0;
        boolean provision = clause.provision && start == clause.start;
        clauses.add(new Piece(
                clause.number,
                provision,
                clause.reserved,
                clause.heading,
                clause.path,
                titleLength,
                clause.page,
                start,
                trimmed));
    }

    private int skipBlanks(int from, int end) {
        int at = from;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
