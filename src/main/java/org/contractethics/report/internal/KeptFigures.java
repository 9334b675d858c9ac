package org.contractethics.report.internal;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Figures that were counted and are still those of the casebook: it has not changed since, and the question means the same. Nothing
 * is kept beyond a change of the casebook, so that what was erased is not kept here either.
 */
final class KeptFigures {

    /** Each holds everything it counts, some 100 MB over 100,000 reviews; memory that runs short takes them back. */
    private static final int MOST = 3;

    private final Map<Question, SoftReference<FigureSet>> kept = new LinkedHashMap<>(MOST, 0.75f, true);
    private long state = -1;

    /** @param latest the last moment that the casebook knows of */
    synchronized Optional<FigureSet> find(Scope scope, long stateNow, Instant latest) {
        forgetBefore(stateNow);
        SoftReference<FigureSet> found = kept.get(Question.of(scope));
        FigureSet set = found == null ? null : found.get();
        return set != null && Question.sameMoment(set.scope().asOf(), scope.asOf(), latest)
                ? Optional.of(set)
                : Optional.empty();
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
