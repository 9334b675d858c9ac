package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.review.internal.ReviewWorld.CARLOS;
import static org.contractethics.review.internal.ReviewWorld.ELENA;
import static org.contractethics.review.internal.ReviewWorld.LENA;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.impact;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.panel.PanelMember;
import org.contractethics.shared.Notice;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** Who is told what waits for them, and where the link leads. */
class WaitingWorkIT {

    private static final Instant DUE = Instant.parse("2026-11-24T17:00:00Z");

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void work_that_has_to_be_claimed_is_linked_to_where_it_is_claimed() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);

        assertThat(lastNotice().link()).isEqualTo(workOn(review));
    }

    @Test
    void a_vote_and_a_clarification_are_linked_to_their_forms() {
        ReviewId review = world.upToTheVote(impact("R05", null, 2, 2, Likelihood.POSSIBLE));
        assertThat(lastNotice().link()).isEqualTo("/reviews/" + review + "/stages/vote");
        world.fiveVotes(review, Vote.Choice.RETURN, Vote.Choice.RETURN);
        world.closeVote(review, RUTH);
        assertThat(lastNotice().link()).isEqualTo(workOn(review));

        world.decide(review, world.verdict(Outcome.RETURN), RUTH);

        assertThat(lastNotice().link()).isEqualTo("/reviews/" + review + "/stages/clarification");
        assertThat(lastNotice().usernames()).containsExactly("sofia.marin");
    }

    @Test
    void alternates_are_told_together_and_members_with_the_vote() {
        world.people.add(PRIYA, CARLOS, ELENA);
        ReviewId review = world.upToTheVote(serious());

        assertThat(notices().filter(notice -> notice.title().contains("alternate")))
                .singleElement()
                .extracting(Notice::usernames)
                .isEqualTo(drawn(review, true));
        assertThat(lastNotice().usernames()).isEqualTo(drawn(review, false));
    }

    private Set<String> drawn(ReviewId review, boolean alternates) {
        return world.tables.seats().members(review, 1).stream()
                .filter(member -> member.alternate() == alternates)
                .map(PanelMember::person)
                .collect(Collectors.toSet());
    }

    @Test
    void an_overdue_stage_is_told_to_its_people_and_the_chair_in_words() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);

        world.inTransaction(() -> world.face.escalate(review, Stage.DOCUMENT_CHECK, DUE));

        assertThat(lastNotice().roles()).containsExactlyInAnyOrder(Role.LEGAL_REVIEWER, Role.PANEL_CHAIR);
        assertThat(lastNotice().text())
                .contains("due on 24 Nov 2026, 17:00 UTC")
                .doesNotContain("T17:00");
        assertThat(lastNotice().link()).isEqualTo(workOn(review));
    }

    @Test
    void an_overdue_vote_or_decision_reaches_the_board() {
        ReviewId review = world.upToTheVote(serious());

        world.inTransaction(() -> world.face.escalate(review, Stage.VOTE, DUE));
        assertThat(lastNotice().roles()).containsExactlyInAnyOrder(Role.BOARD_COMMITTEE, Role.PANEL_CHAIR);
        assertThat(lastNotice().usernames()).contains("amir.haddad", "leo.brandt");
        world.inTransaction(() -> world.face.escalate(review, Stage.DECISION, DUE));

        assertThat(lastNotice().roles()).containsExactlyInAnyOrder(Role.BOARD_COMMITTEE, Role.PANEL_CHAIR);
    }

    @Test
    void an_overdue_clarification_reaches_its_account_owner_and_the_chair_but_not_all_of_sales() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);

        world.inTransaction(() -> world.face.escalate(review, Stage.CLARIFICATION, DUE));

        assertThat(lastNotice().usernames()).containsExactly("sofia.marin");
        assertThat(lastNotice().roles()).containsExactly(Role.PANEL_CHAIR);
    }

    @Test
    void a_rejection_that_stands_is_recorded_and_told_once() {
        ReviewId review = world.decided(Outcome.REJECT, serious());

        world.inTransaction(() -> world.face.appealPeriodOver(review));
        world.inTransaction(() -> world.face.appealPeriodOver(review));

        assertThat(world.kinds()).filteredOn("review-closed"::equals).hasSize(1);
        assertThat(world.last("review-closed").actor()).isEqualTo("system");
        assertThat(lastNotice().usernames()).containsExactly("sofia.marin");
        assertThat(lastNotice().title()).contains("the review is closed");
    }

    @Test
    void a_rejection_that_is_appealed_is_not_closed_by_time() {
        ReviewId review = world.decided(Outcome.REJECT, serious());
        world.appeal(review, "Misread", LENA);

        world.inTransaction(() -> world.face.appealPeriodOver(review));

        assertThat(world.kinds()).doesNotContain("review-closed");
    }

    @Test
    void the_process_waits_until_the_last_day_to_appeal_is_over() {
        ReviewId review = world.decided(Outcome.REJECT, serious());
        Instant decidedAt = world.decisions.latestOf(review).orElseThrow().decidedAt();
        Instant end = world.face.appealPeriodEnd(decidedAt);
        world.clock.set(end.minus(Duration.ofSeconds(1)));

        world.appeal(review, "In the last second", LENA);

        assertThat(world.kinds()).contains("appeal-filed");
    }

    private String workOn(ReviewId review) {
        return "/contracts/" + world.reviews.get(review).contract() + "#work-to-do";
    }

    private Notice lastNotice() {
        return notices().reduce((first, second) -> second).orElseThrow();
    }

    private Stream<Notice> notices() {
        return world.published.stream().filter(Notice.class::isInstance).map(Notice.class::cast);
    }
}
