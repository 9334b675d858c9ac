package org.contractethics.record.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.record.signing.TreeHashes;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/** The bytes of an entry: canonicalised once, kept and hashed as they are, never canonicalised again. */
final class CanonicalBody {

    /** Length that a two-byte counter can tell, as the tile format of public logs does. */
    static final int LONGEST = 65_535;

    /**
     * Entries of the first version named people and held texts openly; decisions of the second do not say in codes what stood when they
     * were made; entries of the third do not name the version of the schema of their kind. They are read as before.
     */
    static final int SCHEMA = 4;

    /** Lengths of entries without an actor, in bytes: multiples of it. */
    static final int CLASS = 1_024;

    private static final String PADDING = "padding";

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = new JsonMapper();

    private final Instant occurredAt;
    private final Instant recordedAt;
    private final byte[] bytes;
    private final byte[] leaf;

    private CanonicalBody(Instant occurredAt, Instant recordedAt, byte[] bytes) {
        this.occurredAt = occurredAt;
        this.recordedAt = recordedAt;
        this.bytes = bytes;
        this.leaf = TreeHashes.leaf(bytes);
    }

    static CanonicalBody of(SealedFact sealed, long place, Instant now) {
        Fact fact = sealed.open();
        Instant occurredAt = coarse(fact, fact.occurredAt());
        Instant recordedAt = coarse(fact, now);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("schema", SCHEMA);
        body.put("seq", place);
        body.put("kind", fact.kind());
        body.put("version", version(fact));
        if (fact.contract() != null) {
            body.put("contract", fact.contract().toString());
        }
        body.put("actor", fact.actor());
        body.put("occurredAt", MILLISECONDS.format(occurredAt));
        body.put("recordedAt", MILLISECONDS.format(recordedAt));
        body.put("facts", fact.facts());
        body.put("persons", sealed.persons());
        body.put("texts", sealed.texts());
        if (fact.dayOnly()) {
            pad(body);
        }
        byte[] bytes = canonical(JSON.writeValueAsString(body));
        int length = bytes.length + sealed.sealedBytes();
        if (length > LONGEST) {
            throw new UnfitFactException(fact.kind(), "takes " + length + " bytes, more than " + LONGEST);
        }
        return new CanonicalBody(occurredAt, recordedAt, bytes);
    }

    private static int version(Fact fact) {
        if (fact.version() < 1) {
            throw new UnfitFactException(fact.kind(), "was not held against the schema of its kind");
        }
        return fact.version();
    }

    /** What somebody did who must not be known is as long as all else of that kind, so that its length tells nothing. */
    private static void pad(Map<String, Object> body) {
        body.put(PADDING, "");
        int length = canonical(JSON.writeValueAsString(body)).length;
        body.put(PADDING, "0".repeat(Math.floorMod(-length, CLASS)));
    }

    /** RFC 8785. */
    static byte[] canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    Instant occurredAt() {
        return occurredAt;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    byte[] leaf() {
        return leaf.clone();
    }

    /** To the millisecond; to the day where a finer time would single out the person who acted. */
    private static Instant coarse(Fact fact, Instant time) {
        return time.truncatedTo(fact.dayOnly() ? ChronoUnit.DAYS : ChronoUnit.MILLIS);
    }
}
