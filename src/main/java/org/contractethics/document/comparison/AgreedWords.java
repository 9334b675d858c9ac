package org.contractethics.document.comparison;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.document.extraction.Parts;
import org.contractethics.document.extraction.Reading.PartText;

/**
 * The words of a text that are in force, without what another print of it changes: white space, hyphens of broken words, kinds of
 * quotation marks and dashes, signs of lists. Heads and feet of pages stand apart.
 *
 * @param words in reading order; a place left blank is one {@link #BLANK}
 * @param furniture the lines at the heads and feet of pages, without the numbers of pages
 */
record AgreedWords(List<String> words, List<String> furniture) {

    /** A run of underscores or dots, or an empty box. */
    static final String BLANK = "\u2423";

    /** Around words that are not shown: a clause that one text shows and another hides is not the same. */
    private static final String UNSEEN_PART = "\u241f";

    private static final Set<String> FURNITURE =
            Set.of("page headers and footers", "headers and footers", "header", "footer");

    private static final Pattern BLANKS = Pattern.compile("_{2,}|\\.{4,}|\\[\\s*[\u25cf\u2022]?\\s*\\]");
    private static final Pattern BROKEN = Pattern.compile("(?<=\\p{L})-\\s*(?=\\p{L})");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cf}\\p{Co}\u2022\u25aa\u25e6\u25cf\u25a0\u2023]|(?<![0-9])\u00b7|\u00b7(?![0-9])");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?im)^\\s*(page\\s+\\d+(\\s+of\\s+\\d+)?|-\\s*\\d+\\s*-)\\s*$");
    /** The number of a page in a head or foot: "page 3 of 9", "3 / 9", or a number that stands alone. */
    private static final Pattern PAGE =
            Pattern.compile("(?i)\\bpage\\s+\\d+(\\s*(of|/)\\s*\\d+)?|\\b\\d+\\s*(of|/)\\s*\\d+\\b|^\\s*\\d+\\s*$");

    private static final Pattern EDGE = Pattern.compile("^[\\s,|\u2013\u2014-]+|[\\s,|\u2013\u2014-]+$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\S");

    AgreedWords {
        words = List.copyOf(words);
        furniture = List.copyOf(furniture);
    }

    static AgreedWords of(List<PartText> parts) {
        List<String> words = new ArrayList<>();
        List<String> furniture = new ArrayList<>();
        for (PartText part : parts) {
            if (FURNITURE.contains(part.name())) {
                part.text()
                        .lines()
                        .map(AgreedWords::withoutPageNumber)
                        .filter(line -> !line.isEmpty() && !furniture.contains(line))
                        .forEach(furniture::add);
            } else if (Parts.hidden(part.name())) {
                words.add(UNSEEN_PART);
                words.addAll(words(part.text()));
                words.add(UNSEEN_PART);
            } else if (Parts.inForce(part.name())) {
                words.addAll(words(part.text()));
            }
        }
        return new AgreedWords(words, furniture);
    }

    private static String withoutPageNumber(String line) {
        return EDGE.matcher(PAGE.matcher(line).replaceAll(" ").strip())
                .replaceAll("")
                .strip();
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(plain(text));
        while (word.find()) {
            boolean blankAgain = word.group().equals(BLANK)
                    && !words.isEmpty()
                    && words.get(words.size() - 1).equals(BLANK);
            if (!blankAgain) {
                words.add(word.group());
            }
        }
        return words;
    }

    private static String plain(String text) {
        String blanked =
                BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(BLANK);
        String numbered = PAGE_NUMBER.matcher(blanked).replaceAll(" ");
        String seen = UNSEEN.matcher(numbered).replaceAll("");
        String quoted = seen.replaceAll("[\u2018\u2019\u201a\u2032]", "'")
                .replaceAll("[\u201c\u201d\u201e\u00ab\u00bb\u2033]", "\"")
                .replaceAll("[\u2010-\u2015\u2212]", "-");
        return BROKEN.matcher(quoted).replaceAll("");
    }
}
