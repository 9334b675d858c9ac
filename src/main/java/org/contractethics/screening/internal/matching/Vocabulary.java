package org.contractethics.screening.internal.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.contractethics.screening.internal.lists.Territories;
import org.jspecify.annotations.Nullable;

/** What is known of words in names: legal forms, numbers, titles, particles, words of trade (config/screening). */
final class Vocabulary {

    private static final int LONGEST_FORM = 8;
    private static final int SHORTEST_PLACE = 4;
    private static final int LONGEST_PLACE = 5;
    private static final Set<String> SHORT_PLACES = Set.of("us", "usa", "uk", "uae", "prc", "dprk");
    private static final Map<String, Word.Sort> SORTS = new HashMap<>();
    private static final Map<String, String> SAME = new HashMap<>();
    private static final Map<String, String> NUMBERS = new HashMap<>();
    private static final Map<String, String> FORMS = new HashMap<>();
    private static final Set<String> FORM_BEGINS = new HashSet<>();
    private static final Set<String> ROMAN =
            Set.of("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xx");

    static {
        lines("words.tsv").forEach(Vocabulary::words);
        lines("ordinals.tsv").forEach(cells -> {
            for (int i = 1; i < cells.length; i++) {
                NUMBERS.putIfAbsent(cells[i].toLowerCase(Locale.ROOT), cells[0]);
            }
        });
        lines("legal-forms.tsv").forEach(Vocabulary::form);
    }

    private Vocabulary() {}

    private static void words(String[] cells) {
        for (String word : cells[1].split(" ", -1)) {
            if (word.contains("=")) {
                String[] pair = word.split("=", -1);
                boolean form = cells[0].equals("form");
                (form ? FORMS : SAME).put(pair[0], pair[1]);
                FORM_BEGINS.addAll(form ? Set.of(pair[0]) : Set.of());
            } else {
                SORTS.putIfAbsent(word, Word.Sort.valueOf(cells[0].toUpperCase(Locale.ROOT)));
            }
        }
    }

    private static void form(String[] cells) {
        String shared = cells[0].isEmpty() ? cells[1].toLowerCase(Locale.ROOT) : cells[0].toLowerCase(Locale.ROOT);
        for (int i = 1; i < cells.length; i++) {
            List<String> words = Spelling.words(cells[i], true);
            FORMS.putIfAbsent(String.join(" ", words), shared);
            FORM_BEGINS.addAll(words.subList(0, Math.min(1, words.size())));
        }
    }

    /** The words of a person, told apart. */
    static List<Word> person(List<String> words) {
        List<Word> told = new ArrayList<>();
        for (String word : words) {
            String plain = SAME.getOrDefault(word, word);
            Word.Sort sort = SORTS.get(plain);
            if (plain.length() == 1 && plain.charAt(0) < 0x250) {
                told.add(Word.of(plain, Word.Sort.INITIAL));
            } else {
                told.add(Word.of(plain, sort == null || sort == Word.Sort.GENERIC ? Word.Sort.NAME : sort));
            }
        }
        return told;
    }

    /** The words of a body: its legal form as one word, whichever way it is written. */
    static List<Word> body(List<String> words) {
        List<Word> told = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            int length = formAt(words, i);
            int place = length > 0 ? 0 : placeAt(words, i);
            if (place > 0) {
                String text = String.join(" ", words.subList(i, i + place));
                told.add(new Word(text, Word.Sort.PLACE, Territories.code(text).orElse(text)));
                i += place;
            } else if (length > 0) {
                String shared = Objects.requireNonNull(FORMS.get(String.join(" ", words.subList(i, i + length))));
                told.add(Word.of(shared, Word.Sort.FORM));
                i += length;
            } else {
                told.add(bodyWord(words.get(i)));
                i++;
            }
        }
        return told.stream().anyMatch(Word::tells)
                ? told
                : words.stream().map(word -> Word.of(word, Word.Sort.NAME)).toList();
    }

    private static int formAt(List<String> words, int begin) {
        if (!FORM_BEGINS.contains(words.get(begin))) {
            return 0;
        }
        for (int length = Math.min(LONGEST_FORM, words.size() - begin); length > 0; length--) {
            if (FORMS.containsKey(String.join(" ", words.subList(begin, begin + length)))) {
                return length;
            }
        }
        return 0;
    }

    /** How many words from here on are the name of a country. */
    private static int placeAt(List<String> words, int begin) {
        if (!Territories.begins(words.get(begin))) {
            return 0;
        }
        for (int length = Math.min(LONGEST_PLACE, words.size() - begin); length > 0; length--) {
            String text = String.join(" ", words.subList(begin, begin + length));
            if (SHORT_PLACES.contains(text)
                    || (text.length() >= SHORTEST_PLACE
                            && !SORTS.containsKey(text)
                            && Territories.code(text).isPresent())) {
                return length;
            }
        }
        return 0;
    }

    private static Word bodyWord(String word) {
        String plain = SAME.getOrDefault(word, word);
        String number = number(plain);
        if (number != null) {
            return Word.of(number, Word.Sort.NUMBER);
        }
        Word.Sort sort = SORTS.get(plain);
        if (sort != null && sort != Word.Sort.TITLE) {
            return Word.of(plain, sort);
        }
        return Word.of(plain, Word.Sort.NAME);
    }

    private static @Nullable String number(String word) {
        String known = NUMBERS.get(word);
        if (known != null || ROMAN.contains(word)) {
            return known == null ? word : known;
        }
        return word.chars().allMatch(Character::isDigit) ? word.replaceFirst("^0+(?=.)", "") : null;
    }

    private static List<String[]> lines(String file) {
        String path = "/screening/" + file;
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(path), path);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
