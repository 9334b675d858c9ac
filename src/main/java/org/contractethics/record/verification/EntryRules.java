package org.contractethics.record.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What honest entries never do, whatever their hashes: go back in time unannounced, decide under the same id twice, or follow an earlier
 * schema than the one in front of them.
 */
final class EntryRules {

    static final String SET_BACK = "clock-set-back";

    /** Clocks of several nodes differ a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private static final String DECISION = "decision-recorded";
    private static final String NOBODY = "-";
    private static final Long FIRST = 1L;

    private final Map<Object, Long> decisions = new HashMap<>();
    private @Nullable Instant latest;
    private long schema;

    /** Times to the day only, of acts whose actor must not be found by them, do not count. */
    @Nullable
    String timeProblem(StoredEntry entry) {
        boolean announced = entry.kind().equals(SET_BACK) || entry.mac() == null;
        return timeProblem(entry.actor(), entry.recordedAt(), announced);
    }

    /** The same of bytes alone. Which entries of the first schema are from before macs they do not tell: these went back unannounced. */
    @Nullable
    String timeProblem(Map<?, ?> body) {
        Instant recordedAt = EntryTimes.recorded(body);
        boolean announced = Objects.equals(body.get("kind"), SET_BACK) || Objects.equals(body.get("schema"), FIRST);
        return recordedAt == null ? null : timeProblem(body.get("actor"), recordedAt, announced);
    }

    private @Nullable String timeProblem(@Nullable Object actor, Instant recordedAt, boolean announced) {
        if (Objects.equals(actor, NOBODY)) {
            return null;
        }
        Instant previous = latest;
        latest = recordedAt;
        boolean back = previous != null && recordedAt.isBefore(previous.minus(TOLERANCE));
        return back && !announced ? "recorded at a time before the entries in front of it." : null;
    }

    /** An earlier schema would be the way around what a later one forbids. */
    @Nullable
    String bodyProblem(long index, Map<?, ?> body) {
        long previous = schema;
        schema = body.get("schema") instanceof Long number ? number : 0;
        return schema < previous
                ? "the body is of schema " + schema + ", and an entry in front of it is of schema " + previous + "."
                : decisionProblem(index, body);
    }

    private @Nullable String decisionProblem(long index, Map<?, ?> body) {
        if (!Objects.equals(body.get("kind"), DECISION) || !(body.get("facts") instanceof Map<?, ?> facts)) {
            return null;
        }
        Object id = facts.get("decisionId");
        Long earlier = id == null ? null : decisions.putIfAbsent(id, index);
        return earlier == null ? null : "the same decision is already recorded in entry " + earlier + ".";
    }
}
