package org.contractethics.report.internal;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Figures that were counted and are still those of the casebook: it has not changed since, and the question means the same. Nothing
 * is kept beyond a change of the casebook, so that what was erased is not kept here either.
 */
final class KeptFigures {

    /** Each holds everything it counts, some 100 MB over 100,000 reviews; memory that runs short takes them back. */
    private static final int MOST = 3;

    private final Map<Question, SoftReference<FigureSet>> kept = new LinkedHashMap<>(MOST, 0.75f, true);
    private long state = -1;

    /** What is asked, but for the time of the day. */
    private record Question(
            Period period,
            @Nullable String tier,
            @Nullable String agency,
            boolean redacted,
            LocalDate day,
            LocalDate dayOfStates) {

        /** States are told as of just before the moment, so for them midnight belongs to the day before. */
        static Question of(Scope scope) {
            return new Question(
                    scope.period(),
                    scope.tier(),
                    scope.agency(),
                    scope.redacted(),
                    LocalDate.ofInstant(scope.now(), ZoneOffset.UTC),
                    LocalDate.ofInstant(scope.now().minusMillis(1), ZoneOffset.UTC));
        }
    }

    /** @param latest the last moment that the casebook knows of */
    synchronized Optional<FigureSet> find(Scope scope, long stateNow, Instant latest) {
        forgetBefore(stateNow);
        SoftReference<FigureSet> found = kept.get(Question.of(scope));
        FigureSet set = found == null ? null : found.get();
        return set != null && sameMoment(set.scope(), scope, latest) ? Optional.of(set) : Optional.empty();
    }

    /** The end of a period that is over, or two moments between which nothing happened. */
    private static boolean sameMoment(Scope before, Scope now, Instant latest) {
        return before.asOf().equals(now.asOf()) || (latest.isBefore(before.asOf()) && latest.isBefore(now.asOf()));
    }

    synchronized void keep(FigureSet set, long stateNow) {
        forgetBefore(stateNow);
        kept.put(Question.of(set.scope()), new SoftReference<>(set));
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    private void forgetBefore(long stateNow) {
        if (state != stateNow) {
            kept.clear();
            state = stateNow;
        }
    }
}
