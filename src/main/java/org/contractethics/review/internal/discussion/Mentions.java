package org.contractethics.review.internal.discussion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People mentioned in a text: an at sign and the account name, for example {@code @dana.whitfield}. */
public final class Mentions {

    /** Not in the middle of a word, so that a mail address mentions nobody; a full stop at the end ends the sentence. */
    private static final Pattern MENTION = Pattern.compile("(?<![\\w.@-])@([a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?)");

    private Mentions() {}

    /** A piece of a text; a mention is shown by the full name. */
    public record Piece(String text, boolean mention) {}

    /** Account names, each once, in the order of the text. */
    static List<String> in(String text) {
        return MENTION.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** The text in pieces; only those mentioned when it was written are mentions now. */
    static List<Piece> pieces(String text, List<String> mentioned, UnaryOperator<String> names) {
        List<Piece> pieces = new ArrayList<>();
        Matcher mention = MENTION.matcher(text);
        int from = 0;
        while (mention.find()) {
            String username = mention.group(1);
            if (mentioned.contains(username)) {
                add(pieces, text.substring(from, mention.start()));
                pieces.add(new Piece("@" + names.apply(username), true));
                from = mention.end();
            }
        }
        add(pieces, text.substring(from));
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, false));
        }
    }
}
