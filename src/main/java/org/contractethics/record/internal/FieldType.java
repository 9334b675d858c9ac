package org.contractethics.record.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a value of a fact can be. The catalogue of entries names them in small letters. */
enum FieldType {
    ID,
    CODE,
    HASH,
    DATE,
    TIME,
    INTEGER,
    FLAG,
    /** What somebody wrote, which the entry only commits to. */
    TEXT,
    /** An open text about contracts and files, which names no person. */
    NAME,
    /** An account name, which the entry only commits to. */
    ACCOUNT,
    EMPTY,
    LIST,
    OBJECT,
    MAP;

    private static final Pattern CODES = Pattern.compile("[A-Za-z0-9_:/+=-]{1,200}");
    private static final Pattern HASHES = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern DATES = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIMES = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");

    static FieldType named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Of a value as the modules tell it, before anything of it is sealed. */
    boolean fits(Object value) {
        return switch (this) {
            case INTEGER -> value instanceof Long || value instanceof Integer;
            case FLAG -> value instanceof Boolean;
            case LIST -> value instanceof List<?>;
            case OBJECT, MAP -> value instanceof Map<?, ?>;
            default -> value instanceof String text && fits(text);
        };
    }

    private boolean fits(String text) {
        return switch (this) {
            case ID -> isId(text);
            case CODE -> CODES.matcher(text).matches();
            case HASH -> HASHES.matcher(text).matches();
            case DATE -> DATES.matcher(text).matches();
            case TIME -> TIMES.matcher(text).matches();
            case ACCOUNT -> !text.isEmpty() && text.length() <= Fact.ACTOR_LENGTH;
            case EMPTY -> text.isEmpty();
            case TEXT, NAME -> true;
            default -> false;
        };
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
