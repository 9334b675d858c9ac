package org.contractethics.report.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What staff may not see of one contract: what the record tells of its redactions, and what its secrecy terms ask for (H18). */
final class WithheldFacts {

    private final Map<String, Redacted> redactions = new HashMap<>(0);
    private @Nullable Set<String> secret;

    private record Redacted(List<String> fields, LocalDate lastDay) {

        boolean inForceOn(LocalDate day) {
            return !lastDay.isBefore(day);
        }
    }

    /** From now on these fields are withheld up to the given day. */
    void redacted(String redaction, Collection<?> fields, LocalDate lastDay) {
        redactions.put(
                redaction, new Redacted(fields.stream().map(String::valueOf).toList(), lastDay));
    }

    void redactionEnded(String redaction) {
        redactions.remove(redaction);
    }

    /**
     * From now on these fields are withheld because of its secrecy terms. Whether anything changed.
     *
     * @param fields null where it is not under such terms
     */
    boolean secret(@Nullable Set<String> fields) {
        boolean other = !Objects.equals(secret, fields);
        secret = fields;
        return other;
    }

    /** Whether it is under secrecy terms, whatever they withhold by now. */
    boolean underSecrecyTerms() {
        return secret != null;
    }

    /** Whether staff may not see the field on that day. */
    boolean has(String field, LocalDate day) {
        return (secret != null && secret.contains(field))
                || redactions.values().stream()
                        .anyMatch(redacted -> redacted.fields().contains(field) && redacted.inForceOn(day));
    }

    /** Whether anything is withheld on that day. */
    boolean anything(LocalDate day) {
        return (secret != null && !secret.isEmpty())
                || redactions.values().stream().anyMatch(redacted -> redacted.inForceOn(day));
    }
}
