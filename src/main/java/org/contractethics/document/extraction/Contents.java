package org.contractethics.document.extraction;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the lines of a table of contents: they look like headings and numbers, and open no clause. One pass of plain scanning
 * over the text, however a line is made.
 */
final class Contents {

    private static final Set<String> TITLES = Set.of("contents", "index", "contents page");
    private static final int FEWEST_DOTS = 4;
    private static final int LONGEST_LINE = 200;
    private static final int MOST_BETWEEN = 2;

    private final String text;
    private final List<Block> blocks;
    private final BitSet lines = new BitSet();
    private final Map<String, Integer> last = new HashMap<>();

    private Contents(PartDraft part) {
        this.text = part.text();
        this.blocks = part.blocks();
    }

    /** The indexes of the blocks that belong to a table of contents. */
    static BitSet of(PartDraft part) {
        Contents contents = new Contents(part);
        if (part.prose()) {
            contents.find();
        }
        return contents.lines;
    }

    private void find() {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).length() <= LONGEST_LINE) {
                last.put(key(words(i)), i);
            }
        }
        for (int i = 0; i < blocks.size(); i++) {
            if (isTitle(words(i))) {
                lines.set(i);
                i = region(i);
            } else if (hasLeader(words(i)) || listsAnnexes(i)) {
                lines.set(i);
            }
        }
    }

    /** @return index of the last line below this title */
    private int region(int title) {
        int end = title;
        for (int i = title + 1; i < blocks.size() && i - end <= MOST_BETWEEN + 1; i++) {
            if (isLine(i)) {
                end = i;
            } else if (blocks.get(i).length() > 60) {
                break;
            }
        }
        lines.set(title, end + 1);
        return end;
    }

    private boolean isLine(int index) {
        String words = words(index);
        return isTitle(words)
                || hasLeader(words)
                || (words.length() <= LONGEST_LINE && endsWithPage(words))
                || (words.length() <= LONGEST_LINE && last.getOrDefault(key(words), index) > index)
                || manyNumbers(words)
                || (words.length() <= LONGEST_LINE && namesAnnex(words));
    }

    /** One annex after the other, with nothing between them, is a list of them. */
    private boolean listsAnnexes(int index) {
        boolean before = index > 0 && namesAnnex(words(index - 1));
        boolean after = index + 1 < blocks.size() && namesAnnex(words(index + 1));
        return namesAnnex(words(index)) && (before || after);
    }

    private static boolean namesAnnex(String words) {
        ClauseNumber number = words.isEmpty() ? null : ClauseNumber.at(words);
        return number != null && number.annex();
    }

    private String words(int index) {
        return text.substring(blocks.get(index).start(), blocks.get(index).end());
    }

    private static boolean isTitle(String words) {
        String line = words.length() > LONGEST_LINE ? words.substring(0, 40) : words;
        String lower = line.toLowerCase(Locale.ROOT);
        boolean whole = lower.startsWith("table of contents") && (words.length() <= 40 || manyNumbers(words));
        return whole
                || (words.length() <= 40
                        && TITLES.contains(lower.replace(":", "").strip()));
    }

    /** "Definitions ........ 3": dots in a row, then a number to the end. */
    static boolean hasLeader(String words) {
        int dots = 0;
        boolean led = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '.' || c == '…') {
                dots += c == '…' ? 3 : 1;
                led |= dots >= FEWEST_DOTS;
            } else if (c != ' ') {
                dots = 0;
            }
        }
        return led && endsWithPage(words);
    }

    /** Whether the last word is the number of a page: 12, iv, A-3. */
    static boolean endsWithPage(String words) {
        int end = words.length();
        int start = end;
        while (start > 0 && Character.isLetterOrDigit(words.charAt(start - 1)) && end - start < 5) {
            start--;
        }
        if (start == end || start == 0 || " .-…\n".indexOf(words.charAt(start - 1)) < 0) {
            return false;
        }
        String token = words.substring(start);
        boolean digits = token.length() <= 3 && token.chars().allMatch(Character::isDigit);
        boolean roman = token.equals(token.toLowerCase(Locale.ROOT)) && ClauseNumber.isRoman(token);
        return digits || roman;
    }

    /** A whole table that came as one paragraph. */
    private static boolean manyNumbers(String words) {
        int tokens = 0;
        int numbers = 0;
        for (int i = 0; i < words.length(); i++) {
            boolean begins = i == 0 || words.charAt(i - 1) == ' ' || words.charAt(i - 1) == '\n';
            tokens += begins ? 1 : 0;
            numbers += begins && Character.isDigit(words.charAt(i)) ? 1 : 0;
        }
        return numbers >= 6 && numbers * 6 >= tokens;
    }

    /** A line as it would stand again above its clause: letters and digits, without the number of the page. */
    private static String key(String words) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(Character.toLowerCase(c));
            }
        }
        return key.toString();
    }
}
