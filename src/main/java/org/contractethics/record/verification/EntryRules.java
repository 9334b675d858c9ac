package org.contractethics.record.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What honest entries never do, whatever their hashes: go back in time unannounced, or decide under the same id twice. */
final class EntryRules {

    static final String SET_BACK = "clock-set-back";

    /** Clocks of several nodes differ a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private static final String DECISION = "decision-recorded";

    private final Map<Object, Long> decisions = new HashMap<>();
    private @Nullable Instant latest;

    /** Times to the day only, of acts whose actor must not be found by them, do not count. */
    @Nullable
    String timeProblem(StoredEntry entry) {
        if (entry.actor().equals("-")) {
            return null;
        }
        Instant previous = latest;
        latest = entry.recordedAt();
        boolean back = previous != null && entry.recordedAt().isBefore(previous.minus(TOLERANCE));
        boolean announced = entry.kind().equals(SET_BACK) || entry.mac() == null;
        return back && !announced ? "recorded at a time before the entries in front of it." : null;
    }

    @Nullable
    String decisionProblem(long index, Map<?, ?> body) {
        if (!Objects.equals(body.get("kind"), DECISION) || !(body.get("facts") instanceof Map<?, ?> facts)) {
            return null;
        }
        Object id = facts.get("decisionId");
        Long earlier = id == null ? null : decisions.putIfAbsent(id, index);
        return earlier == null ? null : "the same decision is already recorded in entry " + earlier + ".";
    }
}
