package org.contractethics.record.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.contractethics.record.signing.EntryMac;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes entries at the places that the locked head of the tree gives them; the database moves the head with each. */
@Repository
class AppendingFacts {

    /** Clocks of several nodes differ a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final EntryMac macs;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AppendingFacts(JdbcClient jdbc, EntryMac macs, Clock clock) {
        this.jdbc = jdbc;
        this.macs = macs;
        this.clock = clock;
    }

    /** Runs in the transaction of the business act; the head stays locked until that ends. Returns the number of entries. */
    long append(List<Fact> facts) {
        long place = jdbc.sql("select record.lock_head()").query(Long.class).single();
        Instant now = clock.instant();
        for (Fact fact : withClock(facts, now)) {
            SealedFact sealed = Sealing.of(fact, this::nonce);
            insert(sealed.open(), place, CanonicalBody.of(sealed, place, now));
            seal(place, sealed.fields());
            place++;
        }
        return place;
    }

    /** A clock that was set back is said by an entry of its own, or the times of the record would contradict each other. */
    private List<Fact> withClock(List<Fact> facts, Instant now) {
        Instant latest = jdbc.sql("select recorded_at from record.entry where actor <> '-' order by n desc limit 1")
                .query((row, number) ->
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(Instant.EPOCH);
        return now.isBefore(latest.minus(TOLERANCE))
                ? Stream.concat(Stream.of(Fact.clockSetBack(latest, now)), facts.stream())
                        .toList()
                : facts;
    }

    private void insert(Fact fact, long place, CanonicalBody body) {
        jdbc.sql(
                        """
                        insert into record.entry (n, kind, contract, actor, occurred_at, recorded_at, body, leaf, mac)
                        values (:n, :kind, :contract, :actor, :occurredAt, :recordedAt, :body, :leaf, :mac)""")
                .param("n", place)
                .param("kind", fact.kind())
                .param("contract", fact.contract(), java.sql.Types.OTHER)
                .param("actor", fact.actor())
                .param("occurredAt", body.occurredAt().atOffset(ZoneOffset.UTC))
                .param("recordedAt", body.recordedAt().atOffset(ZoneOffset.UTC))
                .param("body", body.bytes())
                .param("leaf", body.leaf())
                .param("mac", macs.of(place, body.leaf()))
                .update();
    }

    /** All fields of an entry in one statement. */
    private void seal(long place, List<SealedField> fields) {
        if (fields.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into record.sealed (n, field, person, nonce, value)
                        select :n, field, person, nonce, value
                        from unnest(:fields::text[], :persons::text[], :nonces::bytea[], :values::bytea[])
                            as f (field, person, nonce, value)""")
                .param("n", place)
                .param("fields", fields.stream().map(SealedField::field).toArray(String[]::new))
                .param("persons", fields.stream().map(SealedField::person).toArray(String[]::new))
                .param("nonces", fields.stream().map(SealedField::nonce).toArray(byte[][]::new))
                .param("values", fields.stream().map(SealedField::value).toArray(byte[][]::new))
                .update();
    }

    private byte[] nonce() {
        byte[] nonce = new byte[Commitment.NONCE];
        random.nextBytes(nonce);
        return nonce;
    }
}
