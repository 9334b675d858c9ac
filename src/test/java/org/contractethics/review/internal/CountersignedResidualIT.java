package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.Impact.Dimension;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.review.internal.StageForm.Lowering;
import org.contractethics.review.internal.StageForm.Measure;
import org.contractethics.review.internal.StageForm.MeasureKind;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.Residual;
import org.contractethics.review.internal.residual.ResidualTables;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** One person does not talk a critical harm down: what mitigation leaves counts once another reviewer countersigned it. */
class CountersignedResidualIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void until_somebody_countersigns_the_tables_are_asked_with_the_assessed_severity() {
        ReviewId review = lowered();
        assertThat(allowed(review)).containsExactly(Outcome.REJECT);
        assertThat(world.published)
                .filteredOn(Notice.class::isInstance)
                .anySatisfy(event -> assertThat(((Notice) event).title()).contains("countersign residual severity"));

        sign(review, HELEN.username(), true);

        assertThat(allowed(review)).contains(Outcome.APPROVE, Outcome.CONDITIONAL, Outcome.REJECT);
        assertThat(round(review).space().board())
                .as("what was assessed as critical is decided by the board")
                .isTrue();
    }

    @Test
    void a_refusal_leaves_the_assessed_severity_and_nobody_overrules_it() {
        ReviewId review = lowered();
        sign(review, HELEN.username(), false);

        assertThat(allowed(review)).containsExactly(Outcome.REJECT);
        assertThatThrownBy(() -> sign(review, DANA.username(), true)).hasMessageContaining("already");
    }

    @Test
    void neither_who_wrote_the_mitigation_nor_who_has_a_conflict_or_signed_nothing_countersigns() {
        ReviewId review = lowered();

        assertThatThrownBy(() -> sign(review, PRIYA.username(), true))
                .hasMessageContaining("whoever wrote the mitigation");
        assertThatThrownBy(() -> sign(review, "tom.lindqvist", true)).hasMessageContaining("countersigns nothing");
        assertThatThrownBy(() -> ResidualTables.sign(world.jdbc, review, "undeclared.person", true))
                .hasMessageContaining("signed no declaration");
        assertThatThrownBy(() -> ResidualTables.sign(world.jdbc, review, HELEN.username(), true, "f".repeat(64)))
                .hasMessageContaining("only the mitigation and the assessment that count");
    }

    @Test
    void nothing_is_countersigned_once_somebody_has_voted() {
        ReviewId review = lowered();
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.REJECT, DANA);

        assertThatThrownBy(() -> sign(review, HELEN.username(), true)).hasMessageContaining("nobody has voted");
    }

    @Test
    void what_the_vote_carried_is_returned_when_the_countersigner_has_a_conflict_at_the_decision() {
        ReviewId review = lowered();
        world.people.add(ReviewWorld.GEORGE);
        sign(review, "nora.lind", true);
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        world.recusals.add(review, "nora.lind", null, Recusals.Interest.FAMILY_OR_FRIEND, Instant.now());

        Verdict conditional = world.verdict(Outcome.CONDITIONAL);
        assertThatThrownBy(() -> world.decide(review, conditional, ReviewWorld.GEORGE))
                .isInstanceOf(Refused.class);
        world.decide(review, world.verdict(Outcome.RETURN), ReviewWorld.GEORGE);
        assertThat(world.decisions.latestOf(review).orElseThrow().outcome()).isEqualTo(Outcome.RETURN);
    }

    @Test
    void the_record_tells_assessed_beside_residual_severity_and_who_countersigned() {
        ReviewId review = lowered();
        sign(review, "nora.lind", true);
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        world.decide(review, world.verdict(Outcome.CONDITIONAL), ReviewWorld.GEORGE);

        RecordedEvent decided = world.last("decision-recorded");
        assertThat(decided.facts()).containsEntry("residualCountersignedBy", "nora.lind");
        assertThat(String.valueOf(decided.facts().get("standing")))
                .contains("assessedSeverity=CRITICAL", "residualSeverity=LOW", "severity=LOW");
    }

    @Test
    void the_database_takes_no_mitigation_that_lowers_without_a_reason_and_no_vote_on_residual_severity_alone() {
        ReviewId review = lowered();

        assertThatThrownBy(
                        () -> mitigation(review, "{\"right\": \"R05\", \"scale\": 1, \"likelihood\": \"OCCURRING\"}"))
                .hasMessageContaining("without a reason");
        assertThatThrownBy(() -> mitigation(review, "{\"right\": \"R05\", \"scale\": 4, \"likelihood\": \"RARE\"}"))
                .hasMessageContaining("at least likely");
        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                """
                                insert into review.vote_round (review_id, round, pass, space, panel, opened_at)
                                select review_id, 2, pass, residual_space, panel, now() from review.vote_round
                                where review_id = :review
                                """)
                        .param("review", review.value())
                        .update())
                .hasMessageContaining("opens on the severity and the likelihood that were assessed");
    }

    private void mitigation(ReviewId review, String residual) {
        world.jdbc
                .sql(
                        """
                        insert into review.stage_result (id, review_id, pass, stage, actor, started_at, completed_at, form)
                        values (gen_random_uuid(), :review, 1, 'MITIGATION', 'leo.brandt', now(), now(),
                                cast(:form as jsonb))
                        """)
                .param("review", review.value())
                .param("form", "{\"residuals\": [" + residual + "]}")
                .update();
    }

    private void sign(ReviewId review, String person, boolean agreed) {
        world.declares(review, person);
        ResidualTables.sign(world.jdbc, review, person, agreed);
    }

    private VoteRound round(ReviewId review) {
        return world.rounds.open(review).orElseThrow();
    }

    private Set<Outcome> allowed(ReviewId review) {
        return round(review).space().allowed();
    }

    /** Assessed as critical and occurring; the mitigation leaves next to nothing of it. */
    private ReviewId lowered() {
        ReviewId review = world.submit(world.borderContract(), ReviewWorld.SOFIA);
        talkDown(world, review, critical(), talkedDown("Without matching nobody is detained by the product."));
        return review;
    }

    /** Up to the vote, with this assessment and this mitigation. */
    static void talkDown(ReviewWorld world, ReviewId review, Impact impact, Mitigation mitigation) {
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);
        world.triage(review, ReviewWorld.harmless(), null, "", ReviewWorld.TARIQ);
        world.research(review, ReviewWorld.research(true), DANA);
        world.assess(review, DANA, impact);
        world.mitigate(review, mitigation, PRIYA);
    }

    static Impact critical() {
        return new Impact(
                "R05",
                Impact.Kind.ACTUAL,
                "Migrants",
                "Children",
                new Dimension(4, "Detention"),
                new Dimension(4, "A region"),
                new Dimension(4, "Years"),
                Likelihood.OCCURRING,
                Involvement.CONTRIBUTE,
                Leverage.SOME,
                "Terms of the contract",
                "",
                List.of(),
                List.of(1));
    }

    /** @param reason why the scale is lower */
    static Mitigation talkedDown(String reason) {
        return new Mitigation(
                List.of(new Measure(
                        MeasureKind.TECHNICAL,
                        "The matching is switched off",
                        "By the log of builds, read monthly",
                        List.of("R05"))),
                List.of(new Residual(
                        "R05",
                        1,
                        1,
                        1,
                        Likelihood.LIKELY,
                        Map.of(
                                "scale", new Lowering(reason, 1),
                                "scope", new Lowering("Only the records of this one office remain in it.", 1),
                                "irremediability", new Lowering("Whoever is listed wrongly is taken off in days.", 1),
                                "likelihood", new Lowering("The feature that did it is gone from the build.", 1)))),
                ReviewWorld.safeguards(false),
                "",
                Map.of(),
                Map.of(),
                Map.of());
    }
}
