package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contractethics.review.Reviews.ReviewOpened;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.BulkClaiming.Answer;
import org.contractethics.workflow.internal.BulkClaiming.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // the engine is there before any test is made
class BulkClaimingTests {

    private static final Actor PRIYA = new Actor("priya", "Priya Raman", Set.of(Role.LEGAL_REVIEWER));
    private static final Actor LEO = new Actor("leo", "Leo Brandt", Set.of(Role.LEGAL_REVIEWER));
    private static final EngineRig rig = new EngineRig(ProcessNames.CONTRACT_REVIEW, Map.of());

    private final ClaimingTasks claiming = new ClaimingTasks(
            rig.items, rig.eligibility(), rig.forced(), rig.engine.getTaskService(), event -> {}, rig.clock);
    private final BulkClaiming bulk = new BulkClaiming(claiming, rig.items, rig.eligibility(), new NoTransactions());

    @AfterAll
    static void stopEngine() {
        rig.close();
    }

    @AfterEach
    void endReviews() {
        rig.clear();
    }

    @Test
    void answers_every_row_by_itself() {
        String free = openTask();
        String taken = openTask();
        String alsoFree = openTask();
        claiming.claim(taken, LEO);

        List<Answer> answers = bulk.claim(List.of(free, taken, "nothing", alsoFree, free), PRIYA);

        assertThat(answers)
                .extracting(Answer::result)
                .containsExactly(Result.CLAIMED, Result.TAKEN, Result.UNKNOWN, Result.CLAIMED);
        assertThat(answers.get(1).reasons()).containsExactly("Somebody else has claimed this task already.");
        assertThat(answers.get(2).item()).isNull();
        assertThat(rig.items.find(alsoFree))
                .get()
                .extracting(InboxItem::assignee)
                .isEqualTo("priya");
        assertThat(rig.items.find(taken)).get().extracting(InboxItem::assignee).isEqualTo("leo");
    }

    @Test
    void says_why_the_rules_object() {
        String task = openTask();
        rig.neighbours.objections.put("priya", List.of("You declared a conflict of interest in this review (H2)."));

        assertThat(bulk.claim(List.of(task), PRIYA)).singleElement().satisfies(answer -> {
            assertThat(answer.result()).isEqualTo(Result.NOT_ALLOWED);
            assertThat(answer.reasons()).containsExactly("You declared a conflict of interest in this review (H2).");
        });
        assertThat(rig.items.find(task)).get().extracting(InboxItem::assignee).isNull();
    }

    @Test
    void tells_nobody_of_a_concern_they_may_not_handle() {
        String concern = UUID.randomUUID().toString();
        rig.items.opened(new InboxItem(
                concern,
                InboxItem.Subject.CONCERN,
                UUID.randomUUID(),
                "acknowledge-concern",
                "Acknowledge",
                Set.of(Role.OMBUDS),
                false,
                null,
                null,
                rig.clock.instant(),
                null,
                null,
                null,
                null));

        assertThat(bulk.claim(List.of(concern), PRIYA)).singleElement().satisfies(answer -> {
            assertThat(answer.result()).isEqualTo(Result.UNKNOWN);
            assertThat(answer.item()).isNull();
        });
    }

    @Test
    void refuses_no_choice_and_more_than_a_page_could_hold() {
        assertThatThrownBy(() -> bulk.claim(Collections.emptyList(), PRIYA))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Choose the tasks");
        List<String> many = IntStream.rangeClosed(0, BulkClaiming.MOST)
                .mapToObj(Integer::toString)
                .toList();
        assertThatThrownBy(() -> bulk.claim(many, PRIYA))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("At most 100");
    }

    private String openTask() {
        ReviewId review = new ReviewId(UUID.randomUUID());
        new ReviewProcess(
                        rig.engine.getRuntimeService(),
                        rig.engine.getTaskService(),
                        rig.versions(),
                        rig.items,
                        rig.eligibility(),
                        rig.neighbours.delegations(),
                        event -> {})
                .starts(new ReviewOpened(review, new ContractId(UUID.randomUUID()), "sofia", rig.clock.instant()));
        return rig.items.ofSubject(review.value()).get(0).taskId();
    }
}
