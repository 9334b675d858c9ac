package org.contractethics.document.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** The items that are open below a provision, such as (a) and (i), and of which list each next one is a part. */
final class OutlineItems {

    private final Deque<Item> items = new ArrayDeque<>();

    /** @param style shape of the number: its brackets, and whether it counts in letters, Roman or Arabic numbers */
    private record Item(String style, int value, String printed) {}

    void clear() {
        items.clear();
    }

    int depth() {
        return items.size();
    }

    /** The innermost number as printed. */
    String printed() {
        return items.isEmpty() ? "" : items.getLast().printed();
    }

    /** Moves on to an item; its full number. */
    String next(String printed, String provision) {
        Item next = interpret(printed);
        while (items.stream().anyMatch(item -> item.style().equals(next.style()))
                && !items.getLast().style().equals(next.style())) {
            items.removeLast();
        }
        if (!items.isEmpty() && items.getLast().style().equals(next.style())) {
            items.removeLast();
        }
        items.addLast(next);
        return fullNumber(provision);
    }

    private String fullNumber(String provision) {
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
