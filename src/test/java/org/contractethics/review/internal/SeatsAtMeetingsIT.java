package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.ELENA;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.contractethics.shared.Notice;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A meeting is one of whoever sat on the panel then; who comes in before it is told of it. */
class SeatsAtMeetingsIT {

    private final ReviewWorld world = new ReviewWorld();
    private ReviewId review = ReviewId.valueOf("00000000-0000-4000-8000-000000000000");
    private Instant drawn = Instant.EPOCH;

    @BeforeEach
    void aPanelOfWhichOneMemberStepsBackTwoHoursLater() {
        world.people.add(ELENA);
        review = world.upToTheVote(serious());
        drawn = world.clock.instant();
        world.clock.set(drawn.plus(Duration.ofHours(2)));
    }

    @Test
    void who_sat_at_a_meeting_is_asked_for_its_hour() {
        world.recuse(review, Stage.VOTE, HELEN);

        assertThat(sittingAt(drawn.plus(Duration.ofHours(1))))
                .contains("helen.okafor")
                .doesNotContain("elena.rossi");
        assertThat(sittingAt(drawn.plus(Duration.ofHours(3))))
                .contains("elena.rossi")
                .doesNotContain("helen.okafor");
        assertThat(sittingAt(drawn.minus(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void whoever_comes_in_is_told_of_the_meetings_ahead() {
        meeting("Room 4", drawn.plus(Duration.ofHours(1)));
        meeting("Room 5", drawn.plus(Duration.ofDays(1)));

        world.recuse(review, Stage.VOTE, HELEN);

        assertThat(noticesTo("elena.rossi"))
                .contains("you are on the panel now", "The panel meets on", "Room 5.")
                .doesNotContain("Room 4");
    }

    @Test
    void the_table_takes_no_minutes_that_name_others_than_those_who_sat_then() {
        UUID meeting = meeting("Room 4", drawn.plus(Duration.ofHours(1)));
        world.recuse(review, Stage.VOTE, HELEN);
        List<String> sat = sittingAt(drawn.plus(Duration.ofHours(1)));
        List<String> sitting = sittingAt(world.clock.instant());

        assertThatThrownBy(() -> minutes(meeting, sitting))
                .hasMessageContaining("minutes name whoever sat on the panels when they met, and nobody else");
        assertThatThrownBy(() -> minutes(meeting, sat.subList(1, sat.size())))
                .hasMessageContaining("minutes name whoever sat on the panels when they met, and nobody else");
        minutes(meeting, sat);
    }

    private List<String> sittingAt(Instant at) {
        return world.tables.seats().sittingAt(review, 1, at).stream()
                .map(Sitting::person)
                .toList();
    }

    private UUID meeting(String place, Instant heldAt) {
        UUID meeting = UUID.randomUUID();
        world.jdbc
                .sql(
                        """
                        insert into review.panel_meeting (id, held_at, place, called_by, called_at)
                        values (:id, :at, :place, 'ruth.castillo', :called)
                        """)
                .param("id", meeting)
                .param("at", Rows.at(heldAt))
                .param("place", place)
                .param("called", Rows.at(drawn))
                .update();
        world.jdbc
                .sql(
                        "insert into review.panel_meeting_case (meeting_id, place, review_id, pass) values (:id, 1, :review, 1)")
                .param("id", meeting)
                .param("review", review.value())
                .update();
        return meeting;
    }

    private void minutes(UUID meeting, List<String> named) {
        world.jdbc
                .sql(
                        """
                        insert into review.panel_minutes (meeting_id, number, attendance, word, word_sha256, pdf, pdf_sha256,
                            issued_by, issued_at)
                        values (:meeting, 1, cast(:attendance as jsonb), 'x', encode(sha256('x'), 'hex'), 'x',
                            encode(sha256('x'), 'hex'), 'ruth.castillo', now())
                        """)
                .param("meeting", meeting)
                .param(
                        "attendance",
                        named.stream()
                                .map(person -> "\"" + person + "\": true")
                                .collect(Collectors.joining(", ", "{", "}")))
                .update();
    }

    private String noticesTo(String person) {
        return world.published.stream()
                .filter(Notice.class::isInstance)
                .map(Notice.class::cast)
                .filter(notice -> notice.usernames().contains(person))
                .map(notice -> notice.title() + " " + notice.text())
                .collect(Collectors.joining("\n"));
    }
}
