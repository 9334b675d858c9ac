package org.contractethics.document.internal;

/** The name a file came with, made harmless: it is shown to people and never used as a path. */
public final class FileNames {

    private static final int LONGEST = 200;
    private static final int LONGEST_EXTENSION = 10;

    private FileNames() {}

    /** The last segment, without control, format and direction characters; {@code document} where nothing is left. */
    public static String clean(String raw) {
        int cut = Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\'));
        String name = visible(raw.substring(cut + 1));
        boolean onlyDots = name.chars().allMatch(c -> c == '.' || c == ' ');
        return onlyDots ? "document" : shortened(name);
    }

    /** A title for a document nobody named: its file name without the extension. */
    public static String title(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    /** Text on one line, without characters that are invisible or turn the direction of what follows. */
    public static String visible(String raw) {
        StringBuilder clean = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.UNASSIGNED
                    || type == Character.PRIVATE_USE;
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (blank) {
                clean.append(' ');
            } else if (!hidden) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString().strip();
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        boolean extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION;
        String end = extension ? name.substring(dot) : "";
        return limited(extension ? name.substring(0, dot) : name, LONGEST - end.length()) + end;
    }

    /** At most so many characters, and no half of one. */
    static String limited(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
