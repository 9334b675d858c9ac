package org.contractethics.record.beside;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.contractethics.record.internal.Beside;
import org.contractethics.record.verification.Finding;
import org.contractethics.record.verification.Found;
import org.contractethics.shared.KeptReviews;
import org.contractethics.shared.KeptTables;
import org.contractethics.shared.ProcessHistory;
import org.contractethics.shared.ProcessHistory.Trace;
import org.contractethics.shared.ReviewId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds the engine's history of reviews against the entries about them. Nothing rests on that history, but where it lacks what entries
 * tell, somebody deleted or edited it. What the application itself lets run out is no gap.
 */
@Component
@Order(2)
class HistoryBeside implements Beside {

    static final String OPENED = "review-opened";
    static final String COMPLETED = "stage-completed";

    private final TellingEntries entries;
    private final KeptReviews kept;
    private final ObjectProvider<ProcessHistory> engine;
    private final Clock clock;

    HistoryBeside(TellingEntries entries, KeptReviews kept, ObjectProvider<ProcessHistory> engine, Clock clock) {
        this.entries = entries;
        this.kept = kept;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Found> differences() {
        return engine.stream()
                .limit(1)
                .flatMap(history -> {
                    List<Told> told = entries.of(List.of(OPENED, COMPLETED), List.of(KeptTables.ACTOR, "onBehalfOf"));
                    return difference(told, kept::existing, history, clock.instant()).stream();
                })
                .map(finding -> new Found("history of the engine", finding))
                .toList();
    }

    static Optional<Finding> difference(
            List<Told> entries, UnaryOperator<Set<ReviewId>> existing, ProcessHistory history, Instant now) {
        Map<ReviewId, List<Told>> told = byReview(entries);
        Set<ReviewId> there = told.isEmpty() ? Set.of() : existing.apply(told.keySet());
        Map<ReviewId, Trace> traces = history.reviews();
        Instant oldest = now.minus(history.kept());
        return told.entrySet().stream()
                .filter(review -> latest(review.getValue()).isAfter(oldest))
                .flatMap(review -> {
                    Trace trace = traces.get(review.getKey());
                    HistoryComparison comparison = new HistoryComparison(review.getKey(), review.getValue());
                    return (there.contains(review.getKey()) ? comparison.first(trace) : comparison.orphan(trace))
                            .stream();
                })
                .findFirst();
    }

    /** A review that was only opened has completed nothing that its history could lack. */
    private static Map<ReviewId, List<Told>> byReview(List<Told> entries) {
        Map<ReviewId, List<Told>> told = new LinkedHashMap<>();
        entries.forEach(entry -> review(entry).ifPresent(review -> told.computeIfAbsent(review, id -> new ArrayList<>())
                .add(entry)));
        told.values().removeIf(of -> of.stream().noneMatch(entry -> entry.kind().equals(COMPLETED)));
        return told;
    }

    private static Optional<ReviewId> review(Told entry) {
        try {
            return Optional.of(new ReviewId(UUID.fromString(entry.fact("reviewId"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Instant latest(List<Told> entries) {
        return entries.get(entries.size() - 1).at();
    }
}
