package org.contractethics.record.trail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.contractethics.record.signing.TreeHashes;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;

/** The one form in which a row of the access trail is hashed: its values, one in each line; no value holds the end of a line. */
final class AccessBytes {

    private static final String NAMED = "contract-ethics access entry v1";
    private static final String COMMITTED = "contract-ethics access entry v2";
    private static final byte[] PERSON = "contract-ethics access person v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private AccessBytes() {}

    /** @param commitment in place of the reader, in hex; null where the row names the reader itself, or nobody */
    static byte[] leaf(long number, Access access, @Nullable String commitment) {
        return TreeHashes.leaf(text(number, access, commitment).getBytes(StandardCharsets.UTF_8));
    }

    /** What stands for a reader: without the nonce nobody finds by trying who it was. */
    static byte[] commitment(byte[] nonce, String actor) {
        MessageDigest sha = Sha256.digest();
        sha.update(PERSON);
        sha.update(nonce);
        return sha.digest(actor.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(long number, Access access, @Nullable String commitment) {
        return String.join(
                        "\n",
                        commitment == null ? NAMED : COMMITTED,
                        Long.toString(number),
                        time(access.at()),
                        commitment == null ? access.actor() : commitment,
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
