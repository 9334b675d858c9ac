package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.review.Reviews.ReviewSummary;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.contractethics.workflow.internal.CasePosition.Mark;
import org.contractethics.workflow.internal.CasePosition.Position;
import org.contractethics.workflow.internal.CasePosition.State;
import org.contractethics.workflow.internal.CasePosition.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way a review took through the diagram, and what of it is late. */
@SuppressWarnings("NullAway") // the engine is there before any test is made
class CaseMarksTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.CONTRACT_REVIEW, Map.of());

    private final UUID review = UUID.randomUUID();
    private final DayWords words = new DayWords(Settings.usual());
    private final CasePosition positions = new CasePosition(
            rig.items,
            new CaseMarks(rig.engine.getHistoryService(), rig.engine.getRepositoryService(), words, rig.clock),
            rig.engine.getManagementService(),
            rig.neighbours.people(),
            new ReviewPath(),
            rig.neighbours.deltaReviews(),
            words,
            new TimeUsed(Settings.usual()::workingDays, Settings.days(), words, rig.clock),
            rig.clock);

    @AfterAll
    static void stopEngine() {
        rig.close();
    }

    @BeforeEach
    void openReview() {
        rig.timeBecomes(EngineRig.MONDAY_MORNING);
        rig.engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                        ProcessNames.CONTRACT_REVIEW,
                        review.toString(),
                        Map.of(
                                ProcessNames.CONTRACT_ID,
                                UUID.randomUUID().toString(),
                                ProcessNames.SUBMITTER,
                                "sofia"));
    }

    @AfterEach
    void endReview() {
        rig.clear();
    }

    @Test
    void the_way_to_the_first_step_is_marked_and_no_other() {
        assertThat(passed()).containsExactlyInAnyOrder("begins", "documents-checked-next");
    }

    @Test
    void a_t1_review_takes_the_short_way() {
        workedOff("document-check", Map.of());
        workedOff("legal-stop", Map.of("legalResult", "CLEAR"));
        workedOff("triage", Map.of("tier", "T1"));
        workedOff("assessment", Map.of());

        assertThat(passed())
                .contains("legally-cleared", "research-skipped", "assessment-next", "mitigation-skipped", "vote-next")
                .doesNotContain("legal-stopped", "research-needed", "researched", "mitigation-needed", "voted");
    }

    @Test
    void after_a_return_both_ways_are_marked() {
        workedOff("document-check", Map.of());
        workedOff("legal-stop", Map.of("legalResult", "CLEAR"));
        workedOff("triage", Map.of("tier", "T1"));
        workedOff("assessment", Map.of());
        workedOff("vote", Map.of());
        workedOff("decision", Map.of("outcome", "RETURN"));
        workedOff("clarification", Map.of());

        assertThat(passed())
                .contains("returned", "clarification-asked", "clarified", "documents-checked-next")
                .doesNotContain("decided", "mismatched", "appeal-returned");
        assertThat(position().marks()).containsEntry("document-check", mark(State.CURRENT, "Due 24 Nov", false));
    }

    @Test
    void an_overdue_step_says_by_how_much_in_the_diagram_and_in_words() {
        rig.timeBecomes(EngineRig.MONDAY_MORNING.plus(Duration.ofDays(4)));

        Position position = position();

        assertThat(position.marks()).containsEntry("document-check", mark(State.CURRENT, "Overdue by 3 days", true));
        assertThat(position.steps().get(0))
                .extracting(Step::state, Step::when, Step::late)
                .containsExactly(State.CURRENT, "due 24 Nov 2026", "Overdue by 3 days");
        assertThat(passed()).contains("document-check-escalates").doesNotContain("documents-confirmed");
    }

    private List<String> passed() {
        List<String> flows = new ArrayList<>();
        position().marks().forEach((element, mark) -> {
            if (mark.state() == State.PASSED) {
                flows.add(element);
            }
        });
        return flows;
    }

    private Position position() {
        return positions
                .of(new ReviewSummary(
                        new ReviewId(review),
                        new ContractId(UUID.randomUUID()),
                        "sofia",
                        null,
                        null,
                        false,
                        EngineRig.MONDAY_MORNING))
                .orElseThrow();
    }

    private void workedOff(String task, Map<String, Object> facts) {
        String id = rig.items.lockOpen(review, task).orElseThrow().taskId();
        rig.engine.getTaskService().complete(id, new HashMap<>(facts));
        rig.items.completed(id, "somebody", rig.clock.instant());
    }

    private static Mark mark(State state, String badge, boolean overdue) {
        return new Mark(state, badge, overdue);
    }
}
