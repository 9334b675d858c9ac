package org.contractethics.access.web;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.shared.FormProblem;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.exc.MismatchedInputException;

/** Tells which part of a JSON body could not be read, and what belongs there. */
final class UnreadableJson {

    private UnreadableJson() {}

    /** Empty where the body is no JSON at all. */
    static FormProblem[] problems(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof MismatchedInputException mismatch
                        && !mismatch.getPath().isEmpty()
                ? new FormProblem[] {new FormProblem(path(mismatch.getPath()), expected(mismatch.getTargetType()))}
                : new FormProblem[0];
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

    private static String expected(Class<?> type) {
        if (type != null && type.isEnum()) {
            return "Send one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return type != null && Temporal.class.isAssignableFrom(type)
                ? "Send a date as in 2026-12-31."
                : "This value is of the wrong kind.";
    }
}
