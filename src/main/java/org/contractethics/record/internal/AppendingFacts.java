package org.contractethics.record.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.contractethics.record.signing.EntryMac;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes entries at the places that the locked head of the tree gives them; the database moves the head with each. */
@Repository
class AppendingFacts {

    /** Clocks of several nodes differ a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    /**
     * All entries of a transaction in the order of their places, and all sealed fields of them; nothing where the clock was set
     * back. The head is locked before, so this sees every entry there is.
     */
    private static final String APPEND =
            """
            with latest as (select recorded_at from record.entry where actor <> '-' order by n desc limit 1),
            entries as (
                insert into record.entry (n, kind, contract, actor, occurred_at, recorded_at, body, leaf, mac)
                select n, kind, contract, actor, occurred_at, recorded_at, body, leaf, mac
                from unnest(:places::bigint[], :kinds::text[], :contracts::uuid[], :actors::text[],
                        :occurred::timestamptz[], :recorded::timestamptz[], :bodies::bytea[], :leaves::bytea[],
                        :macs::bytea[])
                    as e (n, kind, contract, actor, occurred_at, recorded_at, body, leaf, mac)
                where not exists (select from latest where latest.recorded_at > :tolerated::timestamptz)
                order by n returning n),
            fields as (
                insert into record.sealed (n, field, person, nonce, value)
                select n, field, person, nonce, value
                from unnest(:sealedIn::bigint[], :fields::text[], :persons::text[], :nonces::bytea[], :values::bytea[])
                    as f (n, field, person, nonce, value)
                where exists (select from entries))
            select exists (select from entries)""";

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
        if (insert(entries(facts, place, now), now.plus(TOLERANCE))) {
            return place + facts.size();
        }
        return place + appendWithClock(facts, place, now);
    }

    /** A clock that was set back is said by an entry of its own, or the times of the record would contradict each other. */
    private int appendWithClock(List<Fact> facts, long place, Instant now) {
        Instant latest = jdbc.sql("select recorded_at from record.entry where actor <> '-' order by n desc limit 1")
                .query((row, number) ->
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant())
                .single();
        List<Fact> all = Stream.concat(Stream.of(clockSetBack(latest, now)), facts.stream())
                .toList();
        if (!insert(entries(all, place, now), latest)) {
            throw new IllegalStateException("the record took no entry although its head is locked");
        }
        return all.size();
    }

    private static Fact clockSetBack(Instant latest, Instant now) {
        return EntrySchemas.published().fitting(Fact.clockSetBack(latest, now));
    }

    private List<Entry> entries(List<Fact> facts, long first, Instant now) {
        List<Entry> entries = new ArrayList<>();
        long place = first;
        for (Fact fact : facts) {
            SealedFact sealed = Sealing.of(fact, this::nonce);
            entries.add(new Entry(place, sealed, CanonicalBody.of(sealed, place, now)));
            place++;
        }
        return entries;
    }

    private record Entry(long place, SealedFact sealed, CanonicalBody body) {

        Fact fact() {
            return sealed.open();
        }
    }

    private record Field(long place, SealedField sealed) {}

    /** @param tolerated what was recorded last is no later than this, or nothing is inserted and the answer is false */
    private boolean insert(List<Entry> entries, Instant tolerated) {
        List<Field> fields = entries.stream()
                .flatMap(entry -> entry.sealed().fields().stream().map(field -> new Field(entry.place(), field)))
                .toList();
        return jdbc.sql(APPEND)
                .param("tolerated", tolerated.toString())
                .param("places", all(entries, Entry::place, Long[]::new))
                .param("kinds", all(entries, entry -> entry.fact().kind(), String[]::new))
                .param("contracts", all(entries, entry -> entry.fact().contract(), UUID[]::new))
                .param("actors", all(entries, entry -> entry.fact().actor(), String[]::new))
                .param(
                        "occurred",
                        all(entries, entry -> entry.body().occurredAt().toString(), String[]::new))
                .param(
                        "recorded",
                        all(entries, entry -> entry.body().recordedAt().toString(), String[]::new))
                .param("bodies", all(entries, entry -> entry.body().bytes(), byte[][]::new))
                .param("leaves", all(entries, entry -> entry.body().leaf(), byte[][]::new))
                .param(
                        "macs",
                        all(
                                entries,
                                entry -> macs.of(entry.place(), entry.body().leaf()),
                                byte[][]::new))
                .param("sealedIn", all(fields, Field::place, Long[]::new))
                .param("fields", all(fields, field -> field.sealed().field(), String[]::new))
                .param("persons", all(fields, field -> field.sealed().person(), String[]::new))
                .param("nonces", all(fields, field -> field.sealed().nonce(), byte[][]::new))
                .param("values", all(fields, field -> field.sealed().value(), byte[][]::new))
                .query(Boolean.class)
                .single();
    }

    private static <E, V> V[] all(List<E> entries, Function<E, @Nullable V> column, IntFunction<V[]> array) {
        return entries.stream().map(column).toArray(array);
    }

    private byte[] nonce() {
        byte[] nonce = new byte[Commitment.NONCE];
        random.nextBytes(nonce);
        return nonce;
    }
}
