package org.contractethics.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers of another system, asked again when they are older than a minute. While that system fails the last known answer
 * stands and it is left alone for some seconds, so that no page waits for it again and again.
 */
final class LastKnown<K, V> {

    static final Duration FRESH = Duration.ofMinutes(1);
    static final Duration RETRY = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(LastKnown.class);
    private static final int MOST = 10_000;

    private record Answer<V>(V value, Instant at) {}

    private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();
    private final Function<K, V> source;
    private final Clock clock;
    private volatile Instant leftAloneUntil = Instant.MIN;

    LastKnown(Function<K, V> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The answer for this key; empty where the system failed and never answered before. */
    Optional<V> get(K key) {
        Answer<V> known = answers.get(key);
        Instant now = clock.instant();
        boolean fresh = known != null && known.at().plus(FRESH).isAfter(now);
        if (!fresh && !leftAloneUntil.isAfter(now)) {
            known = ask(key, now).orElse(known);
        }
        return Optional.ofNullable(known).map(Answer::value);
    }

    /** The answer of this moment, whenever it was asked before; empty where the system fails now, however it answered before. */
    Optional<V> anew(K key) {
        Instant now = clock.instant();
        return leftAloneUntil.isAfter(now) ? Optional.empty() : ask(key, now).map(Answer::value);
    }

    private Optional<Answer<V>> ask(K key, Instant now) {
        try {
            Answer<V> answer = new Answer<>(source.apply(key), now);
            if (answers.size() >= MOST) {
                answers.clear();
            }
            answers.put(key, answer);
            return Optional.of(answer);
        } catch (RuntimeException e) {
            leftAloneUntil = clock.instant().plus(RETRY);
            LOG.warn("people directory does not answer, the last known answers stand: {}", e.toString());
            return Optional.empty();
        }
    }
}
