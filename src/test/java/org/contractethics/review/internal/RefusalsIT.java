package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.FakeNeighbours.actor;
import static org.contractethics.review.internal.ReviewWorld.AMIR;
import static org.contractethics.review.internal.ReviewWorld.BEA;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.GEORGE;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.LENA;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.TARIQ;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.impact;
import static org.contractethics.review.internal.ReviewWorld.moderate;
import static org.contractethics.review.internal.ReviewWorld.research;
import static org.contractethics.review.internal.ReviewWorld.serious;
import static org.contractethics.review.internal.ReviewWorld.unchanged;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.Residual;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Refused.Kind;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule of the review has somebody who tries to get around it. */
class RefusalsIT {

    /** Account owner with every other role of the review as well. */
    private static final Actor SOFIA_WITH_EVERY_ROLE = actor(
            "sofia.marin",
            Role.SUBMITTER,
            Role.TRIAGE_OFFICER,
            Role.HR_REVIEWER,
            Role.LEGAL_REVIEWER,
            Role.EMPLOYEE_PANELIST,
            Role.PANEL_CHAIR,
            Role.BOARD_COMMITTEE);

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void only_the_account_owner_submits() {
        ContractId contract = world.borderContract();

        refused(Kind.NOT_ALLOWED, () -> world.submit(contract, DANA));
        refused(Kind.NOT_ALLOWED, () -> world.submit(contract, actor("tom.lindqvist", Role.SUBMITTER)));
        refused(Kind.NOT_ALLOWED, () -> world.submit(contract, actor("sofia.marin")));
    }

    @Test
    void a_contract_has_one_open_review() {
        ContractId contract = world.borderContract();
        world.submit(contract, SOFIA);

        refused(Kind.CONFLICT, () -> world.submit(contract, SOFIA));
    }

    @Test
    void a_contract_without_a_readable_document_is_not_submitted() {
        ContractId contract = world.borderContract();
        world.papers.status = ExtractionStatus.FAILED;

        refused(Kind.INVALID, () -> world.submit(contract, SOFIA));

        world.papers.status = ExtractionStatus.READING;
        refused(Kind.INVALID, () -> world.submit(contract, SOFIA));
    }

    @Test
    void rejected_documents_are_not_submitted_again_unchanged() {
        ReviewId review = world.decided(Outcome.REJECT, serious());
        ContractId contract = world.reviews.get(review).contract();
        world.inTransaction(() -> world.face.appealPeriodOver(review));

        refused(Kind.CONFLICT, () -> world.submit(contract, SOFIA));
        world.papers.change(contract);
        assertThat(world.submit(contract, SOFIA)).isNotEqualTo(review);
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, mode = EnumSource.Mode.EXCLUDE, names = "CLARIFICATION")
    void the_account_owner_and_their_team_hold_no_stage_of_their_contract(Stage stage) {
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        Actor team = actor("tom.lindqvist", SOFIA_WITH_EVERY_ROLE.roles().toArray(Role[]::new));

        assertThat(world.face.objections(review, stage, SOFIA_WITH_EVERY_ROLE)).anyMatch(text -> text.contains("H1"));
        assertThat(world.face.objections(review, stage, team)).anyMatch(text -> text.contains("H1"));
    }

