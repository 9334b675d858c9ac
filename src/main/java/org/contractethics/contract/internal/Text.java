package org.contractethics.contract.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cleans text that came from outside. */
public final class Text {

    private static final Pattern CONTROL_OR_SPACE = Pattern.compile("[\\p{Cntrl}\\p{Z}\\s\\uFEFF\\uFFFE\\uFFFF]+");
    private static final Pattern CONTROL_BUT_NEWLINE =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\uFEFF\\uFFFE\\uFFFF]");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private Text() {}

    /** One line: control characters and runs of blanks become one blank; never null. */
    public static String line(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return isPlainLine(text)
                ? text
                : CONTROL_OR_SPACE.matcher(sound(text)).replaceAll(" ").strip();
    }

    /** Nearly every cell of a file is a clean line already; telling so is much cheaper than cleaning it. */
    private static boolean isPlainLine(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    /** Several lines: keeps line ends and tabs, drops every other control character; never null. */
    public static String block(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String lines = sound(text).replace("\r\n", "\n").replace('\r', '\n');
        return CONTROL_BUT_NEWLINE.matcher(lines).replaceAll("").strip();
    }

    /** Null where nothing is left of the line. */
    public static @Nullable String lineOrNull(@Nullable String text) {
        String line = line(text);
        return line.isEmpty() ? null : line;
    }

    /** Whether the text holds characters nobody types: NUL, other control characters, halves of a character. */
    public static boolean hasForbiddenCharacters(String text) {
        return text.codePoints().anyMatch(Text::isForbidden);
    }

    private static boolean isForbidden(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return control || half || c == 0xFFFE || c == 0xFFFF;
    }

    /** At most {@code max} characters, cut at a blank where there is one near the end. */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = max - 1;
        int blank = text.lastIndexOf(' ', end);
        if (blank > max * 3 / 4) {
            end = blank;
        }
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).strip() + "…";
    }

    private static String sound(String text) {
        return LONE_SURROGATE.matcher(text).replaceAll("");
    }
}
