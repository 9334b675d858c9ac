package org.contractethics.document.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds web addresses in a text. */
final class Addresses {

    private static final int LONGEST = 500;

    private Addresses() {}

    /** @param start offset of its first character */
    record Address(String url, int start) {

        /** The same address with and without its scheme. */
        String key() {
            String lower = url.toLowerCase(Locale.ROOT).replace("https://", "").replace("http://", "");
            return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
        }
    }

    static List<Address> in(String text) {
        List<Address> addresses = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = next(lower, 0); at >= 0; ) {
            int end = end(text, at);
            if (end - at > 8 && text.substring(at, end).indexOf('.') > 0) {
                addresses.add(new Address(text.substring(at, end), at));
            }
            at = next(lower, Math.max(end, at + 1));
        }
        return addresses;
    }

    private static int next(String lower, int from) {
        int first = -1;
        for (String begin : new String[] {"https://", "http://", "www."}) {
            int found = lower.indexOf(begin, from);
            first = found >= 0 && (first < 0 || found < first) ? found : first;
        }
        return first;
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST && inside(text.charAt(end))) {
            end++;
        }
        while (end > start && ".,;:)]'”’\"".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean inside(char c) {
        return !Character.isWhitespace(c) && "<>\"“”|".indexOf(c) < 0;
    }
}
