package org.contractethics.record.verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of the access trail, exactly as stored. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
record AccessRow(
        long index,
        Instant at,
        String actor,
        String kind,
        @Nullable String subject,
        @Nullable UUID contract,
        String method,
        String route,
        String allowedBy,
        @Nullable String task,
        @Nullable Long refuses,
        AccessReader reader,
        byte[] mac) {

    /** Its values as they are hashed: one in each line, after the name of the form. */
    byte[] bytes() {
        boolean named = reader.commitment() == null;
        StringBuilder lines = new StringBuilder("contract-ethics access entry v").append(named ? "1\n" : "2\n");
        Stream.of(
                        index,
                        time(),
                        named ? actor : reader.commitmentHex(),
                        kind,
                        or(subject),
                        or(contract),
                        method,
                        route,
                        allowedBy,
                        or(task),
                        or(refuses))
                .forEach(value -> lines.append(value).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** UTC to the millisecond; a finer time, which this application never writes, stands as it is and fits no hash. */
    private String time() {
        String shown = at.toString();
        return shown.length() == "2026-11-26T00:00:00Z".length() ? shown.replace("Z", ".000Z") : shown;
    }

    private static Object or(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
