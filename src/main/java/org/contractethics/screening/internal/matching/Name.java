package org.contractethics.screening.internal.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.screening.internal.lists.EntryKind;

/**
 * A name ready to be compared.
 *
 * @param voweless whether it stands in Arabic or Hebrew letters
 * @param syllables how many Chinese or Korean characters it was written with; few are shared by many people once they are Latin letters
 */
record Name(List<Word> words, boolean voweless, int syllables) {

    private static final Pattern BRACKET = Pattern.compile("[(（\\[]([^()（）\\[\\]]*)[)）\\]]");
    private static final Pattern ALSO_KNOWN = Pattern.compile(
            "(?i)(?:[(;,]|\\s|^)\\s*(?:a\\.?/?k\\.?/?a\\.?|f\\.?/?k\\.?/?a\\.?|n\\.k\\.a\\.|also known as|formerly known as|trading as|d/b/a|doing business as)[\\s:]+");
    private static final int LONGEST_ACRONYM = 8;

    static Name of(String text, EntryKind kind) {
        boolean person = kind == EntryKind.PERSON;
        List<String> spelled = Spelling.words(person ? turned(text) : text, !person);
        long syllables = text.codePoints()
                .filter(letter -> Character.isIdeographic(letter)
                        || Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL)
                .count();
        return new Name(
                person ? Vocabulary.person(abdul(spelled)) : Vocabulary.body(spelled),
                Spelling.writesNoVowels(text),
                (int) syllables);
    }

    /** All names that one line of a list holds: lists put further names and other scripts in brackets or after "a.k.a.". */
    static Set<String> within(String text) {
        Set<String> names = new LinkedHashSet<>();
        if (text.chars().noneMatch(letter -> "([（;./".indexOf(letter) >= 0)
                && !text.matches("(?i).* (?:aka|known as) .*")) {
            return text.isBlank() ? Set.of() : Set.of(text);
        }
        for (String part : ALSO_KNOWN.split(text, -1)) {
            for (String alternative : part.split(";", -1)) {
                bracketed(alternative, names);
            }
        }
        names.removeIf(name -> name.codePoints().noneMatch(Character::isLetterOrDigit));
        return names;
    }

    private static void bracketed(String text, Set<String> names) {
        Matcher bracket = BRACKET.matcher(text);
        StringBuilder outside = new StringBuilder();
        while (bracket.find()) {
            String inside = bracket.group(1).strip();
            boolean otherScript =
                    Spelling.writesNoVowels(inside) || inside.codePoints().anyMatch(Character::isIdeographic);
            boolean acronym = inside.length() <= LONGEST_ACRONYM
                    && inside.length() > 2
                    && inside.chars().allMatch(Character::isUpperCase);
            if (otherScript) {
                names.add(inside);
            }
            bracket.appendReplacement(
                    outside, otherScript || acronym ? " " : " " + Matcher.quoteReplacement(inside) + " ");
        }
        bracket.appendTail(outside);
        names.add(outside.toString().replaceAll("[()（）\\[\\]]", " ").strip());
    }

    /** "LAST, First" as it is said. */
    private static String turned(String text) {
        int comma = text.indexOf(',');
        return comma < 0 ? text : text.substring(comma + 1) + " " + text.substring(0, comma);
    }

    /** "Abd al-Aziz" as "Abdul Aziz". */
    private static List<String> abdul(List<String> words) {
        List<String> joined = new ArrayList<>();
        for (String word : words) {
            boolean article = word.equals("al")
                    || word.equals("ul")
                    || word.equals("el")
                    || word.equals("ur")
                    || word.equals("ar");
            int last = joined.size() - 1;
            if (article && last >= 0 && joined.get(last).equals("abd")) {
                joined.set(last, "abdul");
            } else {
                joined.add(word);
            }
        }
        return joined;
    }

    boolean isTwoSyllables() {
        return syllables > 0 && syllables <= 2;
    }

    List<Word> telling() {
        return words.stream().filter(Word::tells).toList();
    }

    /** The words that tell somebody, without the blanks between them. */
    String joined() {
        StringBuilder joined = new StringBuilder();
        words.stream()
                .filter(word -> word.sort() != Word.Sort.FORM && word.sort() != Word.Sort.TITLE)
                .forEach(word -> joined.append(word.text()));
        return joined.toString();
    }
}
