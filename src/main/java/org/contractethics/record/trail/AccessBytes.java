package org.contractethics.record.trail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.contractethics.record.signing.TreeHashes;
import org.jspecify.annotations.Nullable;

/** The one form in which a row of the access trail is hashed: its values, one in each line; no value holds the end of a line. */
final class AccessBytes {

    private static final String FORM = "contract-ethics access entry v1";
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private AccessBytes() {}

    static byte[] leaf(long number, Access access) {
        return TreeHashes.leaf(text(number, access).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(long number, Access access) {
        return String.join(
                        "\n",
                        FORM,
                        Long.toString(number),
                        time(access.at()),
                        access.actor(),
                        access.kind().name(),
                        orEmpty(access.subject()),
                        orEmpty(access.contract()),
                        access.method(),
                        access.route(),
                        access.allowedBy(),
                        orEmpty(access.task()),
                        orEmpty(access.refuses()))
                + "\n";
    }

    private static String time(Instant at) {
        return MILLISECONDS.format(at);
    }

    private static String orEmpty(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
