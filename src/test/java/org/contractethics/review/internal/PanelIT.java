package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.FakeNeighbours.actor;
import static org.contractethics.review.internal.ReviewWorld.AMIR;
import static org.contractethics.review.internal.ReviewWorld.BEA;
import static org.contractethics.review.internal.ReviewWorld.CARLOS;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.ELENA;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.moderate;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.panel.DeclaringAbsence.NewAbsence;
import org.contractethics.review.internal.panel.KeepingTerms.NewTerm;
import org.contractethics.review.internal.panel.Lots;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.contractethics.review.internal.panel.PanelTerm.Basis;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** The panel on a real database: drawn by lot, changed only by rule, and alone in voting. */
class PanelIT {

    private static final Actor DINA = actor("dina.yusuf", Role.EMPLOYEE_PANELIST);

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void a_drawing_can_be_repeated_from_the_record_alone() {
        world.people.add(PRIYA, CARLOS, DINA, ELENA);
        ReviewId review = world.upToTheVote(serious());
        RecordedEvent drawn = world.last("panel-drawn");
        String seed = String.valueOf(drawn.facts().get("seed"));

        assertThat(seed)
                .isEqualTo(Lots.seed(
                        review,
                        1,
                        1,
                        String.valueOf(drawn.facts().get("recordRoot")),
                        String.valueOf(drawn.facts().get("nonce"))));
        assertThat(names(drawn, "members")).containsExactlyInAnyOrderElementsOf(drawAgain(drawn, seed));
        assertThat(sitting(review)).containsExactlyInAnyOrderElementsOf(names(drawn, "members"));
        assertThat(names(drawn, "alternates")).hasSize(4);
    }

    /** As the page tells everybody to do it: 1 legal, 2 human-rights reviewers, 2 employees with the lowest lots. */
    private static List<String> drawAgain(RecordedEvent drawn, String seed) {
        List<String> members = new ArrayList<>();
        Map<String, Integer> wanted = Map.of("LEGAL", 1, "HUMAN_RIGHTS", 2, "EMPLOYEE", 2);
        ((Map<?, ?>) Objects.requireNonNull(drawn.facts().get("urns"))).forEach((seat, urn) -> {
            Map<String, String> lots = new TreeMap<>();
            for (Object ticket : (List<?>) urn) {
                Map<?, ?> one = (Map<?, ?>) ticket;
                String person = String.valueOf(one.get("person"));
                String last = "EXTERNAL_EXPERT".equals(one.get("role")) ? "1" : "0";
                lots.put(last + Lots.lot(seed, person), person);
            }
            lots.values().stream()
                    .limit(wanted.getOrDefault(String.valueOf(seat), 0))
                    .forEach(members::add);
        });
        return members;
    }

    @Test
    void only_the_drawn_may_vote_and_only_in_their_role() {
        world.people.add(CARLOS, DINA);
        ReviewId review = world.upToTheVote(serious());
        Actor undrawn = Stream.of(AMIR, BEA, CARLOS, DINA)
                .filter(panelist -> !sitting(review).contains(panelist.username()))
                .findFirst()
                .orElseThrow();

        refused(Refused.Kind.NOT_ALLOWED, () -> vote(review, Role.EMPLOYEE_PANELIST, undrawn));
        refused(Refused.Kind.INVALID, () -> vote(review, Role.PANEL_CHAIR, RUTH));
        Actor danaWithTwoRoles = actor("dana.whitfield", Role.HR_REVIEWER, Role.EMPLOYEE_PANELIST);
        refused(Refused.Kind.INVALID, () -> vote(review, Role.EMPLOYEE_PANELIST, danaWithTwoRoles));
        vote(review, Role.HR_REVIEWER, DANA);
    }

    @Test
    void the_account_owner_their_team_the_recused_the_absent_and_observers_are_not_in_the_urn() {
        world.people.add(
                actor("sofia.marin", Role.EMPLOYEE_PANELIST),
                actor("tom.lindqvist", Role.EMPLOYEE_PANELIST),
                actor("august.lund", Role.EMPLOYEE_PANELIST, Role.AUDITOR),
                actor("ruth.castillo", Role.EMPLOYEE_PANELIST, Role.PANEL_CHAIR),
                actor("away.person", Role.EMPLOYEE_PANELIST),
                actor("paid.person", Role.EMPLOYEE_PANELIST));
        absent(actor("away.person", Role.EMPLOYEE_PANELIST), 0, 3);
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        world.recuse(review, Stage.VOTE, actor("paid.person", Role.EMPLOYEE_PANELIST));

        world.upToTheVote(review, harmless(), serious());

        List<?> excluded = (List<?>)
                Objects.requireNonNull(world.last("panel-drawn").facts().get("excluded"));
        assertThat(excluded.stream().map(one -> String.valueOf(((Map<?, ?>) one).get("person"))))
                .containsExactlyInAnyOrder(
                        "sofia.marin", "tom.lindqvist", "august.lund", "ruth.castillo", "away.person", "paid.person");
        assertThat(sitting(review))
                .containsExactlyInAnyOrder("dana.whitfield", "helen.okafor", "leo.brandt", "amir.haddad", "bea.novak");
    }

