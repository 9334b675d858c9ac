package org.contractethics.finding.internal.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Reads the language of the phrases:
 * <pre>
 * words            one after the other, in any inflection
 * (a | b c)        one of these
 * ~5               up to five other words here
 * &lt;&gt;5              the two sides in either order, with up to five other words between them
 * =ERO             in capitals only
 * - at the start   what is not meant: a sentence in which this stands has no hit
 * </pre>
 * Elements, alternatives and distances are bounded, so that a phrase cannot be written that takes long.
 */
public final class PhraseParser {

    public static final int LONGEST = 1_000;
    private static final int MOST_ELEMENTS = 16;
    private static final int MOST_ALTERNATIVES = 40;
    private static final int WIDEST = 40;
    private static final Pattern TOKEN = Pattern.compile("\\(|\\)|\\||~\\d{1,3}|<>\\d{1,3}|=?[^\\s()|~<>=]+");

    private final String written;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private PhraseParser(String written) {
        this.written = written;
    }

    /** A phrase that breaks the rules of the language; the message is for people. */
    public static final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message);
        }
    }

    /** A piece of a phrase with what a text has to hold for it. */
    private record Piece(IntervalsSource source, List<Set<String>> needed) {}

    public static Phrase parse(String line) {
        boolean exception = line.startsWith("-");
        String written = (exception ? line.substring(1) : line).strip();
        if (written.isEmpty() || written.length() > LONGEST) {
            throw new Unreadable("A phrase has 1 to " + LONGEST + " characters.");
        }
        PhraseParser parser = new PhraseParser(written);
        parser.split();
        Piece piece = parser.sequence();
        if (parser.at < parser.tokens.size()) {
            throw new Unreadable("A bracket or bar is out of place in “" + written + "”.");
        }
        return new Phrase(written, exception, piece.source(), piece.needed());
    }

    private void split() {
        Matcher token = TOKEN.matcher(written);
        int end = 0;
        while (token.find()) {
            if (!written.substring(end, token.start()).isBlank()) {
                break;
            }
            tokens.add(token.group());
            end = token.end();
        }
        if (!written.substring(end).isBlank()) {
            throw new Unreadable("“" + written.substring(end).strip() + "” cannot be read as part of a phrase.");
        }
    }

    private Piece sequence() {
        Piece before = element();
        int elements = 1;
        while (at < tokens.size()
                && !tokens.get(at).equals("|")
                && !tokens.get(at).equals(")")) {
            String token = tokens.get(at);
            boolean distance = token.startsWith("~") || token.startsWith("<>");
            at += distance ? 1 : 0;
            before = joined(before, distance ? token : null, element());
            if (++elements > MOST_ELEMENTS) {
                throw new Unreadable("A phrase has at most " + MOST_ELEMENTS + " words or brackets in a row.");
            }
        }
        return before;
    }

    private static Piece joined(Piece left, @Nullable String distance, Piece right) {
        List<Set<String>> needed = new ArrayList<>(left.needed());
        needed.addAll(right.needed());
        boolean either = distance != null && distance.startsWith("<>");
        int gap = distance == null ? 0 : Integer.parseInt(distance.substring(either ? 2 : 1));
        if (gap > WIDEST) {
            throw new Unreadable("A distance is at most " + WIDEST + " words.");
        }
        IntervalsSource both = either
                ? Intervals.unordered(left.source(), right.source())
                : Intervals.ordered(left.source(), right.source());
        return new Piece(Intervals.maxgaps(gap, both), needed);
    }

    private Piece element() {
        if (at >= tokens.size()) {
            throw new Unreadable("Something is missing at the end of “" + written + "”.");
        }
        String token = tokens.get(at++);
        if (token.equals("(")) {
            return alternatives();
        }
        if (token.equals(")") || token.equals("|") || token.startsWith("~") || token.startsWith("<>")) {
            throw new Unreadable("“" + token + "” is out of place in “" + written + "”.");
        }
        return token.startsWith("=") ? capitals(token.substring(1)) : word(token);
    }

    private Piece alternatives() {
        List<Piece> pieces = new ArrayList<>();
        do {
            pieces.add(sequence());
            if (pieces.size() > MOST_ALTERNATIVES) {
                throw new Unreadable("A bracket has at most " + MOST_ALTERNATIVES + " alternatives.");
            }
        } while (at < tokens.size() && tokens.get(at++).equals("|"));
        if (!tokens.get(at - 1).equals(")")) {
            throw new Unreadable("A bracket is not closed in “" + written + "”.");
        }
        Set<String> any = new HashSet<>();
        pieces.forEach(piece -> any.addAll(piece.needed().get(0)));
        // not rewritten: pulling alternatives out of a sequence would multiply them
        IntervalsSource source =
                Intervals.or(false, pieces.stream().map(Piece::source).toArray(IntervalsSource[]::new));
        return new Piece(source, List.of(any));
    }

    private static Piece capitals(String token) {
        String term = token.toLowerCase(Locale.ROOT);
        List<Word> words = Stems.of(token);
        if (words.size() != 1 || !words.get(0).capitals()) {
            throw new Unreadable("“=" + token + "” has to be one word in capitals.");
        }
        return new Piece(
                Intervals.term(new BytesRef(WordStream.CAPITALS + term)),
                List.of(Set.of(words.get(0).stem())));
    }

    private static Piece word(String token) {
        List<Word> words = Stems.of(token);
        if (words.isEmpty()) {
            throw new Unreadable("“" + token + "” holds no word.");
        }
        IntervalsSource[] terms = words.stream()
                .map(word -> Intervals.term(new BytesRef(word.stem())))
                .toArray(IntervalsSource[]::new);
        return new Piece(
                Intervals.phrase(terms),
                words.stream().map(word -> Set.of(word.stem())).toList());
    }
}
