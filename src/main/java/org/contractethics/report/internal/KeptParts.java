package org.contractethics.report.internal;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was counted of each block for the last questions. It is not counted again while nothing about the block changed and the question
 * means the same, so that a look after a change costs what changed.
 */
final class KeptParts<R> {

    /** Two for each look, the period and the one before; memory that runs short takes them back. */
    private static final int MOST = 6;

    private final Map<Question, SoftReference<ByFigure<R>>> kept = new LinkedHashMap<>(MOST, 0.75f, true);

    /** @param changes how often the block had changed when it was counted */
    private record Part<R>(long changes, Instant asOf, R counted) {}

    /** Figures are counted side by side, and the same figure may be asked for by two people. */
    private static final class ByFigure<R> {

        private final Map<Figure, Map<Block<?>, Part<R>>> figures = new EnumMap<>(Figure.class);

        synchronized Map<Block<?>, Part<R>> of(Figure figure) {
            return figures.computeIfAbsent(figure, any -> new ConcurrentHashMap<>());
        }
    }

    /**
     * The parts of a figure in the order of the blocks; they must not be changed.
     *
     * @param latest the last moment that the casebook knows of
     */
    <T> List<R> of(
            Collection<Block<T>> blocks, Figure figure, Scope scope, Instant latest, Function<Block<T>, R> counting) {
        Map<Block<?>, Part<R>> parts = asked(Question.of(scope)).of(figure);
        return blocks.stream()
                .map(block -> {
                    Part<R> part = parts.get(block);
                    if (part == null
                            || part.changes() != block.changes()
                            || !Question.sameMoment(part.asOf(), scope.asOf(), latest)) {
                        part = new Part<>(block.changes(), scope.asOf(), counting.apply(block));
                        parts.put(block, part);
                    }
                    return part.counted();
                })
                .toList();
    }

    private synchronized ByFigure<R> asked(Question question) {
        SoftReference<ByFigure<R>> found = kept.get(question);
        ByFigure<R> parts = found == null ? null : found.get();
        if (parts == null) {
            parts = new ByFigure<>();
            kept.put(question, new SoftReference<>(parts));
            if (kept.size() > MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return parts;
    }
}
