package org.contractethics.review.internal.discussion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.shared.Role;

/**
 * People mentioned in a text: an at sign and the account name, for example {@code @dana.whitfield}, or the role in which they take
 * part, for example {@code @legal-reviewer}.
 */
public final class Mentions {

    /** Not in the middle of a word, so that a mail address mentions nobody; a full stop at the end ends the sentence. */
    private static final Pattern MENTION = Pattern.compile("(?<![\\w.@-])@([a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?)");

    private static final Map<String, Role> ROLES =
            Stream.of(Role.values()).collect(Collectors.toUnmodifiableMap(Mentions::word, role -> role));

    private Mentions() {}

    /** A piece of a text; a mention is shown by the full name. */
    public record Piece(String text, boolean mention) {}

    /** Account names, each once, in the order of the text. */
    static List<String> in(String text) {
        return words(text).filter(word -> !ROLES.containsKey(word)).toList();
    }

    /** The roles mentioned, each once, in the order of the text. */
    static List<Role> rolesIn(String text) {
        return words(text).flatMap(word -> Stream.ofNullable(ROLES.get(word))).toList();
    }

    private static Stream<String> words(String text) {
        return MENTION.matcher(text).results().map(found -> found.group(1)).distinct();
    }

    /** What stands behind the at sign where a role is mentioned. */
    public static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text in pieces; of accounts only those mentioned when it was written are mentions now. */
    static List<Piece> pieces(String text, List<String> mentioned, UnaryOperator<String> names) {
        List<Piece> pieces = new ArrayList<>();
        Matcher mention = MENTION.matcher(text);
        int from = 0;
        while (mention.find()) {
            String word = mention.group(1);
            Role role = ROLES.get(word);
            if (role != null || mentioned.contains(word)) {
                add(pieces, text.substring(from, mention.start()));
                pieces.add(new Piece("@" + (role == null ? names.apply(word) : role.label()), true));
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
