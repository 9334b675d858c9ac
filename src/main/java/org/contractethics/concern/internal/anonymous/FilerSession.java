package org.contractethics.concern.internal.anonymous;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;

/**
 * A filer who came back with their code. Its times lie sealed with the rest: a table of exact times would tell when filers are here.
 *
 * @param key opens the concern
 * @param fingerprint of the code, to recognise it in a text
 * @param openedBefore the last day on which the code was used before; null where this is the first time
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record FilerSession(
        ConcernId concern,
        byte[] key,
        byte[] fingerprint,
        @Nullable LocalDate openedBefore,
        Instant began,
        Instant used) {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration ABSOLUTE = Duration.ofHours(2);

    /** How long a use is not noted again; the session ends that much earlier at most. */
    static final Duration NOTED = Duration.ofMinutes(1);

    private static final long NEVER = Long.MIN_VALUE;
    private static final int LENGTH = 2 * Long.BYTES + 2 * FilerKeys.BYTES + 3 * Long.BYTES;

    public static FilerSession begun(
            ConcernId concern, FilerKeys keys, ReturnCode code, @Nullable LocalDate openedBefore, Instant now) {
        return new FilerSession(concern, keys.key(), FilerKeys.fingerprint(code.characters()), openedBefore, now, now);
    }

    /** The same session after the code was changed. */
    public FilerSession under(FilerKeys keys, ReturnCode code) {
        return new FilerSession(
                concern, keys.key(), FilerKeys.fingerprint(code.characters()), openedBefore, began, used);
    }

    FilerSession usedAt(Instant now) {
        return new FilerSession(concern, key, fingerprint, openedBefore, began, now);
    }

    boolean isOver(Instant now) {
        return now.isAfter(began.plus(ABSOLUTE)) || now.isAfter(used.plus(IDLE)) || now.isBefore(began);
    }

    /** Whether the text contains the code, however it is written (S16). */
    public boolean hasCodeIn(String text) {
        String normal = ReturnCode.normal(text);
        int length = ReturnCode.LENGTH + 1;
        for (int start = 0; start + length <= normal.length(); start++) {
            if (Arrays.equals(fingerprint, FilerKeys.fingerprint(normal.substring(start, start + length)))) {
                return true;
            }
        }
        return false;
    }

    byte[] bytes() {
        LocalDate day = openedBefore;
        return ByteBuffer.allocate(LENGTH)
                .putLong(concern.value().getMostSignificantBits())
                .putLong(concern.value().getLeastSignificantBits())
                .put(key)
                .put(fingerprint)
                .putLong(day == null ? NEVER : day.toEpochDay())
                .putLong(began.toEpochMilli())
                .putLong(used.toEpochMilli())
                .array();
    }

    static FilerSession of(byte[] bytes) {
        ByteBuffer read = ByteBuffer.wrap(bytes);
        ConcernId concern = new ConcernId(new UUID(read.getLong(), read.getLong()));
        byte[] key = new byte[FilerKeys.BYTES];
        byte[] fingerprint = new byte[FilerKeys.BYTES];
        read.get(key).get(fingerprint);
        long day = read.getLong();
        return new FilerSession(
                concern,
                key,
                fingerprint,
                day == NEVER ? null : LocalDate.ofEpochDay(day),
                Instant.ofEpochMilli(read.getLong()),
                Instant.ofEpochMilli(read.getLong()));
    }

    @Override
    public String toString() {
        return "FilerSession";
    }
}
