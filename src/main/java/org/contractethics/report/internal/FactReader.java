package org.contractethics.report.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.record.RecordEntry;

/** Reads facts without trusting them: one that is missing or malformed is absent, because the fold must never stop. */
final class FactReader {

    private FactReader() {}

    static Optional<UUID> id(RecordEntry entry, String fact) {
        return entry.text(fact).flatMap(text -> {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    static Optional<Instant> time(RecordEntry entry, String fact) {
        return entry.text(fact).flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** A date, or the UTC day of a time. */
    static Optional<LocalDate> day(RecordEntry entry, String fact) {
        return entry.text(fact).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                return time(entry, fact)
                        .map(time -> time.atOffset(ZoneOffset.UTC).toLocalDate());
            }
        });
    }

    /** A code in one spelling, whatever the module's: {@code LEGAL_STOP} becomes {@code legal-stop}. */
    static String code(RecordEntry entry, String fact) {
        return entry.text(fact).orElse("unknown").toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String upper(RecordEntry entry, String fact) {
        return entry.text(fact).orElse("UNKNOWN").toUpperCase(Locale.ROOT);
    }
}
