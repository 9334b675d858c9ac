package org.contractethics.document.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Where the reading stands: which heading is the nearest, and of which provision an item such as "(a)" is a part. */
final class Outline {

    private final NavigableMap<Integer, String> headings = new TreeMap<>();
    private final Deque<Item> items = new ArrayDeque<>();
    private String provision = "";

    /** @param style shape of the number: its brackets, and whether it counts in letters, Roman or Arabic numbers */
    private record Item(String style, int value, String printed) {}

    /** A heading without a number: whatever was counted below the one before it is over. */
    void heading(String words, int level) {
        put(words, level == 0 ? 1 : 2 * level - 1);
        items.clear();
        provision = "";
    }

    /** Moves on to a number; its full form, in which an item carries its provision: {@code 7.2(a)(i)}. */
    String number(ClauseNumber number, String heading) {
        if (number.kind() == ClauseNumber.Kind.ITEM) {
            return item(number, heading);
        }
        int depth = number.kind() == ClauseNumber.Kind.DIVISION ? 1 : 2 * number.depth();
        put(heading, depth);
        items.clear();
        provision = number.printed();
        return provision;
    }

    String nearestHeading() {
        return headings.isEmpty() ? "" : headings.lastEntry().getValue();
    }

    private void put(String heading, int depth) {
        headings.tailMap(depth, true).clear();
        if (!heading.isBlank()) {
            headings.put(depth, heading.strip());
        }
    }

    private String item(ClauseNumber number, String heading) {
        Item next = interpret(number.printed());
        while (items.stream().anyMatch(item -> item.style().equals(next.style()))
                && !items.getLast().style().equals(next.style())) {
            items.removeLast();
        }
        if (!items.isEmpty() && items.getLast().style().equals(next.style())) {
            items.removeLast();
        }
        items.addLast(next);
        put(heading, 20 + items.size());
        return fullNumber();
    }

    private String fullNumber() {
        StringBuilder full = new StringBuilder(provision);
        for (Item item : items) {
            boolean apart = !full.isEmpty() && !item.printed().startsWith("(");
            full.append(apart ? " " : "").append(item.printed());
        }
        return full.toString();
    }

    /** "(i)" is the first Roman item, or the letter after "(h)": the list it continues decides. */
    private Item interpret(String printed) {
        String token = printed.replace("(", "").replace(")", "").replace(".", "");
        String shape = printed.charAt(0) == '(' ? "()" : printed.substring(printed.length() - 1);
        if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
            return new Item(shape + "1", XmlEvents.parse(token, 0), printed);
        }
        String letterCase = token.equals(token.toUpperCase(Locale.ROOT)) ? "A" : "a";
        Item asLetter = new Item(shape + letterCase, letterValue(token), printed);
        Item asRoman = new Item(shape + letterCase + "i", ClauseNumber.roman(token), printed);
        if (asRoman.value() == 0) {
            return asLetter;
        }
        if ((token.length() > 1 && !continues(asLetter)) || continues(asRoman)) {
            return asRoman;
        }
        return continues(asLetter) || asRoman.value() != 1 ? asLetter : asRoman;
    }

    private boolean continues(Item next) {
        return items.stream().anyMatch(item -> item.style().equals(next.style()) && item.value() + 1 == next.value());
    }

    /** a is 1, z 26, aa 27; 0 for anything else. */
    private static int letterValue(String token) {
        String lower = token.toLowerCase(Locale.ROOT);
        char first = lower.isEmpty() ? ' ' : lower.charAt(0);
        boolean one = lower.length() == 1;
        boolean twice = lower.length() == 2 && lower.charAt(1) == first;
        boolean letter = first >= 'a' && first <= 'z';
        return !letter || (!one && !twice) ? 0 : first - 'a' + 1 + (twice ? 26 : 0);
    }
}
