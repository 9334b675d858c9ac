package org.contractethics.document.extraction;

/** Makes words safe to store, to search and to show: what is invisible can neither hide a word nor turn its direction. */
final class CleanText {

    private CleanText() {}

    /** Without control, zero-width and direction characters; runs of blanks as one; line breaks kept; trimmed. */
    static String of(String raw) {
        StringBuilder clean = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u000B' || c == '\f' || c == '\u2028' || c == '\u2029') {
                lineBreak(clean);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                blank(clean);
            } else if (Character.isSurrogate(c)) {
                i += surrogate(raw, i, clean);
            } else if (!invisible(c)) {
                clean.append(c);
            }
        }
        trimEnd(clean);
        return clean.toString();
    }

    private static void lineBreak(StringBuilder clean) {
        trimEnd(clean);
        if (!clean.isEmpty()) {
            clean.append('\n');
        }
    }

    private static void blank(StringBuilder clean) {
        if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ' && clean.charAt(clean.length() - 1) != '\n') {
            clean.append(' ');
        }
    }

    /** @return how many further characters were taken */
    private static int surrogate(String raw, int at, StringBuilder clean) {
        char c = raw.charAt(at);
        if (Character.isHighSurrogate(c) && at + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(at + 1))) {
            clean.append(c).append(raw.charAt(at + 1));
            return 1;
        }
        clean.append('\uFFFD');
        return 0;
    }

    private static boolean invisible(char c) {
        return Character.isISOControl(c)
                || c == '\u00AD'
                || c == '\u200B'
                || c == '\u2060'
                || c == '\uFEFF'
                || (c >= '\u200E' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || (c >= '\uFFF9' && c <= '\uFFFC')
                || c >= '\uFFFE';
    }

    private static void trimEnd(StringBuilder clean) {
        int end = clean.length();
        while (end > 0 && (clean.charAt(end - 1) == ' ' || clean.charAt(end - 1) == '\n')) {
            end--;
        }
        clean.setLength(end);
    }
}
