package org.contractethics.concern.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the fields of the forms about concerns have in common, whoever fills them in. */
public final class FormFields {

    /** The shape of an id, anywhere in a text. */
    public static final String UUID_SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final int RANDOM = 4;
    private static final int OF_THE_STANDARD = 2;

    private FormFields() {}

    /** A field that is missing from the request is empty. */
    public static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** A text with what a field of its own says, in a line after it; sealed and read with it. */
    public static String withLine(String text, String label, String words) {
        return words.isBlank() ? text : text + "\n\n" + label + ": " + words.strip();
    }

    public static boolean isUuid(@Nullable String value) {
        return value != null && value.matches(UUID_SHAPE);
    }

    /**
     * The id a form carries, so that it does once what it is sent for; a new one where it has none. Only random ids: any other kind could
     * carry a time.
     */
    public static String randomId(@Nullable String value) {
        return value != null && isUuid(value) && isRandom(UUID.fromString(value))
                ? value
                : UUID.randomUUID().toString();
    }

    private static boolean isRandom(UUID id) {
        return id.version() == RANDOM && id.variant() == OF_THE_STANDARD;
    }
}