    @Test
    void a_recusal_brings_the_next_alternate_in_with_the_same_act() {
        world.people.add(ELENA);
        ReviewId review = world.upToTheVote(serious());

        world.recuse(review, Stage.VOTE, HELEN);

        assertThat(sitting(review)).contains("elena.rossi").doesNotContain("helen.okafor");
        assertThat(world.last("panel-member-replaced").facts())
                .containsEntry("out", "helen.okafor")
                .containsEntry("in", "elena.rossi")
                .containsEntry("reason", "RECUSED");
        assertThat(noticesTo("elena.rossi")).contains("you are on the panel now");
        refused(Refused.Kind.NOT_ALLOWED, () -> vote(review, Role.HR_REVIEWER, HELEN));
        vote(review, Role.EXTERNAL_EXPERT, ELENA);
    }

    @Test
    void an_alternate_who_may_no_longer_sit_is_passed_over() {
        world.people.add(ELENA, actor("expert.two", Role.EXTERNAL_EXPERT));
        ReviewId review = world.upToTheVote(serious());
        world.recuse(review, Stage.VOTE, ELENA);

        world.recuse(review, Stage.VOTE, HELEN);

        assertThat(sitting(review)).contains("expert.two").doesNotContain("elena.rossi");
    }

    @Test
    void an_absence_brings_the_next_alternate_in_unless_the_member_has_voted() {
        // nobody of the other tests, whose votes are open in the same database
        String mark = "." + UUID.randomUUID();
        Actor voter = actor("voter" + mark, Role.HR_REVIEWER);
        Actor away = actor("away" + mark, Role.HR_REVIEWER);
        world.people.only(voter, away, ELENA, LEO, AMIR, BEA);
        ReviewId review = world.upToTheVote(serious());
        vote(review, Role.HR_REVIEWER, voter);

        absent(voter, 0, 3);
        absent(away, 0, 3);

        assertThat(sitting(review)).contains(voter.username(), "elena.rossi").doesNotContain(away.username());
        assertThat(world.last("panel-member-replaced").facts()).containsEntry("reason", "ABSENT");
    }

    @Test
    void nobody_is_called_to_a_vote_that_a_hold_ended() {
        String mark = "." + UUID.randomUUID();
        Actor voter = actor("voter" + mark, Role.HR_REVIEWER);
        Actor away = actor("away" + mark, Role.HR_REVIEWER);
        world.people.only(voter, away, ELENA, LEO, AMIR, BEA);
        ReviewId review = world.upToTheVote(serious());
        vote(review, Role.HR_REVIEWER, voter);
        world.inTransaction(() -> world.reviews.close(review, world.clock.instant()));

        absent(away, 0, 3);

        assertThat(sitting(review)).contains(away.username()).doesNotContain("elena.rossi");
        assertThat(world.rounds.open(review)).as("what was cast stays sealed").isPresent();
    }

    @Test
    void without_an_alternate_the_seat_stays_empty_the_chair_is_told_and_the_quorum_stays() {
        ReviewId review = world.upToTheVote(serious());
        world.recuse(review, Stage.VOTE, HELEN);
        assertThat(sitting(review)).hasSize(4);
        assertThat(chairNotices()).contains("no alternate is left for the seat of a human-rights reviewer");
        vote(review, Role.HR_REVIEWER, DANA);
        vote(review, Role.LEGAL_REVIEWER, LEO);
        vote(review, Role.EMPLOYEE_PANELIST, AMIR);
        vote(review, Role.EMPLOYEE_PANELIST, BEA);
        assertThatThrownBy(() -> world.closeVote(review, RUTH)).hasMessageContaining("1 valid vote");

        assertThat(world.fillSeats(review, RUTH)).anyMatch(line -> line.contains("The quorum stays as it is"));
        world.people.add(ELENA);
        assertThat(world.fillSeats(review, RUTH)).anyMatch(line -> line.contains("lots were drawn again"));

        vote(review, Role.EXTERNAL_EXPERT, ELENA);
        world.closeVote(review, RUTH);
        assertThat(world.last("panel-drawn").facts()).containsEntry("number", 3);
    }

