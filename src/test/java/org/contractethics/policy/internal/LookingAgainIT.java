package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S0: the policy is looked at at least every 24 months, and the board committee is reminded of it once. */
class LookingAgainIT {

    private final PolicyWorld world = new PolicyWorld();

    @BeforeEach
    void inForceSinceNovember2026() {
        world.start(PolicyFiles.packed());
    }

    @Test
    void nobody_is_reminded_before_22_months() {
        world.clock.set(Instant.parse("2028-09-01T23:59:59Z"));
        world.recurs();

        assertThat(reminders()).isEmpty();
    }

    @Test
    void the_board_committee_is_reminded_once_after_22_months() {
        world.clock.set(Instant.parse("2028-09-02T00:00:00Z"));
        world.recurs();
        world.recurs();

        assertThat(reminders()).singleElement().satisfies(notice -> {
            assertThat(notice.roles()).isEqualTo(Set.of(Role.BOARD_COMMITTEE));
            assertThat(notice.title()).contains("2 Nov 2028");
            assertThat(notice.leavesByMail()).isTrue();
        });
        assertThatThrownBy(() ->
                        world.jdbc.sql("delete from policy.review_reminder").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void once_the_review_is_overdue_they_are_reminded_again_each_month() {
        for (String day : List.of("2028-09-02", "2028-10-02", "2028-11-02", "2028-11-20", "2028-12-02", "2029-02-15")) {
            world.clock.set(Instant.parse(day + "T00:00:00Z"));
            world.recurs();
        }

        assertThat(reminders()).hasSize(1);
        assertThat(world.published.stream()
                        .filter(Notice.class::isInstance)
                        .map(Notice.class::cast)
                        .filter(notice ->
                                notice.title().equals("The review of the policy is overdue since 2 Nov 2028")))
                .hasSize(3);
    }

    private List<Notice> reminders() {
        return world.published.stream()
                .filter(Notice.class::isInstance)
                .map(Notice.class::cast)
                .filter(notice -> notice.title().startsWith("Look at the policy again"))
                .toList();
    }
}
