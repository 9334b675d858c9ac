package org.contractethics.record.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.verification.Finding;
import org.contractethics.shared.KeptTables;
import org.contractethics.shared.ProcessHistory.Step;
import org.contractethics.shared.ProcessHistory.Trace;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R18: what the engine's history lacks or tells otherwise of one review. */
class HistoryComparisonTests {

    private static final Instant NOW = RecordFixtures.NOW;
    private static final ReviewId REVIEW = new ReviewId(UUID.fromString("00000000-0000-0000-0000-000000000007"));

    private final List<Told> entries = new ArrayList<>(List.of(
            told(0, "review-opened", Map.of()),
            told(3, "stage-completed", Map.of("stage", "LEGAL_STOP", KeptTables.ACTOR, "priya.raman")),
            told(5, "stage-completed", Map.of("stage", "VOTE", KeptTables.ACTOR, "ruth.castillo"))));
    private final List<Step> steps = new ArrayList<>(
            List.of(new Step("LEGAL_STOP", "priya.raman", NOW.plusSeconds(1)), new Step("VOTE", null, NOW)));
    private final Map<String, Integer> passed = new HashMap<>(Map.of("LEGAL_STOP", 1, "VOTE", 1));

    @Test
    void a_whole_history_has_no_gap_and_may_tell_more() {
        assertThat(found()).isEmpty();
        steps.add(new Step("SIGNATURE_GATE", null, NOW));
        passed.put("SIGNATURE_GATE", 1);
        assertThat(found()).isEmpty();
    }

    @Test
    void a_delegate_acts_for_the_holder_and_whoever_was_erased_may_be_anybody() {
        entries.set(
                1,
                told(
                        3,
                        "stage-completed",
                        Map.of("stage", "LEGAL_STOP", KeptTables.ACTOR, "leo.brandt", "onBehalfOf", "priya.raman")));
        assertThat(found()).isEmpty();
        entries.set(1, told(3, "stage-completed", Map.of("stage", "LEGAL_STOP", KeptTables.ACTOR, Told.UNKNOWN)));
        assertThat(found()).isEmpty();
    }

    @Test
    void a_history_that_was_deleted_as_a_whole_is_missed() {
        assertThat(found(null)).contains(said(3, "is gone: it was deleted"));
    }

    @Test
    void a_task_that_was_deleted_is_missed_even_where_the_stage_was_done_more_than_once() {
        entries.add(told(9, "stage-completed", Map.of("stage", "LEGAL_STOP", KeptTables.ACTOR, "priya.raman")));
        assertThat(found()).contains(said(9, "lacks the task LEGAL_STOP: it was deleted"));
        steps.clear();
        assertThat(found()).contains(said(3, "lacks the task LEGAL_STOP: it was deleted"));
    }

    @Test
    void a_task_that_was_edited_is_found_by_its_holder_and_by_its_time() {
        steps.set(0, new Step("LEGAL_STOP", "sofia.marin", NOW));
        assertThat(found()).contains(said(3, "tells otherwise who completed LEGAL_STOP, or when: it was edited"));
        steps.set(0, new Step("LEGAL_STOP", "priya.raman", NOW.minus(Duration.ofDays(2))));
        assertThat(found()).contains(said(3, "tells otherwise who completed LEGAL_STOP, or when: it was edited"));
    }

    @Test
    void a_step_that_was_deleted_and_a_begin_that_was_edited_are_found() {
        passed.put("VOTE", 0);
        assertThat(found()).contains(said(5, "lacks the step VOTE: it was deleted"));
        assertThat(found(new Trace(NOW.minus(Duration.ofDays(365)), steps, passed)))
                .contains(said(0, "begins at another time: it was edited"));
    }

    private Optional<String> found() {
        return found(new Trace(NOW, steps, passed));
    }

    private Optional<String> found(@Nullable Trace trace) {
        return new HistoryComparison(REVIEW, entries).first(trace).map(Finding::message);
    }

    private static String said(long entry, String what) {
        return "Entry " + entry + ": the engine's history of the review " + REVIEW + " of contract c " + what
                + " behind the application's back.";
    }

    private static Told told(long index, String kind, Map<String, String> facts) {
        return new Told(index, kind, "c", NOW, new HashMap<>(facts));
    }
}
