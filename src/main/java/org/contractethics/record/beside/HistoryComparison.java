package org.contractethics.record.beside;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.contractethics.record.verification.Finding;
import org.contractethics.shared.KeptTables;
import org.contractethics.shared.ProcessHistory.Step;
import org.contractethics.shared.ProcessHistory.Trace;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/** One review: what its entries tell, and what the engine's history still tells. */
final class HistoryComparison {

    /** The engine writes local times, of which one hour of a year comes twice; nodes may stand in different zones. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private final ReviewId review;
    private final List<Told> entries;

    /** @param entries in order; at least one completed stage is among them */
    HistoryComparison(ReviewId review, List<Told> entries) {
        this.review = review;
        this.entries = entries;
    }

    Optional<Finding> first(@Nullable Trace trace) {
        if (trace == null) {
            return Optional.of(finding(completed().get(0), "is gone: it was deleted"));
        }
        return begin(trace).or(() -> steps(trace)).or(() -> passed(trace));
    }

    /** Of a review that does not exist: entries that the application wrote are known to its engine as well. */
    Optional<Finding> orphan(@Nullable Trace trace) {
        return Optional.ofNullable(trace)
                .map(known -> finding(completed().get(0), "is there, but the review is not: it was removed by SQL"));
    }

    private List<Told> completed() {
        return entries.stream()
                .filter(entry -> entry.kind().equals(HistoryBeside.COMPLETED))
                .toList();
    }

    private Optional<Finding> begin(Trace trace) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(HistoryBeside.OPENED) && !near(entry.at(), trace.begunAt()))
                .findFirst()
                .map(entry -> finding(entry, "begins at another time: it was edited"));
    }

    private Optional<Finding> steps(Trace trace) {
        List<Step> left = new ArrayList<>(trace.steps());
        List<Told> unmatched = completed().stream()
                .filter(entry -> take(left, entry, HistoryComparison::same).isEmpty())
                .toList();
        return unmatched.stream()
                .findFirst()
                .map(entry -> take(left, entry, HistoryComparison::sameStage).isPresent()
                        ? finding(entry, "tells otherwise who completed " + stage(entry) + ", or when: it was edited")
                        : finding(entry, "lacks the task " + stage(entry) + ": it was deleted"));
    }

    private static Optional<Step> take(List<Step> left, Told entry, BiPredicate<Told, Step> fits) {
        Optional<Step> found =
                left.stream().filter(step -> fits.test(entry, step)).findFirst();
        found.ifPresent(left::remove);
        return found;
    }

    private static boolean same(Told entry, Step step) {
        return sameStage(entry, step) && near(entry.at(), step.completedAt()) && isHolder(entry, step.holder());
    }

    private static boolean sameStage(Told entry, Step step) {
        return entry.fact("stage").equals(step.stage());
    }

    /** A delegate acts for whoever holds the task; where many work at once nobody holds it. */
    private static boolean isHolder(Told entry, @Nullable String holder) {
        String told = entry.facts().getOrDefault("onBehalfOf", entry.fact(KeptTables.ACTOR));
        return holder == null || told.equals(Told.UNKNOWN) || told.equals(holder);
    }

    /** A process leaves a stage at least as often as it is completed. */
    private Optional<Finding> passed(Trace trace) {
        Map<String, List<Told>> stages = new LinkedHashMap<>();
        completed().forEach(entry -> stages.computeIfAbsent(entry.fact("stage"), stage -> new ArrayList<>())
                .add(entry));
        return stages.entrySet().stream()
                .filter(stage -> trace.passed().getOrDefault(stage.getKey(), 0)
                        < stage.getValue().size())
                .findFirst()
                .map(stage -> finding(
                        stage.getValue().get(0),
                        "lacks the step " + stage(stage.getValue().get(0)) + ": it was deleted"));
    }

    private static String stage(Told entry) {
        return entry.fact("stage");
    }

    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
    }

    private Finding finding(Told entry, String what) {
        return new Finding(
                entry.index(),
                "Entry " + entry.index() + ": the engine's history of the review " + review + " of contract "
                        + entry.contract() + " " + what + " behind the application's back.");
    }
}
