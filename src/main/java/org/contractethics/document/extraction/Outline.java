package org.contractethics.document.extraction;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the reading stands: the divisions, headings and numbers that are open, outermost first. What comes later at the same
 * depth or above ends what was open there.
 */
final class Outline {

    private static final int ANNEX = -2;
    private static final int DIVISION = 1;
    private static final int RECITALS = 2;
    private static final int FIRST_ITEM = 21;

    private final NavigableMap<Integer, Entry> open = new TreeMap<>();
    private final OutlineItems items = new OutlineItems();
    private String provision = "";
    private int lastRoman;
    private @Nullable Integer untitled;

    /** One heading on the way from the document down to a clause; it begins at this offset in the text of its part. */
    record Step(String label, int start) {}

    private record Entry(String number, String words, int start) {

        String heading() {
            return words.isBlank() && ClauseNumber.isDivision(number) ? number : words;
        }

        Step step() {
            String label = number.isEmpty() || words.isEmpty() ? number + words : number + " " + words;
            return new Step(label, start);
        }
    }

    /** A heading without a number: whatever was counted below the one before it is over. */
    void heading(String words, int level, int start) {
        if (untitled != null && !Headings.recitals(words)) {
            title(words);
            return;
        }
        untitled = null;
        put(Headings.recitals(words) ? RECITALS : depth(words, level), new Entry("", words, start));
        items.clear();
        provision = open.lastEntry().getKey() > DIVISION ? provision : "";
    }

    /** Names the division that stands without words; nothing where none does. */
    void title(String words) {
        Integer division = untitled;
        Entry entry = division == null ? null : open.get(division);
        if (division != null && entry != null) {
            put(division, new Entry(entry.number(), words, entry.start()));
        }
        untitled = null;
    }

    /** A line in bold below 3.5 heads a piece of 3.5; a line in capitals is no part of it. */
    private int depth(String words, int level) {
        if (level > 0) {
            return 2 * level - 1;
        }
        Integer deepest = open.lowerKey(FIRST_ITEM);
        return deepest != null && deepest > 2 && !Headings.inCapitals(words) ? deepest | 1 : DIVISION;
    }

    /** The paragraphs that begin with WHEREAS, where no heading stands above them. */
    void recitals(int start) {
        if (open.get(RECITALS) == null) {
            put(RECITALS, new Entry("", "Recitals", start));
        }
    }

    void recitalsEnd() {
        open.tailMap(RECITALS, true).clear();
    }

    /** Running text: a heading behind it does not belong to a division before it any more. */
    void body() {
        untitled = null;
    }

    /**
     * Moves on to a number; its full form, in which an item carries its provision: {@code 7.2(a)(i)}.
     *
     * @param own whether it stands in a heading of its own
     */
    String number(ClauseNumber number, String heading, int start, boolean own) {
        untitled = null;
        if (number.kind() == ClauseNumber.Kind.ITEM && !(own && countsDivisions(number))) {
            String full = items.next(number.printed(), provision);
            put(FIRST_ITEM + items.depth() - 1, new Entry(items.printed(), heading, start));
            return full;
        }
        int depth = depth(number);
        put(depth, new Entry(number.printed(), heading, start));
        items.clear();
        // "Exhibit 10.27" at the head of a contract is its place in a filing: its items are not called by it
        provision = number.annex() && number.depth() > 1 ? "" : number.printed();
        untitled = depth <= DIVISION && heading.isBlank() ? (Integer) depth : null;
        return number.printed();
    }

    /** "IV. TERMINATION" divides a contract like an article does, where the one before it was III. */
    private boolean countsDivisions(ClauseNumber number) {
        int value = ClauseNumber.roman(number.printed().replace(".", ""));
        boolean upper = Character.isUpperCase(number.printed().charAt(0))
                && number.printed().endsWith(".");
        boolean certain = provision.isEmpty() && (value == 1 || number.printed().length() > 2);
        if (!upper || value == 0 || (!certain && (lastRoman == 0 || value != lastRoman + 1))) {
            return false;
        }
        lastRoman = value;
        return true;
    }

    private static int depth(ClauseNumber number) {
        return switch (number.kind()) {
            case DIVISION -> number.annex() ? ANNEX : DIVISION;
            case PROVISION -> 2 * number.depth();
            case ITEM -> DIVISION;
        };
    }

    /** The innermost heading that has words. */
    String nearestHeading() {
        for (Entry entry : open.descendingMap().values()) {
            if (!entry.heading().isBlank()) {
                return entry.heading();
            }
        }
        return "";
    }

    /** All that is open, outermost first. */
    List<Step> path() {
        return open.values().stream().map(Entry::step).toList();
    }

    private void put(int depth, Entry entry) {
        open.tailMap(depth, true).clear();
        open.put(depth, new Entry(entry.number(), entry.words().strip(), entry.start()));
    }
}
