package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.policy.internal.PolicyWorld.DANA;
import static org.contractethics.policy.internal.PolicyWorld.GEORGE;

import java.sql.Types;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** S0: staff have time before rules are approved, and who approves them is of the board committee at that moment and nothing else. */
class ConsultationIT {

    private static final int DAYS = 7;
    private static final Actor LEADING_BOARD =
            new Actor("lena.board", "Lena", Set.of(Role.BOARD_COMMITTEE, Role.LEADERSHIP));
    private static final Actor AUDITING_EXPERT =
            new Actor("august.expert", "August", Set.of(Role.HR_REVIEWER, Role.AUDITOR));

    private final PolicyWorld world = new PolicyWorld(DAYS);

    @BeforeEach
    void install() {
        world.start(PolicyFiles.packed());
        world.published.clear();
    }

    @Test
    void nobody_approves_before_staff_had_their_whole_days() {
        int number = proposed(DAYS + 1);
        assertThat(world.versions.get(number).consultationUntil())
                .contains(world.today().plusDays(DAYS));

        refused(() -> world.approve(number, GEORGE), Refused.Kind.CONFLICT, "Staff can comment until 30 Nov 2026");
        world.clock.forward(Duration.ofDays(DAYS));
        refused(() -> world.approve(number, GEORGE), Refused.Kind.CONFLICT, "can be approved from 1 Dec 2026");
        assertThatThrownBy(() -> approvedInTables(number))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("staff can comment on version 2");
        world.clock.forward(Duration.ofDays(1));
        world.approve(number, GEORGE);

        assertThat(world.policy.current().number()).isEqualTo(number);
    }

    @Test
    void no_version_is_proposed_for_a_day_before_its_comments_are_over() {
        refused(() -> proposed(0), Refused.Kind.INVALID, "1 Dec 2026 or later");
        refused(() -> proposed(DAYS), Refused.Kind.INVALID, "1 Dec 2026 or later");
        world.jdbc
                .sql(
                        """
                        insert into policy.version (number, id, based_on, content_hash, author, reason, effective_on,
                            consultation_days, combinations, proposed_at)
                        select 2, gen_random_uuid(), 1, v.content_hash, 'dana.whitfield', 'x', :day, :days, 0, :at
                        from policy.version v where v.number = 1
                        """)
                .param("day", world.today().plusDays(1))
                .param("days", DAYS)
                .param("at", world.clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        world.jdbc
                .sql(
                        "insert into policy.version_file select 2, ordinal, name, content from policy.version_file where number = 1")
                .update();
        assertThatThrownBy(() -> step(2, null, "PROPOSED", "dana.whitfield"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("before staff could comment");
    }

    @Test
    void the_days_of_a_version_never_change() {
        int number = proposed(DAYS + 1);

        assertThatThrownBy(() -> world.owner
                        .sql("update policy.version set consultation_days = 0 where number = " + number)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never change");
    }

    @Test
    void the_announcement_says_until_when_staff_comment() {
        proposed(DAYS + 1);

        assertThat(world.published)
                .filteredOn(Notice.class::isInstance)
                .singleElement()
                .satisfies(notice -> assertThat(((Notice) notice).text()).contains("comment on it until 30 Nov 2026"));
    }

    @Test
    void what_a_release_brings_is_approved_without_such_days_as_before() {
        world.start(PolicyFiles.packed().with(Map.of("policy.md", "Of a release.")));

        world.approve(2, GEORGE);

        assertThat(world.state(2)).isEqualTo(VersionState.APPROVED);
    }

    @Test
    void whoever_leads_or_audits_proposes_approves_and_withdraws_nothing() {
        int number = proposed(DAYS + 1);
        world.clock.forward(Duration.ofDays(DAYS + 1));

        refused(() -> world.approve(number, LEADING_BOARD), Refused.Kind.NOT_ALLOWED, "only observe");
        refused(() -> world.withdraw(number, LEADING_BOARD), Refused.Kind.NOT_ALLOWED, "only observe");
        refused(() -> world.proposed("Other words", AUDITING_EXPERT), Refused.Kind.NOT_ALLOWED, "only observe");
    }

    @Test
    void whoever_left_the_board_since_they_signed_in_approves_and_withdraws_nothing() {
        int number = proposed(DAYS + 1);
        world.clock.forward(Duration.ofDays(DAYS + 1));
        world.rolesNow.put(GEORGE.username(), Set.of(Role.EMPLOYEE));

        refused(() -> world.approve(number, GEORGE), Refused.Kind.NOT_ALLOWED, "board committee");
        refused(() -> world.withdraw(number, GEORGE), Refused.Kind.NOT_ALLOWED, "board committee");
        world.rolesNow.put(GEORGE.username(), Set.of(Role.BOARD_COMMITTEE, Role.LEADERSHIP));
        refused(() -> world.approve(number, GEORGE), Refused.Kind.NOT_ALLOWED, "only observe");
        world.rolesNow.put(GEORGE.username(), Set.of(Role.BOARD_COMMITTEE));
        world.approve(number, GEORGE);
        assertThat(world.policy.current().number()).isEqualTo(number);
    }

    private int proposed(int inDays) {
        return world.propose(
                new Proposal(
                        world.policy.current().number(),
                        "We changed our mind.",
                        Map.of(),
                        "Because",
                        world.today().plusDays(inDays)),
                DANA);
    }

    private void approvedInTables(int number) {
        step(number, "PROPOSED", "APPROVED", "george.tan");
    }

    private int step(int number, @Nullable String before, String state, String actor) {
        return world.jdbc
                .sql(
                        """
                        insert into policy.version_step (number, ordinal, before, state, actor, at, reason)
                        values (:number, case when :before::text is null then 1 else 2 end, :before, :state, :actor, :at, 'x')
                        """)
                .param("number", number)
                .param("before", before, Types.VARCHAR)
                .param("state", state)
                .param("actor", actor)
                .param("at", world.clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void refused(ThrowingCallable act, Refused.Kind kind, String reason) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind))
                .hasMessageContaining(reason);
    }
}
