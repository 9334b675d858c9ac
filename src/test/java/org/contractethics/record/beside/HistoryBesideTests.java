package org.contractethics.record.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.verification.Finding;
import org.contractethics.shared.KeptTables;
import org.contractethics.shared.ProcessHistory;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;

class HistoryBesideTests {

    private static final Instant THEN = RecordFixtures.NOW;
    private static final ReviewId REVIEW = new ReviewId(UUID.fromString("00000000-0000-0000-0000-000000000007"));

    private final Map<ReviewId, ProcessHistory.Trace> traces = new HashMap<>();
    private Set<ReviewId> existing = Set.of(REVIEW);

    @Test
    void what_the_engine_cleans_up_by_itself_is_no_gap() {
        assertThat(found(THEN.plus(Duration.ofDays(99)))).isPresent();
        assertThat(found(THEN.plus(Duration.ofDays(101)))).isEmpty();
    }

    @Test
    void an_entry_about_a_review_that_neither_tables_nor_engine_know_is_not_of_a_review() {
        existing = Set.of();

        assertThat(found(THEN)).isEmpty();
    }

    @Test
    void a_review_that_the_engine_knows_and_the_tables_do_not_was_removed() {
        existing = Set.of();
        traces.put(REVIEW, new ProcessHistory.Trace(THEN, List.of(), Map.of()));

        assertThat(found(THEN).orElse(""))
                .startsWith("Entry 3: the engine's history of the review " + REVIEW)
                .contains("is there, but the review is not");
    }

    @Test
    void a_review_in_which_nothing_was_completed_and_an_entry_without_a_review_are_left_alone() {
        assertThat(found(THEN, told("review-opened", Map.of("reviewId", REVIEW.toString()))))
                .isEmpty();
        assertThat(found(THEN, told("stage-completed", Map.of("stage", "VOTE"))))
                .isEmpty();
    }

    private Optional<String> found(Instant now) {
        return found(now, told("stage-completed", Map.of("reviewId", REVIEW.toString(), "stage", "VOTE")));
    }

    private Optional<String> found(Instant now, Told... entries) {
        ProcessHistory history = new ProcessHistory() {
            @Override
            public Duration kept() {
                return Duration.ofDays(100);
            }

            @Override
            public Map<ReviewId, Trace> reviews() {
                return traces;
            }
        };
        return HistoryBeside.difference(List.of(entries), asked -> existing, history, now)
                .map(Finding::message);
    }

    private static Told told(String kind, Map<String, String> facts) {
        Map<String, String> all = new HashMap<>(facts);
        all.put(KeptTables.ACTOR, "priya.raman");
        return new Told(3, kind, "c", THEN, all);
    }
}
