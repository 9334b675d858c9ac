package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.review.Reviews.ReviewOpened;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

@SuppressWarnings("NullAway") // the engine is there before any test is made
class ClaimingTasksTests {

    private static final Actor PRIYA = new Actor("priya", "Priya Raman", Set.of(Role.LEGAL_REVIEWER));
    private static final Actor LEO = new Actor("leo", "Leo Brandt", Set.of(Role.LEGAL_REVIEWER));
    private static final EngineRig rig = new EngineRig(ProcessNames.CONTRACT_REVIEW, Map.of());

    private final List<RecordedEvent> recorded = new ArrayList<>();
    private final ReviewId review = new ReviewId(UUID.randomUUID());
    private final ClaimingTasks claiming = new ClaimingTasks(
            rig.items, rig.eligibility(), rig.forced(), rig.engine.getTaskService(), recorder(), rig.clock);
    private String task = "";

    @AfterAll
    static void stopEngine() {
        rig.close();
    }

    @BeforeEach
    void openReview() {
        new ReviewProcess(
                        rig.engine.getRuntimeService(),
                        rig.engine.getTaskService(),
                        rig.versions(),
                        rig.items,
                        rig.eligibility(),
                        rig.neighbours.delegations(),
                        recorder())
                .starts(new ReviewOpened(review, new ContractId(UUID.randomUUID()), "sofia", rig.clock.instant()));
        task = rig.items.ofSubject(review.value()).get(0).taskId();
    }

    @AfterEach
    void endReview() {
        rig.clear();
    }

    @Test
    void makes_the_task_mine_and_records_it() {
        claiming.claim(task, PRIYA);

        assertThat(rig.items.lock(task)).get().extracting(InboxItem::assignee).isEqualTo("priya");
        assertThat(recorded).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo("task-claimed");
            assertThat(event.actor()).isEqualTo("priya");
            assertThat(event.facts()).containsEntry("stage", "DOCUMENT_CHECK");
        });
    }

    @Test
    void refuses_with_the_reasons_where_the_rules_object() {
        rig.neighbours.objections.put("priya", List.of("You are the account owner of this contract."));

        assertThatThrownBy(() -> claiming.claim(task, PRIYA)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_ALLOWED);
            assertThat(refused.reasons()).containsExactly("You are the account owner of this contract.");
        });
        assertThat(recorded).isEmpty();
    }

    @Test
    void refuses_what_somebody_else_holds() {
        claiming.claim(task, PRIYA);

        assertThatThrownBy(() -> claiming.claim(task, LEO))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Somebody else has claimed");
        assertThatThrownBy(() -> claiming.giveBack(task, LEO))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("only return a task that you hold");
    }

    @Test
    void gives_a_task_back_for_others_to_claim() {
        claiming.claim(task, PRIYA);

        claiming.giveBack(task, PRIYA);
        claiming.claim(task, LEO);

        assertThat(recorded)
                .extracting(RecordedEvent::kind)
                .containsExactly("task-claimed", "task-returned", "task-claimed");
    }

    @Test
    void refuses_what_does_not_exist() {
        assertThatThrownBy(() -> claiming.claim("nothing", PRIYA))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_FOUND));
    }

    private ApplicationEventPublisher recorder() {
        return event -> {
            if (event instanceof RecordedEvent fact) {
                recorded.add(RecordFixtures.fitting(fact));
            }
        };
    }
}
