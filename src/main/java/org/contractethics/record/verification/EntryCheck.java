package org.contractethics.record.verification;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contractethics.record.verification.ValuesOfEntry.Compared;
import org.jspecify.annotations.Nullable;

/** What one entry must be whatever stands in front of it: needs no order, so it is done for many at once. */
record EntryCheck(StoredEntry entry, ValuesOfEntry values, Seals seals) {

    private static final int LONGEST_BODY = 65_535;

    /**
     * @param problem null where nothing is wrong with the entry itself
     * @param body as read; empty where there is a problem
     * @param values what came of holding its values against it; what that means depends on later entries
     */
    record Checked(StoredEntry entry, @Nullable String problem, Map<?, ?> body, Compared values) {}

    Checked checked() {
        try {
            String problem = bytesProblem();
            return problem == null ? checked(CanonicalReader.read(entry.body())) : wrong(problem);
        } catch (NotCanonicalException e) {
            return wrong("the body is not canonical JSON: " + e.getMessage() + ".");
        }
    }

    private Checked wrong(String problem) {
        return new Checked(entry, problem, Map.of(), new Compared(null, List.of()));
    }

    private @Nullable String bytesProblem() {
        if (entry.body().length > LONGEST_BODY) {
            return "the body is longer than " + LONGEST_BODY + " bytes.";
        }
        return Arrays.equals(entry.leaf(), new CompactRange().leafHash(entry.body()))
                ? null
                : "the leaf hash is not the hash of the body.";
    }

    private Checked checked(Object read) {
        String problem = EntryBody.problem(entry.index(), read, Catalogue.ofProgram());
        if (problem != null) {
            return wrong(problem);
        }
        Map<?, ?> body = (Map<?, ?>) read;
        String columns = columnProblem(body);
        String seal = columns == null ? seals.entryProblem(entry) : columns;
        return seal == null ? new Checked(entry, null, body, values.with(body)) : wrong(seal);
    }

    private @Nullable String columnProblem(Map<?, ?> body) {
        Object contract = entry.contract() == null ? null : entry.contract().toString();
        if (!Objects.equals(body.get("contract"), contract)) {
            return differs("contract");
        }
        if (!Objects.equals(body.get("kind"), entry.kind())) {
            return differs("kind");
        }
        if (!Objects.equals(body.get("actor"), entry.actor())) {
            return differs("actor");
        }
        if (!isTime(body.get("occurredAt"), entry.occurredAt())) {
            return differs("occurredAt");
        }
        return isTime(body.get("recordedAt"), entry.recordedAt()) ? null : differs("recordedAt");
    }

    private static String differs(String field) {
        return "the column beside the body says something else about " + field + ".";
    }

    /** The text has to be the one fixed form of the time: UTC, milliseconds. */
    private static boolean isTime(@Nullable Object text, Instant column) {
        String shown = column.toString();
        String seconds = shown.substring(0, 19);
        int millis = (int) Math.floorMod(column.toEpochMilli(), 1000L);
        boolean precise = Instant.ofEpochMilli(column.toEpochMilli()).equals(column);
        return precise && (seconds + "." + String.valueOf(1000 + millis).substring(1) + "Z").equals(text);
    }
}