    @Test
    void seats_are_filled_by_the_chair_alone_and_only_while_there_is_something_to_fill() {
        ReviewId review = world.upToTheVote(serious());

        refused(Refused.Kind.NOT_ALLOWED, () -> world.fillSeats(review, DANA));
        refused(Refused.Kind.CONFLICT, () -> world.fillSeats(review, RUTH));
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        refused(Refused.Kind.CONFLICT, () -> world.fillSeats(review, RUTH));
    }

    @Test
    void the_reviewers_who_disagreed_keep_their_seats_and_the_others_are_drawn() {
        ReviewId review = world.submit(world.courtContract(), SOFIA);
        world.upToTheVote(review, harmless(), moderate());
        assertThat(world.tables.seats().draws(review, 1)).isEmpty();
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.APPROVE, DANA);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.REJECT, PRIYA);

        assertThat(sitting(review))
                .containsExactlyInAnyOrder("dana.whitfield", "priya.raman", "helen.okafor", "amir.haddad", "bea.novak");
        assertThat(world.last("panel-drawn").facts().get("kept")).isEqualTo(List.of("dana.whitfield", "priya.raman"));
    }

    @Test
    void a_second_round_of_the_same_pass_is_voted_on_by_the_same_panel() {
        ReviewId review = world.upToTheVote(serious());
        Set<String> first = Set.copyOf(sitting(review));
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, HELEN);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.REJECT, LEO);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.ABSTAIN, BEA);
        world.people.add(CARLOS);
        world.fillSeats(review, RUTH);
        assertThat(sitting(review)).containsAll(first).contains("carlos.diaz");
    }

    @Test
    void a_panelist_without_a_running_term_is_not_drawn_once_terms_are_kept_for_the_role() {
        Actor expert = actor("expert.three", Role.EXTERNAL_EXPERT);
        world.people.add(ELENA, expert);
        term(expert, 0, 30);

        world.upToTheVote(serious());

        assertThat(names(world.last("panel-drawn"), "alternates"))
                .contains("expert.three")
                .doesNotContain("elena.rossi");
        assertThat(String.valueOf(world.last("panel-drawn").facts().get("excluded")))
                .contains("Has no running term as External expert.");
    }

    private void term(Actor person, int fromDays, int untilDays) {
        LocalDate today = LocalDate.now(world.clock);
        world.inTransaction(() -> world.panel()
                .terms()
                .add(
                        new NewTerm(
                                person.username(),
                                Role.EXTERNAL_EXPERT,
                                today.plusDays(fromDays),
                                today.plusDays(untilDays),
                                Basis.ELECTED,
                                "The works council"),
                        RUTH));
    }

    private void absent(Actor person, int fromDays, int untilDays) {
        LocalDate today = LocalDate.now(world.clock);
        world.inTransaction(() -> world.panel()
                .absence()
                .declare(new NewAbsence(today.plusDays(fromDays), today.plusDays(untilDays), ""), person));
    }

    private void vote(ReviewId review, Role role, Actor voter) {
        world.vote(review, role, Vote.Choice.CONDITIONAL, voter);
    }

    private List<String> sitting(ReviewId review) {
        return world.tables.seats().sitting(review, world.reviews.get(review).pass()).stream()
                .map(Sitting::person)
                .toList();
    }

    private static List<String> names(RecordedEvent drawn, String standing) {
        return ((List<?>) Objects.requireNonNull(drawn.facts().get(standing)))
                .stream()
                        .map(one -> String.valueOf(((Map<?, ?>) one).get("person")))
                        .toList();
    }

    private String noticesTo(String person) {
        return notices(notice -> notice.usernames().contains(person));
    }

    private String chairNotices() {
        return notices(notice -> notice.roles().contains(Role.PANEL_CHAIR));
    }

    private String notices(java.util.function.Predicate<Notice> wanted) {
        return world.published.stream()
                .filter(Notice.class::isInstance)
                .map(Notice.class::cast)
                .filter(wanted)
                .map(notice -> notice.title() + " " + notice.text())
                .reduce("", (all, one) -> all + "\n" + one)
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static void refused(Refused.Kind kind, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.kind())
                .isEqualTo(kind));
    }
}
