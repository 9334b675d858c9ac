package org.contractethics.policy.internal;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which patterns a list of agencies may have. The engine of expressions tries one choice after the other, so that what somebody makes up
 * could hold the server up with one long name: the choices are so few here that a name of 200 characters takes some million steps at most.
 */
final class AgencyPattern {

    /** Of {@code ?} and of {@code |} in groups, between two alternatives of the whole: each may double the ways to try. */
    static final int MOST_CHOICES = 6;

    /** What a pattern is, in words. */
    static final String FORM =
            "write words, alternatives parted by |, groups in parentheses, ^, $, \\b and character classes, with at"
                    + " most one + or *, not after a group, and at most " + MOST_CHOICES
                    + " of ? and of | in groups between two alternatives";

    /** Letters, digits, blanks, the signs of alternatives, places and groups, classes of plain signs, and two escapes. */
    private static final Pattern GRAMMAR =
            Pattern.compile("(?:[\\p{L}\\p{M}\\p{N} .,'’&/\\-^$|()?+*]|\\[[\\p{L}\\p{M}\\p{N} /.,'&\\-]+]|\\\\[b.])+");

    private static final Pattern REPEATED_OR_SPECIAL_GROUP = Pattern.compile("\\)[+*]|\\(\\?|[+*?][+*?]");

    private AgencyPattern() {}

    static boolean usable(String pattern) {
        return GRAMMAR.matcher(pattern).matches()
                && !REPEATED_OR_SPECIAL_GROUP.matcher(pattern).find()
                && pattern.chars().filter(sign -> sign == '+' || sign == '*').count() <= 1
                && mostChoices(pattern) <= MOST_CHOICES
                && compiles(pattern);
    }

    private static int mostChoices(String pattern) {
        int depth = 0;
        int choices = 0;
        int most = 0;
        for (int at = 0; at < pattern.length(); at++) {
            switch (pattern.charAt(at)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case '?' -> choices++;
                case '|' -> choices = depth == 0 ? 0 : choices + 1;
                default -> {
                    // nothing to choose
                }
            }
            most = Math.max(most, choices);
        }
        return most;
    }

    private static boolean compiles(String pattern) {
        try {
            KnownAgencies.compiled(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
