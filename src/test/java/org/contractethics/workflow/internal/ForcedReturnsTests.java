package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.review.Reviews.ReviewOpened;
import org.contractethics.review.Reviews.ReviewSummary;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No case stands still because whoever holds a task fell ill or left. */
@SuppressWarnings("NullAway") // the engine is there before any test is made
class ForcedReturnsTests {

    private static final Actor PRIYA = new Actor("priya", "Priya Raman", Set.of(Role.LEGAL_REVIEWER));
    private static final Actor RUTH = new Actor("ruth", "Ruth Castillo", Set.of(Role.PANEL_CHAIR));
    private static final Instant LATE = Instant.parse("2026-11-25T09:00:00Z");
    private static final EngineRig rig = new EngineRig(ProcessNames.CONTRACT_REVIEW, Map.of());

    private final List<Object> published = new ArrayList<>();
    private final ReviewId review = new ReviewId(UUID.randomUUID());
    private final ClaimingTasks claiming = new ClaimingTasks(
            rig.items, rig.eligibility(), rig.forced(), rig.engine.getTaskService(), published::add, rig.clock);
    private String task = "";

    @AfterAll
    static void stopEngine() {
        rig.close();
    }

    @BeforeEach
    void aTaskThatPriyaHolds() {
        rig.clock.set(EngineRig.MONDAY_MORNING);
        rig.neighbours.people.put("priya", Set.of(Role.LEGAL_REVIEWER));
        new ReviewProcess(
                        rig.engine.getRuntimeService(),
                        rig.engine.getTaskService(),
                        rig.versions(),
                        rig.items,
                        rig.eligibility(),
                        rig.neighbours.delegations(),
                        published::add)
                .starts(new ReviewOpened(review, new ContractId(UUID.randomUUID()), "sofia", rig.clock.instant()));
        task = rig.items.ofSubject(review.value()).get(0).taskId();
        claiming.claim(task, PRIYA);
        published.clear();
    }

    @AfterEach
    void endReview() {
        rig.neighbours.directoryDown = false;
        rig.clear();
    }

    @ParameterizedTest
    @EnumSource(names = {"PANEL_CHAIR", "BOARD_COMMITTEE"})
    void an_overdue_task_is_taken_back_for_the_group_and_recorded(Role role) {
        rig.clock.set(LATE);

        claiming.takeBack(task, new Actor("ruth", "Ruth", Set.of(role)));

        assertThat(rig.items.lock(task)).get().extracting(InboxItem::assignee).isNull();
        assertThat(published)
                .filteredOn(RecordedEvent.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    RecordedEvent fact = (RecordedEvent) event;
                    assertThat(fact.kind()).isEqualTo("task-taken-back");
                    assertThat(fact.actor()).isEqualTo("ruth");
                    assertThat(fact.facts()).containsEntry("holder", "priya").containsEntry("ground", "OVERDUE");
                });
        assertThat(published)
                .filteredOn(Notice.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((Notice) event).usernames()).containsExactly("priya"));
    }

    /** Bad input 33 */
    @Test
    void a_task_of_somebody_who_may_not_do_it_any_more_is_taken_back_at_once() {
        rig.neighbours.objections.put("priya", List.of("This task is for: Legal reviewer."));

        claiming.takeBack(task, RUTH);

        assertThat(published)
                .filteredOn(RecordedEvent.class::isInstance)
                .extracting(event -> ((RecordedEvent) event).facts().get("ground"))
                .containsExactly("HOLDER_NOT_ELIGIBLE");
    }

    @Test
    void a_task_in_time_stays_with_a_holder_who_may_do_it() {
        refused(Refused.Kind.CONFLICT, RUTH);
    }

    @Test
    void nobody_else_takes_tasks_back() {
        rig.clock.set(LATE);

        refused(Refused.Kind.NOT_ALLOWED, new Actor("leo", "Leo", Set.of(Role.LEGAL_REVIEWER)));
        refused(Refused.Kind.INVALID, new Actor("priya", "Priya", Set.of(Role.PANEL_CHAIR)));
    }

    @Test
    void a_chair_with_an_interest_or_a_conflict_takes_nothing_back() {
        rig.clock.set(LATE);
        rig.neighbours.barred.put("ruth", List.of("You declared a conflict of interest in this review (H2)."));

        refused(Refused.Kind.NOT_ALLOWED, RUTH);
    }

    @Test
    void work_after_the_signature_is_judged_by_the_review_of_its_contract_and_a_policy_by_none() {
        ContractId contract = new ContractId(UUID.randomUUID());
        ContractLine line = new ContractLine(contract, "C-000184", "Cloud", "Border agency");
        rig.neighbours.latest.put(
                contract,
                new ReviewSummary(review, contract, "sofia", "T3", "APPROVE", true, EngineRig.MONDAY_MORNING));
        rig.neighbours.barsAskedOf.clear();

        assertThat(offered(late(Subject.CONDITION, line))).isTrue();
        assertThat(rig.neighbours.barsAskedOf).containsExactly(review);
        assertThat(offered(late(Subject.POLICY, null))).isTrue();
        rig.neighbours.barred.put("ruth", List.of("You are paid by this deal (H1)."));
        assertThat(offered(late(Subject.CONDITION, line))).isFalse();
    }

    private static boolean offered(InboxItem item) {
        return rig.forced().offered(item, RUTH, LATE, rig.eligibility().on(List.of(item)));
    }

    private static InboxItem late(Subject kind, @Nullable ContractLine contract) {
        return new InboxItem(
                "task",
                kind,
                UUID.randomUUID(),
                "key",
                "Label",
                Set.of(Role.MONITOR),
                false,
                contract,
                null,
                EngineRig.MONDAY_MORNING,
                EngineRig.MONDAY_MORNING,
                "mona",
                null,
                null);
    }

    /** The inbox and the page of the contract are read while Keycloak is down; what needs it is refused then. */
    @Test
    void nothing_is_offered_while_nobody_says_whether_the_holder_may_do_it() {
        InboxItem held = rig.items.lock(task).orElseThrow();
        rig.neighbours.directoryDown = true;

        assertThat(rig.forced()
                        .offered(
                                held,
                                RUTH,
                                rig.clock.instant(),
                                rig.eligibility().on(List.of(held))))
                .isFalse();
        assertThatThrownBy(() -> claiming.takeBack(task, RUTH)).isInstanceOf(PeopleUnavailable.class);
    }

    @Test
    void a_task_that_nobody_holds_is_not_taken_back() {
        claiming.giveBack(task, PRIYA);
        rig.clock.set(LATE);

        refused(Refused.Kind.CONFLICT, RUTH);
    }

    private void refused(Refused.Kind kind, Actor actor) {
        assertThatThrownBy(() -> claiming.takeBack(task, actor))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }
}
