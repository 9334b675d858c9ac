package org.contractethics.document.comparison;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/** The words that differ between two paragraphs. Blanks and line breaks do not count. */
final class WordDiff {

    /** Beyond these the two paragraphs are shown whole, one struck out and one inserted. */
    private static final int MOST_WORDS = 20_000;

    private WordDiff() {}

    /** @param text with the blank behind it, as it stands in its paragraph */
    private record Token(String word, String text) {

        static boolean same(Token one, Token other) {
            return one.word.equals(other.word);
        }

        boolean says() {
            return word.chars().anyMatch(Character::isLetterOrDigit);
        }
    }

    /** In reading order; without what was inserted they say the old paragraph, without what was deleted the new one. */
    static List<Piece> between(String before, String after) {
        List<Token> old = tokens(before);
        List<Token> now = tokens(after);
        int head = 0;
        while (head < Math.min(old.size(), now.size()) && Token.same(old.get(head), now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), now.size()) - head
                && Token.same(old.get(old.size() - 1 - tail), now.get(now.size() - 1 - tail))) {
            tail++;
        }
        Pieces pieces = new Pieces();
        pieces.add(Piece.Kind.SAME, text(now.subList(0, head)));
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), pieces);
        pieces.add(Piece.Kind.SAME, text(now.subList(now.size() - tail, now.size())));
        return pieces.list();
    }

    private static void middle(List<Token> old, List<Token> now, Pieces pieces) {
        int nowAt = 0;
        for (Change change : changes(old, now)) {
            pieces.add(Piece.Kind.SAME, text(now.subList(nowAt, change.startRevised)));
            pieces.add(Piece.Kind.DELETED, text(old.subList(change.startOriginal, change.endOriginal)));
            pieces.add(Piece.Kind.INSERTED, text(now.subList(change.startRevised, change.endRevised)));
            nowAt = change.endRevised;
        }
        pieces.add(Piece.Kind.SAME, text(now.subList(nowAt, now.size())));
    }

    private static List<Change> changes(List<Token> old, List<Token> now) {
        boolean whole = old.isEmpty() || now.isEmpty() || Math.max(old.size(), now.size()) > MOST_WORDS;
        if (whole) {
            return old.isEmpty() && now.isEmpty()
                    ? List.of()
                    : List.of(new Change(DeltaType.CHANGE, 0, old.size(), 0, now.size()));
        }
        return joined(new MyersDiffWithLinearSpace<Token>(Token::same).computeDiff(old, now, null), now);
    }

    /** A comma that happens to stand in both, between words that do not, only disturbs the reader. */
    private static List<Change> joined(List<Change> changes, List<Token> now) {
        List<Change> joined = new ArrayList<>();
        for (Change next : changes) {
            Change last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            boolean close = last != null
                    && next.startRevised - last.endRevised <= 2
                    && now.subList(last.endRevised, next.startRevised).stream().noneMatch(Token::says);
            if (last != null && close) {
                joined.set(
                        joined.size() - 1,
                        new Change(
                                DeltaType.CHANGE,
                                last.startOriginal,
                                next.endOriginal,
                                last.startRevised,
                                next.endRevised));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            int word = at;
            at = endOfWord(text, at);
            if (at > word) {
                int behind = at;
                while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
                    behind++;
                }
                tokens.add(new Token(text.substring(word, at), text.substring(start, behind)));
                at = behind;
            }
        }
        return tokens;
    }

    /** Letters and digits go together; every other sign stands alone. */
    private static int endOfWord(String text, int start) {
        int at = start;
        while (at < text.length() && partOfWord(text.charAt(at))) {
            at++;
        }
        return at > start || at >= text.length() ? at : at + 1;
    }

    private static boolean partOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '\'' || c == '’';
    }

    private static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text()));
        return text.toString();
    }
}
