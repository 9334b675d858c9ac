package org.contractethics.document.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.document.Documents.Clause;
import org.contractethics.shared.DocumentVersionId;

/** The clauses that somebody means who names one in their own words: by its number, by its heading, or by words of it. */
public final class MeantClauses {

    /** More than these are no longer a clause that was named. */
    static final int MOST = 5;

    private static final int SHORTEST_HEADING = 3;
    private static final int SHORTEST_QUOTE = 12;
    private static final int SHORTEST_WORD = 4;
    private static final int MOST_LOOKED_AT = 300;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern QUOTES = Pattern.compile("[\"“”„«»]");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)*(?: ?\\([a-z0-9]{1,4}\\)){0,4}");
    private static final Pattern ANNEX =
            Pattern.compile("(article|exhibit|schedule|annex|appendix|attachment) ([a-z0-9]{1,6})\\b");

    private record Place(DocumentVersionId version, String number, List<String> under) {}

    private MeantClauses() {}

    /**
     * A number counts before words; words beside it choose among several clauses of that number, and leave them all where they choose none.
     *
     * @param clauses of all documents, each in reading order
     */
    public static List<Clause> in(List<Clause> clauses, String named) {
        String words = plain(named.substring(0, Math.min(named.length(), MOST_LOOKED_AT)));
        List<Clause> live = clauses.stream().filter(Scope::live).toList();
        List<Clause> numbered = numbered(live, words);
        return numbered.isEmpty() ? worded(live, words) : numbered;
    }

    private static List<Clause> numbered(List<Clause> live, String words) {
        for (String key : keys(words)) {
            List<Clause> found = firstOfEach(live, key);
            if (!found.isEmpty()) {
                return chosen(found, words);
            }
        }
        return List.of();
    }

    /** The numbers that the words can mean, the closest first: 7.2(a), then 7.2. */
    private static List<String> keys(String words) {
        List<String> keys = new ArrayList<>();
        Matcher annex = ANNEX.matcher(words);
        if (annex.find()) {
            keys.add(ClauseIndex.key(annex.group()));
        }
        Matcher number = NUMBER.matcher(words);
        if (number.find()) {
            String key = ClauseIndex.key(number.group());
            for (int end = key.length(); end > 0; end = key.lastIndexOf('(', end - 1)) {
                keys.add(key.substring(0, end));
            }
            keys.add("article " + key);
        }
        return keys;
    }

    /** A clause is cut where it is long: its first piece stands for it. */
    private static List<Clause> firstOfEach(List<Clause> live, String key) {
        Map<Place, Clause> first = new LinkedHashMap<>();
        live.stream()
                .filter(clause -> ClauseIndex.key(clause.number()).equals(key))
                .forEach(clause ->
                        first.putIfAbsent(new Place(clause.version(), clause.number(), clause.headingPath()), clause));
        return List.copyOf(first.values());
    }

    /** Of several with one number those that hold most of the words beside it. */
    private static List<Clause> chosen(List<Clause> found, String words) {
        List<String> beside = Arrays.stream(
                        NUMBER.matcher(words).replaceAll(" ").split(" ", -1))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .toList();
        Map<Clause, Long> held = new LinkedHashMap<>();
        found.forEach(clause -> {
            String whole = whole(clause);
            held.put(clause, beside.stream().filter(whole::contains).count());
        });
        long most = held.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return handful(found.stream()
                .filter(clause -> held.getOrDefault(clause, 0L) == most)
                .toList());
    }

    private static List<Clause> worded(List<Clause> live, String words) {
        if (words.length() < SHORTEST_HEADING) {
            return List.of();
        }
        return firstThatFind(
                live,
                List.of(
                        clause -> plain(clause.heading()).equals(words),
                        clause -> plain(clause.heading()).contains(words),
                        clause -> words.length() >= SHORTEST_QUOTE
                                && plain(clause.text()).contains(words)));
    }

    private static List<Clause> firstThatFind(List<Clause> live, List<Predicate<Clause>> ways) {
        Optional<List<Clause>> found = ways.stream()
                .map(way -> live.stream().filter(way).toList())
                .filter(list -> !list.isEmpty())
                .findFirst();
        return handful(found.orElse(List.of()));
    }

    private static List<Clause> handful(List<Clause> found) {
        return found.size() > MOST ? List.copyOf(found.subList(0, MOST)) : found;
    }

    private static String whole(Clause clause) {
        return plain(String.join(" ", clause.headingPath()) + " " + clause.heading() + " " + clause.text());
    }

    /** In small letters, with one blank between words and without quotation marks around them. */
    private static String plain(String words) {
        String blanks = BLANKS.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return QUOTES.matcher(blanks).replaceAll("").strip();
    }
}
