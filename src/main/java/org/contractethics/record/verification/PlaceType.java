package org.contractethics.record.verification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What can stand at a place of a body, by the words of the catalogue in capital letters. */
enum PlaceType {
    /** The actor is somebody, whose account name the entry commits to. */
    PERSON,
    /** The actor is the application. */
    SYSTEM,
    /** The actor must not be known. */
    NOBODY,
    ID,
    CODE,
    HASH,
    DATE,
    TIME,
    INTEGER,
    FLAG,
    /** Committed to, or open where it has the form of a code or a time. */
    TEXT,
    NAME,
    /** Committed to, or nobody's. */
    ACCOUNT,
    EMPTY,
    LIST,
    OBJECT,
    MAP;

    private static final String STAR = "*";
    private static final Pattern IDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CODES = Pattern.compile("[A-Za-z0-9_:/+=-]{1,200}");
    private static final Pattern HASHES = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern DATES = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIMES = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");

    static PlaceType named(String name) {
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not in small letters: " + name);
        }
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** @param pointer of the value in the body (RFC 6901), by which the body commits to it */
    boolean fits(Object value, Map<?, ?> body, CharSequence pointer) {
        return switch (this) {
            case INTEGER -> value instanceof Long;
            case FLAG -> value instanceof Boolean;
            case LIST -> value instanceof List<?>;
            case OBJECT, MAP -> value instanceof Map<?, ?>;
            default -> value instanceof String text && fits(text, body, pointer);
        };
    }

    private boolean fits(String text, Map<?, ?> body, CharSequence pointer) {
        return switch (this) {
            case PERSON -> text.equals(STAR) && Commitments.isPerson(body, pointer.toString());
            case SYSTEM -> text.equals("system");
            case NOBODY -> text.equals("-");
            case ACCOUNT ->
                SYSTEM.fits(text, body, pointer)
                        || NOBODY.fits(text, body, pointer)
                        || PERSON.fits(text, body, pointer);
            case TEXT ->
                text.equals(STAR)
                        ? Commitments.isText(body, pointer.toString())
                        : EMPTY.fits(text, body, pointer) || matches(CODES, text) || matches(TIMES, text);
            case ID -> matches(IDS, text);
            case CODE -> matches(CODES, text);
            case HASH -> matches(HASHES, text);
            case DATE -> matches(DATES, text);
            case TIME -> matches(TIMES, text);
            case EMPTY -> text.isEmpty();
            case NAME -> true;
            default -> false;
        };
    }

    private static boolean matches(Pattern form, String text) {
        return form.matcher(text).matches();
    }
}
