package org.contractethics.document.reference;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a sentence makes what stands at a web address part of the contract. Most addresses only say where a company is found,
 * and a contract that tells them leaves nothing unread.
 */
final class IncorporatingWords {

    /** A sentence that is longer is a list; what leans on an address stands near it. */
    private static final int REACH = 400;

    private static final int NEAR = 160;

    /** These words need no document beside them. */
    private static final List<String> STRONG = List.of(
            "incorporat",
            "made a part",
            "made part",
            "forms part of",
            "form part of",
            "as set out in",
            "as set forth in");

    /** What an address may hold that binds somebody. */
    private static final Pattern DOCUMENT = Pattern.compile(
            "\\b(?:polic(?:y|ies)|terms|conditions|addendum|guidelines?|guide|handbook|manual|standards?|code of (?:conduct|ethics)"
                    + "|specifications?|requirements|plan|rules|procedures|documentation|charter|appendix|schedule|agreement)\\b");

    /** What says that a document is kept there. */
    private static final Pattern PLACE = Pattern.compile(
            "\\b(?:available|found|located|posted|published|accessed|accessible|viewed|displayed|set (?:out|forth)|contained|stated|at|on|see)\\b"
                    + "|\\(");

    private static final Pattern SITE = Pattern.compile("\\b(?:web ?)?sites?\\b");

    private IncorporatingWords() {}

    /** @param address offset of its first character */
    static boolean at(String text, int address) {
        String before = sentenceBefore(text, address);
        String behind = text.substring(address, Math.min(text.length(), address + NEAR))
                .toLowerCase(Locale.ROOT)
                .split("[.;]\\s", 2)[0];
        for (String words : STRONG) {
            if (before.contains(words) || behind.contains(words)) {
                return true;
            }
        }
        return keepsDocument(before.substring(Math.max(0, before.length() - NEAR)));
    }

    /** Whether a document is named, and then a place for it: "its site at www..." is a place for no document. */
    private static boolean keepsDocument(String words) {
        int end = -1;
        Matcher document = DOCUMENT.matcher(words);
        while (document.find()) {
            end = document.end();
        }
        if (end < 0) {
            return false;
        }
        String between = words.substring(end);
        Matcher place = PLACE.matcher(between);
        Matcher site = SITE.matcher(between);
        return place.find() && (!site.find() || place.start() < site.start());
    }

    private static String sentenceBefore(String text, int address) {
        int from = Math.max(0, address - REACH);
        String before = text.substring(from, address);
        int start = 0;
        for (int i = 0; i + 1 < before.length(); i++) {
            boolean ends = before.charAt(i) == '\n'
                    || (".;".indexOf(before.charAt(i)) >= 0 && Character.isWhitespace(before.charAt(i + 1)));
            start = ends ? i + 1 : start;
        }
        return before.substring(start).toLowerCase(Locale.ROOT);
    }
}