    @Test
    void separation_of_duties_is_asked_again_at_completion() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);

        refused(Kind.NOT_ALLOWED, () -> world.checkDocuments(review, SOFIA_WITH_EVERY_ROLE));
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);
        refused(Kind.NOT_ALLOWED, () -> world.triage(review, harmless(), null, "", SOFIA_WITH_EVERY_ROLE));
    }

    @Test
    void the_account_owner_cannot_vote_even_with_every_role() {
        ReviewId review = world.upToTheVote(serious());

        refused(
                Kind.NOT_ALLOWED,
                () -> world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, SOFIA_WITH_EVERY_ROLE));
    }

    @Test
    void a_stage_is_refused_to_the_wrong_role_and_to_who_does_not_hold_it() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);

        refused(Kind.NOT_ALLOWED, () -> world.checkDocuments(review, DANA));
        world.checkDocuments(review, PRIYA);
        refused(Kind.CONFLICT, () -> world.checkDocuments(review, PRIYA));
        refused(Kind.CONFLICT, () -> world.triage(review, harmless(), null, "", TARIQ));
    }

    @Test
    void auditors_and_leadership_take_no_part() {
        ReviewId review = world.upToTheVote(serious());

        refused(
                Kind.NOT_ALLOWED,
                () -> world.vote(
                        review,
                        Role.HR_REVIEWER,
                        Vote.Choice.CONDITIONAL,
                        actor("august.lund", Role.HR_REVIEWER, Role.AUDITOR)));
        refused(
                Kind.NOT_ALLOWED,
                () -> world.vote(
                        review,
                        Role.HR_REVIEWER,
                        Vote.Choice.CONDITIONAL,
                        actor("lena.hoffman", Role.HR_REVIEWER, Role.LEADERSHIP)));
    }

    @Test
    void the_tier_is_never_lowered_and_raising_needs_a_reason() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);

        refused(Kind.INVALID, () -> world.triage(review, harmless(), Tier.T1, "It is small.", TARIQ));
        refused(Kind.INVALID, () -> world.triage(review, harmless(), Tier.T4, "", TARIQ));
        assertThat(world.triage(review, harmless(), Tier.T4, "Children are affected.", TARIQ))
                .isEqualTo(Tier.T4);
    }

    @Test
    void what_was_not_researched_is_never_low() {
        ReviewId review = world.submit(world.libraryContract(), SOFIA);
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);

        Tier tier = world.triage(
                review, new TriageAnswers(null, null, null, null, null, null, null, null, null), null, "", TARIQ);

        assertThat(tier).isEqualTo(Tier.T2);
    }

    @Test
    void an_open_letter_counts_in_triage_however_it_is_denied() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        ContractId contract = world.reviews.get(review).contract();
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);
        world.letters.add(contract);

        world.triage(review, harmless(), null, "", TARIQ);

        assertThat(world.results
                        .form(review, 1, StageForm.TriageConfirmation.class)
                        .map(StageForm.TriageConfirmation::facts)
                        .map(TriageFacts::collectiveConcern))
                .contains(true);
    }

    @Test
    void research_needs_an_independent_source() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);
        world.triage(review, harmless(), null, "", TARIQ);

        refused(Kind.INVALID, () -> world.research(review, research(false), DANA));
    }

    @Test
    void an_assessment_marks_every_right() {
        ReviewId review = world.submit(world.libraryContract(), SOFIA);
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);
        world.triage(review, harmless(), null, "", TARIQ);

        refused(Kind.INVALID, () -> world.markOnly(review, DANA, Map.of("R01", false)));
    }

    @Test
    void a_measure_nobody_can_verify_lowers_nothing() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);
        world.triage(review, harmless(), null, "", TARIQ);
        world.research(review, research(true), DANA);
        world.assess(review, DANA, moderate());
        Mitigation hopeful = new Mitigation(
                List.of(new StageForm.Measure(StageForm.MeasureKind.TECHNICAL, "Promise", "", List.of("R15"))),
                List.of(new Residual("R15", 1, 1, 1, Likelihood.RARE, Map.of())),
                ReviewWorld.safeguards(false),
                "",
                Map.of(),
                Map.of(),
                Map.of());

        refused(Kind.INVALID, () -> world.mitigate(review, hopeful, PRIYA));
        refused(Kind.INVALID, () -> world.mitigate(review, unchanged(false), PRIYA));
    }

    @Test
    void an_outcome_outside_the_tables_cannot_be_voted_for() {
        ReviewId review = world.upToTheVote(serious());

        refused(Kind.INVALID, () -> world.vote(review, Role.HR_REVIEWER, Vote.Choice.APPROVE, DANA));
        refused(Kind.INVALID, () -> world.vote(review, Role.HR_REVIEWER, Vote.Choice.EXIT, DANA));
        refused(Kind.INVALID, () -> world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.REJECT, DANA));
    }

    @Test
    void nobody_votes_twice() {
        ReviewId review = world.upToTheVote(serious());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.REJECT, DANA);

        refused(Kind.CONFLICT, () -> world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA));
    }

    @Test
    void a_vote_is_not_closed_without_quorum_and_mandatory_roles_nor_by_anybody_but_the_chair() {
        ReviewId review = world.upToTheVote(serious());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.REJECT, DANA);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.REJECT, HELEN);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, ReviewWorld.BEA);
        refused(Kind.INVALID, () -> world.closeVote(review, RUTH));
        assertThat(world.last("quorum-missed").facts())
                .containsEntry("quorum", 5)
                .doesNotContainKey("valid");
        assertThatThrownBy(() -> world.closeVote(review, RUTH)).hasMessageContaining("legal reviewer");
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.ABSTAIN, LEO);
        assertThatThrownBy(() -> world.closeVote(review, RUTH)).hasMessageContaining("legal reviewer");
        assertThat(world.last("quorum-missed").facts()).containsAllEntriesOf(Map.of("quorum", 5, "valid", 4));
        world.people.add(PRIYA);
        world.fillSeats(review, RUTH);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.REJECT, PRIYA);
        refused(Kind.NOT_ALLOWED, () -> world.closeVote(review, DANA));
        world.closeVote(review, RUTH);
    }

    @Test
    void who_declared_a_conflict_takes_no_further_part() {
        ReviewId review = world.upToTheVote(serious());
        world.recuse(review, Stage.VOTE, DANA);

        refused(Kind.NOT_ALLOWED, () -> world.vote(review, Role.HR_REVIEWER, Vote.Choice.REJECT, DANA));
        assertThat(world.face.objections(review, Stage.ASSESSMENT, DANA)).anyMatch(text -> text.contains("H2"));
    }

    @Test
    void a_decision_is_what_the_vote_carried_and_nothing_else() {
        ReviewId review = world.upToTheVote(serious());
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);

        refused(Kind.INVALID, () -> world.decide(review, world.verdict(Outcome.REJECT), RUTH));
        refused(Kind.INVALID, () -> world.decide(review, world.verdict(Outcome.APPROVE), RUTH));
        refused(Kind.NOT_ALLOWED, () -> world.decide(review, world.verdict(Outcome.CONDITIONAL), GEORGE));
    }

    @Test
    void an_approval_with_conditions_needs_complete_conditions_and_a_last_day() {
        ReviewId review = world.upToTheVote(serious());
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        Verdict good = world.verdict(Outcome.CONDITIONAL);
        LocalDate day = LocalDate.now(world.clock).plusDays(10);

        refused(Kind.INVALID, () -> world.decide(review, with(good, List.of(), day), RUTH));
        refused(Kind.INVALID, () -> world.decide(review, with(good, good.conditions(), null), RUTH));
        refused(Kind.INVALID, () -> world.decide(review, with(good, good.conditions(), day.plusYears(9)), RUTH));
        refused(
                Kind.INVALID,
                () -> world.decide(
                        review,
                        with(
                                good,
                                List.of(new Verdict.ProposedCondition("No removal", "nobody", day, true, "Report")),
                                day),
                        RUTH));
    }

    @Test
    void appeals_are_for_few_within_their_time_and_heard_once() {
        ReviewId review = world.decided(Outcome.REJECT, serious());

        refused(Kind.NOT_ALLOWED, () -> world.appeal(review, "No", DANA));
        world.appeal(review, "Misread", LENA);
        refused(Kind.CONFLICT, () -> world.appeal(review, "Again", SOFIA));
        ReviewId late = world.decided(Outcome.REJECT, serious());
        world.clock.set(world.clock.instant().plus(Duration.ofDays(20)));
        refused(Kind.CONFLICT, () -> world.appeal(late, "Late", LENA));
    }

    @Test
    void nobody_rules_on_an_appeal_they_voted_on_or_filed() {
        Actor boardAndReviewer = actor("dana.whitfield", Role.HR_REVIEWER, Role.BOARD_COMMITTEE);
        ReviewId review = world.decided(Outcome.REJECT, serious());
        world.appeal(review, "Misread", GEORGE);

        refused(Kind.NOT_ALLOWED, () -> world.rule(review, AppealResult.RETURN, boardAndReviewer));
        refused(Kind.NOT_ALLOWED, () -> world.rule(review, AppealResult.RETURN, GEORGE));
        world.voteOnAppeal(review, AppealResult.RETURN, actor("third.member", Role.BOARD_COMMITTEE));
        world.rule(review, AppealResult.RETURN, actor("other.member", Role.BOARD_COMMITTEE));
    }

    @Test
    void a_ruling_is_what_most_named_votes_say_and_changes_only_to_what_the_tables_allow() {
        Actor second = actor("second.member", Role.BOARD_COMMITTEE);
        ReviewId review = world.decided(Outcome.REJECT, serious());
        refused(Kind.CONFLICT, () -> world.voteOnAppeal(review, AppealResult.CONFIRM, second));
        world.appeal(review, "Misread", LENA);
        refused(Kind.NOT_ALLOWED, () -> world.voteOnAppeal(review, AppealResult.CONFIRM, DANA));
        world.voteOnAppeal(review, AppealResult.CONFIRM, second);
        refused(Kind.CONFLICT, () -> world.voteOnAppeal(review, AppealResult.RETURN, second));
        world.voteOnAppeal(review, AppealResult.CONFIRM, actor("third.member", Role.BOARD_COMMITTEE));

        refused(Kind.CONFLICT, () -> world.rule(review, AppealResult.RETURN, GEORGE));
        refused(Kind.INVALID, () -> world.rule(review, AppealResult.CHANGE, world.verdict(Outcome.APPROVE), GEORGE));
        refused(Kind.INVALID, () -> world.rule(review, AppealResult.CHANGE, world.verdict(Outcome.REJECT), GEORGE));
        refused(
                Kind.INVALID,
                () -> world.rule(review, AppealResult.CONFIRM, world.verdict(Outcome.CONDITIONAL), GEORGE));

        assertThat(world.decisions.of(review)).hasSize(1);
        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                """
                                insert into review.appeal_ruling (appeal_id, result, reasons, decided_by, decided_at)
                                select id, 'RETURN', 'Because', 'george.tan', now() from review.appeal where review_id = :id
                                """)
                        .param("id", review.value())
                        .update())
                .hasMessageContaining("named votes do not carry");
    }

    @Test
    void an_approval_is_not_appealed_by_who_gains_by_it_and_not_signed_while_the_appeal_is_heard() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());

        refused(Kind.NOT_ALLOWED, () -> world.appeal(review, "No", LENA));
        refused(Kind.NOT_ALLOWED, () -> world.appeal(review, "No", SOFIA));
        refused(Kind.NOT_ALLOWED, () -> world.appeal(review, "No", DANA));
        refused(Kind.INVALID, () -> world.appeal(review, "No", actor("olga.petrova", Role.OMBUDS)));
        world.appeal(review, "I dissented", BEA);
        assertThat(world.appeals.of(review)).isEmpty();
        world.appeal(review, "The board looks at it", GEORGE);

        assertThat(world.appeals.of(review)).singleElement().satisfies(appeal -> assertThat(appeal.reasons())
                .isEqualTo("I dissented\n\nThe board looks at it"));
        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                """
                                insert into review.gate_confirmation (id, review_id, contract_id, decision_id,
                                    document_set_hash, confirmed_by, confirmed_at)
                                select gen_random_uuid(), review_id, contract_id, id, document_set_hash, 'priya.raman', now()
                                from review.decision where review_id = :id
                                """)
                        .param("id", review.value())
                        .update())
                .hasMessageContaining("appeal against this decision is being heard");
    }

    @Test
    void only_the_account_owner_answers_a_clarification() {
        ReviewId review = world.upToTheVote(impact("R05", null, 1, 1, Likelihood.RARE));
        world.fiveVotes(review, Vote.Choice.RETURN, Vote.Choice.RETURN);
        world.closeVote(review, RUTH);
        world.decide(review, world.verdict(Outcome.RETURN), RUTH);

        refused(Kind.NOT_ALLOWED, () -> world.answer(review, "Done", actor("erin.walsh", Role.SUBMITTER)));
    }

    @Test
    void an_overdue_stage_is_told_and_nothing_is_decided() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);

        world.inTransaction(() -> world.face.escalate(review, Stage.DOCUMENT_CHECK, world.clock.instant()));

        assertThat(world.last("stage-escalated").actor()).isEqualTo("system");
        assertThat(world.process().open(review, Stage.DOCUMENT_CHECK)).isPresent();
        assertThat(world.results.of(review)).isEmpty();
    }

    private static Verdict with(
            Verdict verdict, List<Verdict.ProposedCondition> conditions, @Nullable LocalDate expiresOn) {
        return new Verdict(
                verdict.outcome(), verdict.reasons(), verdict.rights(), conditions, expiresOn, verdict.question());
    }

    private static void refused(Kind kind, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.kind())
                .isEqualTo(kind));
    }
}
