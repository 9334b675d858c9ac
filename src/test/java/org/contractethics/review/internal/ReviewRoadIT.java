package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.AMIR;
import static org.contractethics.review.internal.ReviewWorld.BEA;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.GEORGE;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.INES;
import static org.contractethics.review.internal.ReviewWorld.LENA;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.TARIQ;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.impact;
import static org.contractethics.review.internal.ReviewWorld.moderate;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ConfirmingSignature.Confirmation;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.StageForm.GateResult;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** The roads a review takes, on a real database. */
class ReviewRoadIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void a_border_contract_goes_before_the_panel_and_is_signed_under_conditions() {
        ContractId contract = world.borderContract();
        ReviewId review = world.submit(contract, SOFIA);
        world.upToTheVote(review, harmless(), serious());
        assertThat(world.reviews.get(review).tier()).isEqualTo(Tier.T3);
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH);
        assertThat(world.register.state(contract)).isEqualTo("APPROVED_WITH_CONDITIONS");

        GateResult result = world.sign(review, new Confirmation(true, "", ""), PRIYA);

        assertThat(result).isEqualTo(GateResult.SIGNED);
        assertThat(world.register.state(contract)).isEqualTo("SIGNED");
        assertThat(world.reviews.get(review).closed()).isTrue();
        Decision decision = world.decisions.latestOf(review).orElseThrow();
        assertThat(decision.conditions()).hasSize(1);
        assertThat(decision.dissents()).hasSize(1);
        assertThat(decision.policyHash()).isEqualTo(world.policy.current().contentHash());
        assertThat(decision.tables().space().rows()).hasSize(1);
        assertThat(world.kinds())
                .contains(
                        "review-opened",
                        "triage-confirmed",
                        "assessment-recorded",
                        "vote-cast",
                        "votes-opened",
                        "decision-recorded",
                        "dissent-recorded",
                        "condition-imposed",
                        "contract-signed");
        assertThat(String.valueOf(world.last("decision-recorded").facts().get("standing")))
                .contains("right=R05, severity=", "likelihood=", "priority=P")
                .contains("vulnerableGroups=", "informationGap=", "blockingGaps=[", "otherGaps=[");
    }

    @Test
    void a_library_web_site_takes_one_reviewer_and_no_research() {
        ReviewId review = world.submit(world.libraryContract(), SOFIA);
        world.upToTheVote(review, harmless());

        world.vote(review, Role.HR_REVIEWER, Vote.Choice.APPROVE, DANA);

        assertThat(world.reviews.get(review).tier()).isEqualTo(Tier.T1);
        world.decide(review, world.verdict(Outcome.APPROVE), RUTH);
        assertThat(world.sign(review, new Confirmation(true, "", ""), PRIYA)).isEqualTo(GateResult.SIGNED);
        assertThat(world.results.of(review))
                .extracting(StageResult::stage)
                .doesNotContain(Stage.RESEARCH, Stage.MITIGATION);
    }

    @Test
    void two_reviewers_who_disagree_bring_a_t2_case_before_the_panel() {
        ReviewId review = world.submit(world.courtContract(), SOFIA);
        world.upToTheVote(review, harmless(), moderate());
        assertThat(world.reviews.get(review).tier()).isEqualTo(Tier.T2);

        world.vote(review, Role.HR_REVIEWER, Vote.Choice.APPROVE, DANA);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.REJECT, LEO);

        VoteRound round = world.rounds.open(review).orElseThrow();
        assertThat(round.panel()).isTrue();
        assertThat(world.votes.opened(round)).isEmpty();
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.APPROVE, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.APPROVE, ReviewWorld.BEA);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.APPROVE, ReviewWorld.HELEN);
        world.closeVote(review, RUTH);
        assertThat(world.rounds.latest(review).orElseThrow().carried()).isEqualTo("APPROVE");
    }

    @Test
    void two_reviewers_who_agree_decide_a_t2_case() {
        ReviewId review = world.submit(world.courtContract(), SOFIA);
        world.upToTheVote(review, harmless(), moderate());

        world.vote(review, Role.HR_REVIEWER, Vote.Choice.APPROVE, DANA);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.APPROVE, LEO);

        assertThat(world.rounds.open(review)).isEmpty();
        assertThat(world.process().open(review, Stage.DECISION)).isPresent();
    }

    @Test
    void a_legal_stop_ends_the_review() {
        ContractId contract = world.borderContract();
        ReviewId review = world.submit(contract, SOFIA);
        world.checkDocuments(review, PRIYA);

        world.legal(review, LegalResult.STOP, PRIYA);

        assertThat(world.register.state(contract)).isEqualTo("STOPPED");
        assertThat(world.reviews.get(review).closed()).isTrue();
        assertThat(world.process().open(review)).isEmpty();
    }

    @Test
    void an_impact_that_is_not_fully_assessed_only_goes_back_and_is_reviewed_afresh() {
        ContractId contract = world.borderContract();
        ReviewId review = world.submit(contract, SOFIA);
        world.upToTheVote(review, harmless(), impact("R05", null, 2, 2, Likelihood.POSSIBLE));
        assertThat(world.rounds.latest(review).orElseThrow().space().allowed()).containsExactly(Outcome.RETURN);
        world.fiveVotes(review, Vote.Choice.RETURN, Vote.Choice.ABSTAIN);
        world.people.add(ReviewWorld.CARLOS);
        world.fillSeats(review, RUTH);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.RETURN, ReviewWorld.CARLOS);
        world.closeVote(review, RUTH);
        world.decide(review, world.verdict(Outcome.RETURN), RUTH);
        assertThat(world.register.state(contract)).isEqualTo("RETURNED");
        assertThat(world.reviews.get(review).pass()).isEqualTo(2);

        world.answer(review, "The field offices in two states.", SOFIA);
        world.upToTheVote(review, harmless(), serious());

        assertThat(world.rounds.latest(review).orElseThrow().round()).isEqualTo(2);
        assertThat(world.rounds.latest(review).orElseThrow().space().allowed())
                .containsExactlyInAnyOrder(Outcome.REJECT, Outcome.CONDITIONAL);
        assertThat(world.clarifications.question(review, 2)).contains("Which offices will use it?");
        assertThat(world.decisions.of(review)).hasSize(1);
    }

    @Test
    void other_documents_at_the_gate_let_the_approval_lapse_and_open_a_delta_review() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        ContractId contract = world.reviews.get(review).contract();
        world.papers.change(contract);

        GateResult result = world.sign(review, new Confirmation(true, "", ""), PRIYA);

        assertThat(result).isEqualTo(GateResult.LAPSED);
        assertThat(world.register.state(contract)).isEqualTo("IN_REVIEW");
        assertThat(world.decisions.lapse(
                        world.decisions.latestOf(review).orElseThrow().id()))
                .isPresent();
        assertThat(world.kinds()).contains("signature-refused").doesNotContain("contract-signed");
        assertThat(world.process().open(review)).isEmpty();
        assertThat(world.last("review-opened").facts()).containsEntry("changed", List.of("documents"));
    }

    @Test
    void an_approval_that_ran_out_is_not_signed() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        world.clock.set(world.clock.instant().plus(Duration.ofDays(200)));

        assertThat(world.sign(review, new Confirmation(true, "", ""), PRIYA)).isEqualTo(GateResult.RETURN);
    }

    @Test
    void a_needed_licence_has_to_be_named_at_the_gate() {
        ReviewId review = world.submit(world.libraryContract(), SOFIA);
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.LICENCE_NEEDED, PRIYA);
        world.triage(review, harmless(), null, "", TARIQ);
        world.assess(review, DANA);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.APPROVE, DANA);
        world.decide(review, world.verdict(Outcome.APPROVE), RUTH);

        assertThat(world.gate().problems(world.reviews.get(review), new Confirmation(true, "", "")))
                .extracting(problem -> problem.field())
                .contains("licence");
        assertThat(world.sign(review, new Confirmation(true, "X-77", ""), PRIYA))
                .isEqualTo(GateResult.SIGNED);
    }

    @Test
    void a_rejection_is_appealed_by_leadership_and_returned_by_the_board() {
        ReviewId review = world.decided(Outcome.REJECT, serious());
        assertThat(world.reviews.get(review).closed()).isFalse();

        world.appeal(review, "The end use was misread.", LENA);
        world.voteOnAppeal(review, AppealResult.RETURN, INES);
        world.rule(review, AppealResult.RETURN, GEORGE);

        assertThat(world.process().open(review, Stage.CLARIFICATION)).isPresent();
        assertThat(world.decisions.latestOf(review).orElseThrow().outcome()).isEqualTo(Outcome.REJECT);
        assertThat(world.kinds()).contains("appeal-filed", "appeal-decided");
    }

    @Test
    void a_confirmed_rejection_closes_the_review() {
        ReviewId review = world.decided(Outcome.REJECT, serious());

        world.appeal(review, "The end use was misread.", SOFIA);
        world.voteOnAppeal(review, AppealResult.CONFIRM, INES);
        world.rule(review, AppealResult.CONFIRM, GEORGE);

        assertThat(world.reviews.get(review).closed()).isTrue();
        assertThat(world.register.state(world.reviews.get(review).contract())).isEqualTo("REJECTED");
    }

    @Test
    void the_board_changes_a_rejection_by_named_votes_and_the_first_decision_stays_beside_the_second() {
        ReviewId review = world.decided(Outcome.REJECT, serious());
        world.appeal(review, "The end use was misread.", LENA);
        world.voteOnAppeal(review, AppealResult.CHANGE, Outcome.CONDITIONAL, INES);

        world.clock.set(world.clock.instant().plusSeconds(60));
        world.rule(review, AppealResult.CHANGE, world.verdict(Outcome.CONDITIONAL), GEORGE);

        assertThat(world.decisions.of(review))
                .extracting(decision -> decision.outcome())
                .containsExactly(Outcome.CONDITIONAL, Outcome.REJECT);
        assertThat(world.process().open(review, Stage.SIGNATURE_GATE)).isPresent();
        assertThat(world.register.state(world.reviews.get(review).contract())).isEqualTo("APPROVED_WITH_CONDITIONS");
        assertThat(world.appeals.votes(world.appeals.of(review).get(0).id()))
                .extracting(vote -> vote.voter())
                .containsExactlyInAnyOrder(INES.username(), GEORGE.username());
    }

    @Test
    void two_members_who_dissented_appeal_an_approval_together_and_the_board_rejects() {
        ReviewId review = world.upToTheVote(serious());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, HELEN);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.CONDITIONAL, LEO);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, BEA);
        world.closeVote(review, RUTH);
        world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH);

        world.appeal(review, "People will be deported.", AMIR);
        assertThat(world.appeals.of(review)).isEmpty();
        assertThatThrownBy(() -> world.appeal(review, "And more.", AMIR))
                .hasMessageContaining("You asked for this appeal already");
        world.appeal(review, "The safeguard cannot be checked.", BEA);
        assertThat(world.appeals.of(review)).singleElement().satisfies(appeal -> assertThat(appeal.reasons())
                .contains("deported", "cannot be checked"));
        world.clock.set(world.clock.instant().plusSeconds(60));
        world.voteOnAppeal(review, AppealResult.CHANGE, Outcome.REJECT, INES);
        world.rule(review, AppealResult.CHANGE, world.verdict(Outcome.REJECT), GEORGE);

        assertThat(world.reviews.get(review).closed()).isTrue();
        assertThat(world.register.state(world.reviews.get(review).contract())).isEqualTo("REJECTED");
    }

    @Test
    void a_rejection_nobody_appeals_closes_when_the_period_is_over() {
        ReviewId review = world.decided(Outcome.REJECT, serious());

        world.inTransaction(() -> world.face.appealPeriodOver(review));

        assertThat(world.reviews.get(review).closed()).isTrue();
    }

    @Test
    void a_critical_impact_is_decided_by_the_board_and_never_overridden() {
        ReviewId review = world.upToTheVote(impact("R05", 4, 4, 2, Likelihood.LIKELY));
        assertThat(world.rounds.latest(review).orElseThrow().space().allowed()).containsExactly(Outcome.REJECT);
        world.fiveVotes(review, Vote.Choice.REJECT, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        assertThat(world.face.objections(review, Stage.DECISION, RUTH)).isNotEmpty();

        world.decide(review, world.verdict(Outcome.REJECT), GEORGE);

        assertThat(world.decisions
                        .latestOf(review)
                        .orElseThrow()
                        .tables()
                        .space()
                        .critical())
                .isTrue();
        assertThatThrownBy(() -> world.appeal(review, "Overrule it", LENA)).hasMessageContaining("H6");
    }

    @Test
    void the_strictest_impact_limits_what_may_be_decided() {
        ReviewId review = world.upToTheVote(moderate(), impact("R17", 4, 2, 2, Likelihood.RARE), serious());

        AllowedSpace space = world.rounds.latest(review).orElseThrow().space();

        assertThat(space.allowed()).containsExactlyInAnyOrder(Outcome.REJECT, Outcome.CONDITIONAL);
        assertThat(space.majority()).isEqualTo("TWO_THIRDS");
        assertThat(space.decider()).isEqualTo("PANEL");
        assertThat(space.rows()).extracting(row -> row.rule()).hasSize(3);
    }

    @Test
    void a_vote_that_carries_nothing_is_opened_and_held_again() {
        ReviewId review = world.upToTheVote(impact("R17", 4, 2, 2, Likelihood.RARE), serious());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.CONDITIONAL, LEO);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.CONDITIONAL, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, ReviewWorld.BEA);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.REJECT, ReviewWorld.HELEN);

        world.closeVote(review, RUTH);

        assertThat(world.rounds.open(review).orElseThrow().round()).isEqualTo(2);
        assertThat(world.process().open(review, Stage.VOTE)).isPresent();
        assertThat(world.kinds()).contains("votes-opened");
    }

    @Test
    void a_recused_voter_no_longer_counts() {
        world.people.add(ReviewWorld.ELENA);
        ReviewId review = world.upToTheVote(serious());
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);

        world.recuse(review, Stage.VOTE, DANA);

        assertThatThrownBy(() -> world.closeVote(review, RUTH)).hasMessageContaining("quorum");
        world.vote(review, Role.EXTERNAL_EXPERT, Vote.Choice.CONDITIONAL, ReviewWorld.ELENA);
        world.closeVote(review, RUTH);
        assertThat(world.rounds.latest(review).orElseThrow().carried()).isEqualTo("CONDITIONAL");
    }

    @Test
    void what_was_opened_fits_the_commitment_made_when_it_was_cast() {
        ReviewId review = world.upToTheVote(serious());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA);
        Object commitment = world.last("vote-cast").facts().get("commitment");
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, ReviewWorld.HELEN);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.CONDITIONAL, LEO);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.CONDITIONAL, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.CONDITIONAL, ReviewWorld.BEA);
        world.closeVote(review, RUTH);

        VoteRound round = world.rounds.latest(review).orElseThrow();
        Vote dana = world.votes.opened(round).stream()
                .filter(vote -> vote.voter().equals("dana.whitfield"))
                .findFirst()
                .orElseThrow();

        assertThat(dana.commitment()).isEqualTo(commitment);
        assertThat(world.kinds()).filteredOn("vote-opened"::equals).hasSize(5);
        assertThat(world.last("votes-opened").facts())
                .containsAllEntriesOf(Map.of("quorum", 5, "valid", 5, "votes", 5, "outcome", "CONDITIONAL"))
                .containsEntry("tally", Map.of("CONDITIONAL", 5));
    }
}
