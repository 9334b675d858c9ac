package org.contractethics.document.extraction;

/** Headers of Excel sheets mix words with codes such as {@code &L} for left and {@code &"Arial"} for a font. */
final class HeaderCodes {

    private HeaderCodes() {}

    static String strip(String header) {
        StringBuilder words = new StringBuilder();
        int i = 0;
        while (i < header.length()) {
            char c = header.charAt(i);
            if (c != '&' || i + 1 >= header.length()) {
                words.append(c);
                i++;
            } else {
                i = afterCode(header, i + 1, words);
            }
        }
        return words.toString();
    }

    private static int afterCode(String header, int at, StringBuilder words) {
        char code = header.charAt(at);
        if (code == '&') {
            words.append('&');
            return at + 1;
        }
        words.append(' ');
        if (code == '"') {
            int close = header.indexOf('"', at + 1);
            return close < 0 ? header.length() : close + 1;
        }
        int next = at;
        while (next < header.length() && Character.isDigit(header.charAt(next))) {
            next++;
        }
        return next > at ? next : at + 1;
    }
}
