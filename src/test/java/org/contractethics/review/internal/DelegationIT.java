package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.FakeNeighbours.actor;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.TARIQ;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.research;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.Delegations.AbsenceBegun;
import org.contractethics.review.Delegations.AbsenceDeclared;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.review.internal.panel.Absence;
import org.contractethics.review.internal.panel.DeclaringAbsence.NewAbsence;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Every rule of standing in for the absent has somebody who tries to get around it. */
class DelegationIT {

    private final ReviewWorld world = new ReviewWorld();
    private ReviewId review = new ReviewId(UUID.randomUUID());

    /** Dana holds the research of a T3 review. */
    @BeforeEach
    void danaHoldsTheResearch() {
        world.people.add(PRIYA);
        review = world.submit(world.borderContract(), SOFIA);
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);
        world.triage(review, harmless(), null, "", TARIQ);
        world.process().hold(review, DANA.username());
    }

    @Test
    void a_delegate_does_what_the_absent_holds_and_it_is_recorded_on_their_behalf() {
        declare(DANA, 0, 2, HELEN.username());

        researchedBy(HELEN);

        StageResult result = world.results.of(review).stream()
                .filter(done -> done.stage() == Stage.RESEARCH)
                .findFirst()
                .orElseThrow();
        assertThat(result.actor()).isEqualTo("helen.okafor");
        assertThat(result.onBehalfOf()).isEqualTo("dana.whitfield");
        assertThat(world.last("stage-completed").facts()).containsEntry("onBehalfOf", "dana.whitfield");
        assertThat(world.last("stage-completed").actor()).isEqualTo("helen.okafor");
    }

    @Test
    void nobody_does_the_task_of_another_without_an_absence() {
        refused(Refused.Kind.CONFLICT, () -> researchedBy(HELEN));
    }

    @Test
    void an_absence_without_a_delegate_lets_the_task_wait() {
        declare(DANA, 0, 2, "");

        refused(Refused.Kind.CONFLICT, () -> researchedBy(HELEN));
    }

    @Test
    void a_delegation_begins_on_its_first_day_and_ends_by_itself_after_its_last() {
        declare(DANA, 1, 2, HELEN.username());
        refused(Refused.Kind.CONFLICT, () -> researchedBy(HELEN));

        later(2);
        assertThat(world.tables.delegations().coveredBy("helen.okafor")).containsExactly("dana.whitfield");
        later(1);

        assertThat(world.tables.delegations().coveredBy("helen.okafor")).isEmpty();
        refused(Refused.Kind.CONFLICT, () -> researchedBy(HELEN));
    }

    @Test
    void a_withdrawn_absence_ends_the_delegation_and_only_its_own_person_withdraws_it() {
        declare(DANA, 0, 2, HELEN.username());
        UUID absence = absenceOf(DANA).id();
        refused(Refused.Kind.NOT_FOUND, () -> withdraw(absence, HELEN));

        withdraw(absence, DANA);

        refused(Refused.Kind.CONFLICT, () -> researchedBy(HELEN));
        refused(Refused.Kind.CONFLICT, () -> withdraw(absence, DANA));
    }

    @Test
    void a_delegate_holds_a_role_of_the_absent() {
        assertThat(problems(DANA, 0, 2, LEO.username())).contains("delegate");
        assertThat(problems(DANA, 0, 2, "nobody")).contains("delegate");
        declare(LEO, 0, 2, PRIYA.username());
        world.process().hold(review, LEO.username());

        refused(Refused.Kind.NOT_ALLOWED, () -> researchedBy(PRIYA));
    }

    @Test
    void auditors_and_leadership_stand_in_for_nobody() {
        world.people.add(
                actor("august.lund", Role.HR_REVIEWER, Role.AUDITOR),
                actor("lena.hoffman", Role.HR_REVIEWER, Role.LEADERSHIP));

        assertThat(problems(DANA, 0, 2, "august.lund")).containsExactly("delegate");
        assertThat(problems(DANA, 0, 2, "lena.hoffman")).containsExactly("delegate");
    }

    @Test
    void nobody_is_their_own_delegate() {
        assertThat(problems(DANA, 0, 2, DANA.username())).contains("delegate");
        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                """
                                insert into review.absence (id, person, delegate, from_day, until_day, declared_at)
                                values (gen_random_uuid(), 'dana.whitfield', 'dana.whitfield', current_date, current_date, now())
                                """)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void there_is_no_chain() {
        Actor third = actor("third.reviewer", Role.HR_REVIEWER);
        world.people.add(third);
        declare(HELEN, 1, 3, "");
        assertThat(problems(DANA, 0, 2, HELEN.username())).containsExactly("delegate");
        withdraw(absenceOf(HELEN).id(), HELEN);
        declare(DANA, 0, 2, HELEN.username());
        declare(HELEN, 0, 2, third.username());

        refused(Refused.Kind.CONFLICT, () -> researchedBy(third));
        refused(Refused.Kind.CONFLICT, () -> researchedBy(HELEN));
    }

    @Test
    void a_delegate_with_an_interest_of_their_own_is_refused() {
        Actor team = actor("tom.lindqvist", Role.HR_REVIEWER);
        world.people.add(team);
        declare(DANA, 0, 2, team.username());

        assertThatThrownBy(() -> researchedBy(team)).hasMessageContaining("H1");
    }

    @Test
    void a_delegate_who_stepped_back_from_the_review_is_refused() {
        declare(DANA, 0, 2, HELEN.username());
        world.recuse(review, Stage.RESEARCH, HELEN);

        assertThatThrownBy(() -> researchedBy(HELEN)).hasMessageContaining("H2");
    }

    @Test
    void a_vote_is_never_delegated() {
        world.people.add(ReviewWorld.ELENA);
        ReviewId voting = world.upToTheVote(serious());
        declare(DANA, 0, 2, HELEN.username());
        world.vote(voting, Role.HR_REVIEWER, Vote.Choice.REJECT, HELEN);

        refused(Refused.Kind.CONFLICT, () -> world.vote(voting, Role.HR_REVIEWER, Vote.Choice.REJECT, HELEN));
        assertThat(world.votes.of(voting, 1)).hasSize(1);
    }

    @Test
    void an_absence_has_days_that_make_sense_and_does_not_overlap_another() {
        assertThat(problems(DANA, -1, 2, "")).containsExactly("from");
        assertThat(problems(DANA, 3, 2, "")).containsExactly("until");
        assertThat(problems(DANA, 0, 800, "")).containsExactly("until");
        assertThat(problems(DANA, 400, 401, "")).containsExactly("from");
        assertThat(world.panel().absence().problems(new NewAbsence(null, null, ""), DANA))
                .extracting(FormProblem::field)
                .containsExactly("from", "until");
        declare(DANA, 0, 2, "");
        assertThat(problems(DANA, 2, 5, "")).containsExactly("from");
    }

    @Test
    void an_absence_entered_ahead_brings_the_alternate_in_on_its_first_day() {
        String mark = "." + UUID.randomUUID();
        Actor away = actor("away" + mark, Role.HR_REVIEWER);
        world.people.only(HELEN, away, ReviewWorld.ELENA, LEO, ReviewWorld.AMIR, ReviewWorld.BEA);
        ReviewId voting = world.upToTheVote(serious());
        declare(away, 1, 3, "");
        AbsenceDeclared declared = world.published.stream()
                .filter(AbsenceDeclared.class::isInstance)
                .map(AbsenceDeclared.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(sitting(voting)).contains(away.username());

        later(1);
        world.inTransaction(
                () -> world.panel().absence().on(new AbsenceBegun(declared.absence(), world.clock.instant())));

        assertThat(sitting(voting)).contains("elena.rossi").doesNotContain(away.username());
    }

    private List<String> sitting(ReviewId voting) {
        return world.tables.seats().sitting(voting, 1).stream()
                .map(Sitting::person)
                .toList();
    }

    @Test
    void a_delegate_signs_a_declaration_of_interests_of_their_own() {
        declare(DANA, 0, 2, HELEN.username());

        assertThatThrownBy(() ->
                        world.inTransaction(() -> world.recordingResearch().record(review, research(true), HELEN)))
                .isInstanceOf(UndeclaredInterests.class);
    }

    private void researchedBy(Actor person) {
        world.declares(review, person.username());
        world.inTransaction(() -> world.recordingResearch().record(review, research(true), person));
    }

    private void declare(Actor person, int fromDays, int untilDays, String delegate) {
        world.inTransaction(() -> world.panel().absence().declare(absence(fromDays, untilDays, delegate), person));
    }

    private List<String> problems(Actor person, int fromDays, int untilDays, String delegate) {
        return world.panel().absence().problems(absence(fromDays, untilDays, delegate), person).stream()
                .map(FormProblem::field)
                .distinct()
                .toList();
    }

    private NewAbsence absence(int fromDays, int untilDays, String delegate) {
        LocalDate today = LocalDate.now(world.clock);
        return new NewAbsence(today.plusDays(fromDays), today.plusDays(untilDays), delegate);
    }

    private Absence absenceOf(Actor person) {
        return world.tables.absences().of(person.username()).get(0);
    }

    private void withdraw(UUID absence, Actor person) {
        world.inTransaction(() -> world.panel().absence().withdraw(absence, person));
    }

    private void later(int days) {
        world.clock.set(world.clock.instant().plus(Duration.ofDays(days)));
    }

    private static void refused(Refused.Kind kind, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.kind())
                .isEqualTo(kind));
    }
}
