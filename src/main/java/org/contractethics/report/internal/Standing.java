package org.contractethics.report.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.record.RecordEntry;

/**
 * What stood when a decision was made, as entries say it since the third schema of the record.
 *
 * @param impacts those left after mitigation
 * @param vulnerableGroups {@code YES}, {@code NO} or {@code UNKNOWN}, as answered at the triage
 * @param informationGap the same
 * @param gaps codes of the safeguards that were missing, those that block first
 */
record Standing(List<Left> impacts, String vulnerableGroups, String informationGap, List<String> gaps) {

    /** An impact left after mitigation. */
    record Left(String right, String severity, String priority) {}

    /** Empty for entries of earlier schemas: nothing is known then, which is not the same as nothing was there. */
    static Optional<Standing> of(RecordEntry entry) {
        return entry.facts().get("standing") instanceof Map<?, ?> codes ? Optional.of(of(codes)) : Optional.empty();
    }

    private static Standing of(Map<?, ?> codes) {
        List<Left> impacts = list(codes, "impacts")
                .filter(Map.class::isInstance)
                .map(one -> (Map<?, ?>) one)
                .map(one -> new Left(text(one, "right"), text(one, "severity"), text(one, "priority")))
                .toList();
        List<String> gaps = Stream.concat(list(codes, "blockingGaps"), list(codes, "otherGaps"))
                .map(String::valueOf)
                .toList();
        return new Standing(impacts, text(codes, "vulnerableGroups"), text(codes, "informationGap"), gaps);
    }

    private static Stream<?> list(Map<?, ?> codes, String name) {
        return codes.get(name) instanceof List<?> list ? list.stream() : Stream.empty();
    }

    private static String text(Map<?, ?> codes, String name) {
        return String.valueOf(Objects.requireNonNullElse(codes.get(name), "UNKNOWN"));
    }

    /** Rights with an impact of this priority. */
    List<String> of(String priority) {
        return impacts.stream()
                .filter(left -> left.priority().equals(priority))
                .map(Left::right)
                .toList();
    }

    /** In words, what was not known or not in the contract; empty where nothing was missing. */
    List<String> missing() {
        List<String> unassessed = impacts.stream()
                .filter(left -> left.severity().equals("INCOMPLETE"))
                .map(left -> left.right() + " not fully assessed")
                .toList();
        Stream<String> information =
                informationGap.equals("NO") ? Stream.empty() : Stream.of("Facts missing at the triage");
        return Stream.concat(
                        Stream.concat(information, unassessed.stream()),
                        gaps.stream().map(Words::of))
                .toList();
    }
}
