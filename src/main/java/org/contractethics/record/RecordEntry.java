package org.contractethics.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the record.
 *
 * @param index its place, from 0, without gaps
 * @param kind the past-tense name of what happened, for example {@code decision-recorded}; readers must expect unknown ones
 * @param contract the contract it is about, or null
 * @param actor account name, {@code system}, {@code -} where the actor must not be known, or a text that begins with
 *     {@link #ERASED} where the person was erased
 * @param occurredAt when it happened, to the millisecond; to the day where the actor must not be known
 * @param recordedAt when it was appended, with the same precision
 * @param facts what happened, as plain JSON values; whole numbers are {@link Integer} or {@link Long}. Sealed values are opened; one that
 *     was erased begins with {@link #ERASED}
 * @param body the canonical JSON text (RFC 8785) whose UTF-8 bytes are hashed
 * @param leafHash SHA-256 over a zero byte and the body, lower-case hex
 */
public record RecordEntry(
        long index,
        String kind,
        @Nullable ContractId contract,
        String actor,
        Instant occurredAt,
        Instant recordedAt,
        Map<String, Object> facts,
        String body,
        String leafHash) {

    /** The actor of entries whose actor must not be known. */
    public static final String UNNAMED = "-";

    /** How a value begins that was erased; a day and a basis follow. No account name holds a space. */
    public static final String ERASED = "erased on ";

    private static final Pattern CONCERN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** A fact that is a text; empty where it is missing or of another type. */
    public Optional<String> text(String fact) {
        return facts.get(fact) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The concern it tells of; empty where it tells of none. */
    public Optional<ConcernId> concern() {
        return text("concernId").filter(id -> CONCERN.matcher(id).matches()).map(ConcernId::valueOf);
    }

    /** A fact that is a whole number; empty where it is missing or of another type. */
    public OptionalLong number(String fact) {
        return facts.get(fact) instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    /** Whether the fact is there and true. */
    public boolean flag(String fact) {
        return Boolean.TRUE.equals(facts.get(fact));
    }

    /** A fact that is a list; empty where it is missing or of another type. */
    public List<?> list(String fact) {
        return facts.get(fact) instanceof List<?> list ? list : List.of();
    }

    /** Whether the person who acted was erased. */
    public boolean actorErased() {
        return actor.startsWith(ERASED);
    }

    /** Whether it is told to the day only, because its actor must not be found by the time. */
    public boolean dayOnly() {
        return actor.equals(UNNAMED);
    }

    /** The day it happened, UTC. */
    public LocalDate day() {
        return occurredAt.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
