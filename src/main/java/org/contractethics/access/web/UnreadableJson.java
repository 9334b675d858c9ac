package org.contractethics.access.web;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.access.internal.WholeText;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells which part of a JSON body could not be read, and what belongs there. */
final class UnreadableJson {

    private static final Map<Class<?>, String> KINDS = Map.of(
            Temporal.class, "Send a date as in 2026-12-31.",
            boolean.class, "Send true or false.",
            Boolean.class, "Send true or false.",
            int.class, "Send a whole number.",
            Integer.class, "Send a whole number.",
            Long.class, "Send a whole number.",
            UUID.class, "Send an id: a UUID.",
            String.class, "Send a text.",
            Collection.class, "Send a list.");

    private UnreadableJson() {}

    /** Whether the body can be read, but for a text that nobody can keep. */
    static boolean isUnkept(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof InvalidFormatException format && isUnkept(format);
    }

    private static boolean isUnkept(MismatchedInputException mismatch) {
        return mismatch instanceof InvalidFormatException format
                && format.getValue() instanceof String text
                && format.getTargetType() == String.class
                && !WholeText.is(text);
    }

    /** Empty where the body is no JSON at all. */
    static FormProblem[] problems(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof MismatchedInputException mismatch
                        && !mismatch.getPath().isEmpty()
                ? new FormProblem[] {new FormProblem(path(mismatch.getPath()), expected(mismatch))}
                : new FormProblem[0];
    }

    /** What is wrong with the body as a whole, or with the value that could not be read. */
    static String reason(HttpMessageNotReadableException unreadable) {
        if (!(unreadable.getCause() instanceof JacksonException wrong)) {
            return "Send a body: the JSON object that /v3/api-docs describes for this address.";
        }
        if (!(wrong instanceof MismatchedInputException mismatch)) {
            return "The body is no JSON that can be read" + place(wrong.getLocation()) + ". Nothing was changed.";
        }
        return mismatch.getPath().isEmpty()
                ? "The body is JSON of another kind than /v3/api-docs describes for this address. Nothing was changed."
                : path(mismatch.getPath()) + ": " + expected(mismatch) + " Nothing was changed.";
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String path(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String expected(MismatchedInputException mismatch) {
        if (isUnkept(mismatch)) {
            return "This text " + WholeText.PROBLEM;
        }
        if (mismatch instanceof InvalidNullException) {
            return "null is nothing that can stand here. " + expected(mismatch.getTargetType());
        }
        return mismatch instanceof UnrecognizedPropertyException unknown && unknown.getKnownPropertyIds() != null
                ? "There is no such field here. Known are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + "."
                : expected(mismatch.getTargetType());
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "This value is of the wrong kind.";
        }
        if (type.isEnum()) {
            return "Send one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getKey().isAssignableFrom(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("This value is of the wrong kind.");
    }
}
