package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.FakeNeighbours.actor;
import static org.contractethics.review.internal.ReviewWorld.AMIR;
import static org.contractethics.review.internal.ReviewWorld.BEA;
import static org.contractethics.review.internal.ReviewWorld.CARLOS;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contractethics.review.internal.panel.KeepingTerms.NewTerm;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.contractethics.review.internal.panel.PanelTerm;
import org.contractethics.review.internal.panel.PanelTerm.Basis;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** Terms of panelists: kept by the chair, never for oneself, never taken out of the list. */
class PanelTermIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void only_people_with_a_running_term_are_drawn_and_a_panel_keeps_its_members_when_a_term_ends() {
        world.people.add(CARLOS);
        add(term("amir.haddad", 0, 90), RUTH);
        add(term("bea.novak", 0, 1), RUTH);
        add(term("carlos.diaz", 5, 90), RUTH);

        ReviewId review = world.upToTheVote(serious());
        assertThat(sitting(review)).contains("amir.haddad", "bea.novak").doesNotContain("carlos.diaz");
        world.clock.set(world.clock.instant().plus(Duration.ofDays(3)));
        end(termOf("amir.haddad"), "Left the company", RUTH);
        nextDay();

        assertThat(sitting(review)).contains("amir.haddad", "bea.novak");
        world.people.add(AMIR, BEA);
        assertThat(sitting(world.upToTheVote(serious()))).doesNotContain("amir.haddad", "bea.novak", "carlos.diaz");
        assertThat(world.last("panel-drawn").facts().get("missing")).isEqualTo(List.of("2 employee panelists"));
    }

    @Test
    void after_the_last_term_has_ended_nobody_is_drawn_in_the_role() {
        add(term("amir.haddad", 0, 90), RUTH);
        end(termOf("amir.haddad"), "Moved to sales", RUTH);
        nextDay();

        world.upToTheVote(serious());

        assertThat(world.last("panel-drawn").facts().get("missing")).isEqualTo(List.of("2 employee panelists"));
    }

    @Test
    void a_first_term_that_is_entered_after_a_review_was_opened_leaves_its_urn_as_it_is() {
        world.people.add(CARLOS);
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        nextDay();
        add(term("amir.haddad", 0, 90), RUTH);

        world.upToTheVote(review, harmless(), serious());

        assertThat(inUrn()).contains("amir.haddad", "bea.novak", "carlos.diaz");
        assertThat(noticesToBoard()).contains("From now on only people with a term are drawn as Employee panelist");
        world.upToTheVote(serious());
        assertThat(inUrn()).contains("amir.haddad").doesNotContain("bea.novak", "carlos.diaz");
    }

    @Test
    void a_term_that_is_entered_or_ended_after_a_review_was_opened_counts_for_later_ones() {
        world.people.add(CARLOS);
        add(term("amir.haddad", 0, 90), RUTH);
        add(term("bea.novak", 0, 1), RUTH);
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        world.clock.set(world.clock.instant().plus(Duration.ofDays(3)));
        add(term("carlos.diaz", 0, 90), RUTH);
        end(termOf("amir.haddad"), "Asks too much", RUTH);

        world.upToTheVote(review, harmless(), serious());

        assertThat(inUrn()).contains("amir.haddad", "bea.novak").doesNotContain("carlos.diaz");
        assertThat(String.valueOf(world.last("panel-drawn").facts().get("excluded")))
                .contains("Has a term as Employee panelist that was entered after the review was opened.");
        nextDay();
        world.upToTheVote(serious());
        assertThat(inUrn()).contains("carlos.diaz").doesNotContain("amir.haddad", "bea.novak");
    }

    @Test
    void whose_term_is_ended_early_is_told_and_so_is_the_board_committee() {
        add(term("amir.haddad", 0, 90), RUTH);

        end(termOf("amir.haddad"), "Asks too much", RUTH);

        assertThat(noticesToBoard()).contains("A term as Employee panelist was ended early", "Asks too much");
        assertThat(world.published)
                .filteredOn(Notice.class::isInstance)
                .anyMatch(notice -> ((Notice) notice).usernames().contains("amir.haddad"));
    }

    @Test
    void the_table_takes_no_term_under_a_time_that_is_past() {
        refusedByDatabase(
                insert("current_date", "current_date + 90").replace("now())", "now() - interval '2 days')"),
                "a term is entered and ended now, not in the past");
        add(term("amir.haddad", 0, 90), RUTH);
        refusedByDatabase(
                "update review.panel_term set ended_on = current_date - 2, ended_by = 'ruth.castillo', end_reason = 'x'",
                "a term is entered and ended now, not in the past");
    }

    @Test
    void only_the_chair_keeps_terms_and_never_one_of_their_own() {
        Actor chairAndPanelist = actor("amir.haddad", Role.PANEL_CHAIR, Role.EMPLOYEE_PANELIST);

        refused(Refused.Kind.NOT_ALLOWED, () -> add(term("amir.haddad", 0, 90), DANA));
        refused(Refused.Kind.INVALID, () -> add(term("amir.haddad", 0, 90), chairAndPanelist));
        add(term("amir.haddad", 0, 90), RUTH);
        refused(Refused.Kind.NOT_ALLOWED, () -> end(termOf("amir.haddad"), "Why not", DANA));
        refused(Refused.Kind.INVALID, () -> end(termOf("amir.haddad"), "Why not", chairAndPanelist));
    }

    @Test
    void a_term_has_a_holder_of_the_role_days_a_basis_and_no_overlap() {
        LocalDate today = LocalDate.now(world.clock);
        assertThat(fields(new NewTerm("", null, null, null, null, "")))
                .containsExactly("person", "role", "from", "until", "basis", "chosen-by");
        assertThat(fields(new NewTerm(
                        "dana.whitfield", Role.EMPLOYEE_PANELIST, today, today.plusDays(9), Basis.DRAWN, "All staff")))
                .containsExactly("role");
        assertThat(fields(new NewTerm(
                        "dana.whitfield", Role.PANEL_CHAIR, today, today.plusDays(9), Basis.DRAWN, "All staff")))
                .contains("role");
        assertThat(fields(term("amir.haddad", 9, 9))).containsExactly("until");
        assertThat(fields(term("amir.haddad", -9, -2))).containsExactly("until");
        add(term("amir.haddad", 0, 90), RUTH);
        assertThat(fields(term("amir.haddad", 90, 180))).containsExactly("from");
        assertThat(fields(term("amir.haddad", 91, 180))).isEmpty();
    }

    @Test
    void a_year_typed_wrong_is_no_day_of_a_term() {
        assertThat(fields(term("amir.haddad", 0, 3_600))).isEmpty();
        assertThat(fields(term("amir.haddad", 0, 36_500))).containsExactly("until");
        assertThat(fields(term("amir.haddad", 36_500, 36_600))).containsExactly("from");
        refusedByDatabase(insert("current_date", "date '9999-12-31'"), "term_is_likely");
        refusedByDatabase(insert("current_date + 36500", "current_date + 36600"), "term_is_likely");
        assertThat(world.jdbc
                        .sql(insert("current_date + 91", "current_date + 100"))
                        .update())
                .isOne();
    }

    @Test
    void two_requests_at_once_make_one_term() {
        List<CompletableFuture<Boolean>> clicks = IntStream.range(0, 6)
                .mapToObj(click -> CompletableFuture.supplyAsync(() -> added(term("amir.haddad", 0, 90))))
                .toList();

        assertThat(clicks.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
        assertThat(world.tables.terms().all()).hasSize(1);
        refusedByDatabase(
                insert("current_date + 90", "current_date + 100"),
                "a term of this person in this role covers some of these days already");
        assertThat(world.jdbc
                        .sql(insert("current_date + 92", "current_date + 100"))
                        .update())
                .isOne();
    }

    private boolean added(NewTerm term) {
        try {
            add(term, RUTH);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    /** What somebody with the database alone would enter. */
    private static String insert(String from, String until) {
        return """
                insert into review.panel_term (id, person, role, from_day, until_day, basis, chosen_by, kept_by, kept_at)
                values (gen_random_uuid(), 'amir.haddad', 'EMPLOYEE_PANELIST', %s, %s, 'ELECTED', 'All', 'ruth.castillo', now())
                """
                .formatted(from, until);
    }

    private void refusedByDatabase(String statement, String why) {
        assertThatThrownBy(() -> world.jdbc.sql(statement).update())
                .as(statement)
                .hasStackTraceContaining(why);
    }

    @Test
    void a_term_is_ended_once_with_a_reason_and_otherwise_never_changes() {
        add(term("amir.haddad", 0, 90), RUTH);
        PanelTerm term = termOf("amir.haddad");
        refused(Refused.Kind.INVALID, () -> end(term, " ", RUTH));
        end(term, "Left the company", RUTH);
        refused(Refused.Kind.CONFLICT, () -> end(term, "Again", RUTH));

        assertThat(world.last("panel-term-ended").facts()).containsEntry("reason", "Left the company");
        for (String change :
                List.of("until_day = until_day + 30", "ended_on = null, ended_by = null, end_reason = null")) {
            refusedByDatabase(
                    "update review.panel_term set " + change,
                    "a term of a panelist is ended once and otherwise never changes");
        }
        refusedByDatabase("delete from review.panel_term", "permission denied");
    }

    private NewTerm term(String person, int fromDays, int untilDays) {
        LocalDate today = LocalDate.now(world.clock);
        return new NewTerm(
                person,
                Role.EMPLOYEE_PANELIST,
                today.plusDays(fromDays),
                today.plusDays(untilDays),
                Basis.ELECTED,
                "The works council");
    }

    private List<String> fields(NewTerm term) {
        return world.panel().terms().problems(term, RUTH).stream()
                .map(FormProblem::field)
                .toList();
    }

    private void nextDay() {
        world.clock.set(world.clock.instant().plus(Duration.ofDays(1)));
    }

    /** Whoever could be drawn as an employee panelist, or was. */
    private String inUrn() {
        Map<?, ?> urns = (Map<?, ?>)
                Objects.requireNonNull(world.last("panel-drawn").facts().get("urns"));
        return String.valueOf(urns.get("EMPLOYEE"));
    }

    private String noticesToBoard() {
        return world.published.stream()
                .filter(Notice.class::isInstance)
                .map(Notice.class::cast)
                .filter(notice -> notice.roles().contains(Role.BOARD_COMMITTEE))
                .map(notice -> notice.title() + " " + notice.text())
                .collect(Collectors.joining("\n"));
    }

    private void add(NewTerm term, Actor actor) {
        world.inTransaction(() -> world.panel().terms().add(term, actor));
    }

    private void end(PanelTerm term, String reason, Actor actor) {
        world.inTransaction(() -> world.panel().terms().end(term.id(), reason, actor));
    }

    private PanelTerm termOf(String person) {
        return world.tables.terms().all().stream()
                .filter(term -> term.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private List<String> sitting(ReviewId review) {
        return world.tables.seats().sitting(review, 1).stream()
                .map(Sitting::person)
                .toList();
    }

    private static void refused(Refused.Kind kind, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.kind())
                .isEqualTo(kind));
    }
}
