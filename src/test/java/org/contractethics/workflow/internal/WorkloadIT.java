package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.CountedWork;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.contractethics.workflow.internal.Workload.Load;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Who has how much to do, on the real database; everything is rolled back. */
@IntegrationTest
@Transactional
class WorkloadIT {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private final InboxItems items;
    private final Workload workload;
    private final String priya = "priya-" + UUID.randomUUID();

    @Autowired
    WorkloadIT(JdbcInboxItems items, JdbcClient database, CountedWork reviews, PeopleDirectory people) {
        this.items = items;
        this.workload = new Workload(database, reviews, people, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void counts_open_overdue_and_lately_done_review_tasks() {
        held(Subject.REVIEW, NOW.plusSeconds(60));
        held(Subject.REVIEW, NOW.minusSeconds(60));
        held(Subject.CONCERN, NOW.minusSeconds(60));
        items.completed(held(Subject.REVIEW, NOW), priya, NOW.minusSeconds(60));
        items.completed(
                held(Subject.REVIEW, NOW), priya, NOW.minus(Workload.LATELY).minusSeconds(60));

        assertThat(workload.seenBy(new Actor(priya, "Priya", Set.of(Role.LEGAL_REVIEWER))))
                .containsExactly(new Load(priya, priya, 2, 1, 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Subject.class,
            names = {"CONDITION", "SUSPENSION", "RE_REVIEW", "EXIT", "REMEDIATION", "SAMPLE_REVIEW"})
    void work_after_a_decision_counts_too(Subject kind) {
        held(kind, NOW.minusSeconds(60));
        items.completed(held(kind, NOW), priya, NOW.minusSeconds(60));

        assertThat(workload.seenBy(new Actor(priya, "Priya", Set.of(Role.LEGAL_REVIEWER))))
                .containsExactly(new Load(priya, priya, 1, 1, 1));
    }

    @Test
    void the_chair_sees_everybody_also_those_with_nothing_to_do_and_a_reviewer_nobody_else() {
        held(Subject.REVIEW, NOW);

        assertThat(workload.seenBy(new Actor("ruth.castillo", "Ruth", Set.of(Role.PANEL_CHAIR))))
                .extracting(Load::username)
                .contains(priya, "dana.whitfield", "tariq.osman")
                .doesNotContain("sofia.marin", "erin.walsh");
        assertThat(workload.seenBy(new Actor("dana.whitfield", "Dana", Set.of(Role.HR_REVIEWER))))
                .extracting(Load::username)
                .containsExactly("dana.whitfield");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SUBMITTER", "LEADERSHIP", "EMPLOYEE", "EXTERNAL_FILER", "OMBUDS", "AUDITOR"})
    void is_shown_to_nobody_who_reviews_nothing(Role role) {
        assertThatThrownBy(() -> workload.seenBy(new Actor("x", "X", Set.of(role))))
                .isInstanceOf(Refused.class);
    }

    private String held(Subject kind, Instant due) {
        String task = UUID.randomUUID().toString();
        ContractLine contract = new ContractLine(new ContractId(UUID.randomUUID()), "C-1", "Title", "Agency");
        items.opened(new InboxItem(
                task,
                kind,
                UUID.randomUUID(),
                "legal-stop",
                "legal-stop",
                Set.of(Role.LEGAL_REVIEWER),
                false,
                contract,
                null,
                NOW,
                due,
                priya,
                null,
                null));
        return task;
    }
}
