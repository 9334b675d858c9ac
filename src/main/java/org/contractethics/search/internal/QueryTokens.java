package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.search.internal.QueryToken.Field;
import org.contractethics.search.internal.QueryToken.Piece;
import org.contractethics.search.internal.QueryToken.Sign;

/** Cuts a typed query into tokens. What makes no sense becomes plain words, and a note says so. */
final class QueryTokens {

    private static final int USUAL_DISTANCE = 5;
    private static final int LARGEST_DISTANCE = 50;
    private static final int SHORTEST_BEGINNING = 2;
    /** As word processors and telephones write them. */
    private static final Pattern CURLED = Pattern.compile("[“”„‟«»]");

    private static final Pattern DISTANCE = Pattern.compile("~(\\d{0,9})");
    private static final Pattern WORD = Pattern.compile("[^\\s()\"|]+");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z]{2,20}):");
    private static final Pattern FUZZY = Pattern.compile("([^~*]+)~(\\d{0,2})");
    private static final Pattern BEGINNING = Pattern.compile("([^~*]+)\\*+");

    private final String typed;
    private final Consumer<String> notes;
    private final List<QueryToken> tokens = new ArrayList<>();
    private int at;

    private QueryTokens(String typed, Consumer<String> notes) {
        this.typed = typed;
        this.notes = notes;
    }

    static List<QueryToken> of(String typed, Consumer<String> notes) {
        var cutting = new QueryTokens(CURLED.matcher(typed).replaceAll("\""), notes);
        while (cutting.at < cutting.typed.length()) {
            cutting.next();
        }
        return List.copyOf(cutting.tokens);
    }

    private void next() {
        char c = typed.charAt(at);
        switch (c) {
            case ' ', '\t', '\n' -> at++;
            case '(' -> sign(Sign.OPEN, 1);
            case ')' -> sign(Sign.CLOSE, 1);
            case '|' -> sign(Sign.OR, typed.startsWith("||", at) ? 2 : 1);
            case '"' -> quoted();
            case '+', '-', '!' -> leading(c);
            default -> word();
        }
    }

    private void sign(Sign sign, int length) {
        tokens.add(sign);
        at += length;
    }

    private void quoted() {
        int end = typed.indexOf('"', at + 1);
        if (end < 0) {
            notes.accept("A quotation mark has no partner and is left out.");
            at++;
            return;
        }
        String words = typed.substring(at + 1, end);
        at = end + 1;
        Matcher distance = DISTANCE.matcher(typed).region(at, typed.length());
        int apart = 0;
        if (distance.lookingAt()) {
            at = distance.end();
            apart = distance(distance.group(1));
        }
        if (hasWords(words)) {
            tokens.add(new Piece(new Wanted.Phrase(words.strip(), apart)));
        }
    }

    private int distance(String digits) {
        int wanted = digits.isEmpty() ? USUAL_DISTANCE : Integer.parseInt(digits);
        if (wanted > LARGEST_DISTANCE) {
            notes.accept("Words can be looked for at most " + LARGEST_DISTANCE + " words apart.");
        }
        return Math.min(wanted, LARGEST_DISTANCE);
    }

    /** A sign counts only right before what it is about; a dash between spaces is punctuation. */
    private void leading(char c) {
        boolean stands = at + 1 >= typed.length() || Character.isWhitespace(typed.charAt(at + 1));
        if (stands) {
            at++;
        } else {
            sign(c == '+' ? Sign.PLUS : Sign.NOT, 1);
        }
    }

    private void word() {
        Matcher word = WORD.matcher(typed).region(at, typed.length());
        if (!word.lookingAt()) {
            at++;
            return;
        }
        String text = word.group();
        Matcher field = FIELD.matcher(text);
        if (field.lookingAt() && field(field, text)) {
            return;
        }
        at = word.end();
        Optional<Sign> operator = operator(text);
        if (operator.isPresent()) {
            tokens.add(operator.get());
        } else {
            piece(text);
        }
    }

    /** @return whether it was a field, of which only the name is taken */
    private boolean field(Matcher name, String text) {
        Optional<QueryField> known = QueryField.named(name.group(1));
        int behind = at + name.end();
        boolean valueFollows = behind < typed.length() && !Character.isWhitespace(typed.charAt(behind));
        if (known.isPresent() && valueFollows) {
            tokens.add(new Field(known.get()));
            at = behind;
            return true;
        }
        if (known.isPresent()) {
            notes.accept("“%s” is read as a word: a field is followed by what to look for, without a space."
                    .formatted(name.group()));
        } else if (text.length() > name.end()) {
            notes.accept("“%s” is no field and is read as a word.".formatted(name.group(1)));
        }
        return false;
    }

    private static Optional<Sign> operator(String text) {
        return switch (text) {
            case "AND", "&&", "&" -> Optional.of(Sign.AND);
            case "OR" -> Optional.of(Sign.OR);
            case "NOT" -> Optional.of(Sign.NOT);
            default -> Optional.empty();
        };
    }

    private void piece(String text) {
        Matcher fuzzy = FUZZY.matcher(text);
        Matcher beginning = BEGINNING.matcher(text);
        if (fuzzy.matches() && hasWords(fuzzy.group(1))) {
            tokens.add(new Piece(new Wanted.Fuzzy(fuzzy.group(1), edits(fuzzy.group(2)))));
        } else if (beginning.matches() && letters(beginning.group(1)) >= SHORTEST_BEGINNING) {
            tokens.add(new Piece(new Wanted.Beginning(beginning.group(1))));
        } else {
            plain(text);
        }
    }

    private int edits(String digits) {
        int wanted = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        if (wanted > 2) {
            notes.accept("At most two letters of a word may differ.");
        }
        return Math.min(wanted, 2);
    }

    private void plain(String text) {
        if (text.indexOf('*') >= 0) {
            notes.accept("* counts only behind the first two letters of a word or more; here it is left out.");
        }
        for (String word : text.replaceAll("[*~:\\\\]", " ").strip().split("\\s+", -1)) {
            if (hasWords(word)) {
                tokens.add(new Piece(new Wanted.Words(word)));
            }
        }
    }

    private static boolean hasWords(String text) {
        return letters(text) > 0;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
