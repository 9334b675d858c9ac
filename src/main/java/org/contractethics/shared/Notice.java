package org.contractethics.shared;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something people should know. Publish it as an application event; it is delivered after the transaction committed, in
 * the application and by mail, and repeated until delivered.
 *
 * @param id tells repeated deliveries of the same notice from a new one with the same words
 * @param usernames persons addressed by account name; may be empty
 * @param roles roles addressed: everyone who holds one of them; may be empty
 * @param title one line, shown as link text and mail subject; cut at 300 characters
 * @param text one short paragraph, cut at 2,000 characters, never text of a contract or a concern; shown in the application and not mailed
 * @param except account names to whom it is not delivered, whatever roles they hold: what it leads to is kept from them
 * @param link path inside the application, beginning with a slash
 * @param mailed whether it leaves by mail, too; null in notices kept for delivery before any did not
 */
public record Notice(
        UUID id,
        Set<String> usernames,
        Set<Role> roles,
        @Nullable Set<String> except,
        String title,
        String text,
        String link,
        @Nullable Boolean mailed) {

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\u0085\u2028\u2029]+");
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 2_000;

    public Notice {
        // one that is too long to be kept would be tried again for ever and reach nobody
        title = shortened(oneLine(title), LONGEST_TITLE);
        text = shortened(text, LONGEST_TEXT);
        usernames = Set.copyOf(usernames);
        roles = Set.copyOf(roles);
        // notices kept for delivery before there were exceptions have none
        except = except == null ? Set.of() : Set.copyOf(except);
        if (!link.startsWith("/")) {
            throw new IllegalArgumentException("a notice links to a path of the application, not to " + link);
        }
    }

    public Notice(Set<String> usernames, Set<Role> roles, String title, String text, String link) {
        this(UUID.randomUUID(), usernames, roles, Set.of(), title, text, link, true);
    }

    public static Notice toRoles(Set<Role> roles, String title, String text, String link) {
        return new Notice(Set.of(), roles, title, text, link);
    }

    /** The same notice, delivered to none of these people. */
    public Notice exceptFor(Set<String> people) {
        return new Notice(id, usernames, roles, people, title, text, link, mailed);
    }

    /** The same notice, read in the application only: no mail tells that there is one. */
    public Notice inApplicationOnly() {
        return new Notice(id, usernames, roles, except, title, text, link, false);
    }

    /** Whether it leaves by mail, too. */
    public boolean leavesByMail() {
        return mailed == null || mailed;
    }

    /** Whether it is meant for this person, who is addressed by name or by a role. */
    public boolean isFor(String username) {
        return except == null || !except.contains(username);
    }

    public static Notice toPerson(String username, String title, String text, String link) {
        return new Notice(Set.of(username), Set.of(), title, text, link);
    }

    /** A name that somebody typed must not begin another header of the mail. */
    private static String oneLine(String words) {
        return LINE_BREAKS.matcher(words).replaceAll(" ");
    }

    private static String shortened(String words, int longest) {
        if (words.length() <= longest) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return words.substring(0, end) + "…";
    }
}
