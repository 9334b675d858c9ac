package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.TARIQ;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.util.UUID;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database refuses what a delta review must not do, whatever path leads to it. */
class DeltaGuardsIT {

    private static final String CARRY =
            """
            insert into review.carried_over (id, review_id, pass, item, right_code, from_review, from_pass, written_by,
                written_at, text_hash, carried_at)
            select gen_random_uuid(), :into, 1, :item, '', s.review_id, s.pass, s.actor, s.completed_at,
                   review.text_hash(s.review_id, s.pass, s.stage, ''), now()
            from review.stage_result s where s.review_id = :from and s.stage = :stage
            """;

    private final ReviewWorld world = new ReviewWorld();
    private final ReviewId old = world.decided(Outcome.CONDITIONAL, serious());
    private final ReviewId delta = changed(old, "end_users = '{Removal units}'");

    @Test
    void what_the_change_touches_is_not_carried_over() {
        assertThatThrownBy(() -> carry(delta, "RESEARCH", old)).hasMessageContaining("is done anew");
    }

    @Test
    void a_contract_that_was_never_signed_is_neither_suspended_nor_left_by_a_decision() {
        for (String outcome : java.util.List.of("SUSPEND", "EXIT")) {
            assertThatThrownBy(() -> world.jdbc
                            .sql(
                                    """
                                    insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons,
                                        rights, policy_number, policy_hash, document_set_hash, contract_version, tables,
                                        decided_by, decided_at)
                                    select gen_random_uuid(), review_id, contract_id, pass + 1, round, tier, :outcome, 'x',
                                        rights, policy_number, policy_hash, document_set_hash, contract_version, tables,
                                        decided_by, now()
                                    from review.decision where review_id = :review
                                    """)
                            .param("outcome", outcome)
                            .param("review", old.value())
                            .update())
                    .as(outcome)
                    .hasMessageContaining("never signed can neither be suspended nor left");
        }
    }

    @Test
    void a_signature_does_not_leave_a_running_measure_behind() {
        ReviewId signed = world.decided(Outcome.CONDITIONAL, serious());
        world.sign(signed, new ConfirmingSignature.Confirmation(true, "", ""), PRIYA);
        ReviewId again = changed(signed, "ceiling_minor = 5000");
        legalAndTriage(again);
        world.fiveVotes(again, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(again, RUTH);
        world.decide(again, world.verdict(Outcome.CONDITIONAL), RUTH);
        world.jdbc
                .sql(
                        """
                        insert into review.interim_measure (id, contract_id, cause, restriction, reasons, imposed_by,
                            imposed_at, ends_at)
                        select gen_random_uuid(), contract_id, 'other', 'No queries', 'x', 'ruth.castillo', now(),
                            now() + interval '14 days' from review.review where id = :review
                        """)
                .param("review", again.value())
                .update();

        assertThatThrownBy(() -> world.sign(again, new ConfirmingSignature.Confirmation(true, "", ""), PRIYA))
                .hasStackTraceContaining("restricted by a measure that still runs");
    }

    @Test
    void what_it_does_not_touch_is() {
        carry(delta, "DOCUMENT_CHECK", old);

        assertThat(world.deltas.items().of(delta)).hasSize(1);
    }

    @Test
    void nothing_comes_from_a_review_that_is_not_the_last_decided_one_of_the_contract() {
        ReviewId elsewhere = world.decided(Outcome.CONDITIONAL, serious());

        assertThatThrownBy(() -> carry(delta, "DOCUMENT_CHECK", elsewhere))
                .hasMessageContaining("last decided review of the contract");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VOTE", "DECISION", "TRIAGE", "LEGAL_STOP"})
    void a_vote_a_decision_a_triage_and_a_legal_check_are_never_carried_over(String stage) {
        assertThatThrownBy(() -> carry(delta, stage, old)).hasMessageContaining("is done anew: " + stage);
    }

    @Test
    void a_vote_of_the_old_review_is_not_copied_into_the_new_round() {
        ReviewId quick = changed(world.decided(Outcome.CONDITIONAL, serious()), "ceiling_minor = 5000");
        legalAndTriage(quick);

        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                """
                                insert into review.vote (id, review_id, round, voter, role, choice, rights, severity, evidence,
                                    reasons, salt, commitment, cast_at)
                                select gen_random_uuid(), :into, 1, v.voter, v.role, v.choice, v.rights, v.severity, v.evidence,
                                       v.reasons, v.salt, v.commitment, v.cast_at
                                from review.vote v join review.delta_review d on d.after_review = v.review_id
                                where d.review_id = :into limit 1
                                """)
                        .param("into", quick.value())
                        .update())
                .hasMessageContaining("never carried over");
    }

    @Test
    void a_citation_names_the_text_its_author_and_its_day_truly() {
        assertThatThrownBy(() -> world.jdbc
                        .sql(CARRY.replace("s.actor, s.completed_at", "'helen.okafor', s.completed_at"))
                        .param("into", delta.value())
                        .param("item", "DOCUMENT_CHECK")
                        .param("stage", "DOCUMENT_CHECK")
                        .param("from", old.value())
                        .update())
                .hasMessageContaining("with who wrote it and when");
        assertThatThrownBy(() -> world.jdbc
                        .sql(CARRY.replace("s.stage, '')", "'TRIAGE', '')"))
                        .param("into", delta.value())
                        .param("item", "DOCUMENT_CHECK")
                        .param("stage", "DOCUMENT_CHECK")
                        .param("from", old.value())
                        .update())
                .hasMessageContaining("another text");
    }

    @Test
    void a_delta_review_follows_the_last_decision_only() {
        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                """
                                insert into review.delta_review (review_id, after_review, after_pass, after_decision, opened_at)
                                select :other, review_id, pass, id, now() from review.decision where review_id = :old
                                """)
                        .param(
                                "other",
                                world.decided(Outcome.CONDITIONAL, serious()).value())
                        .param("old", old.value())
                        .update())
                .hasMessageContaining("follows the lapsed approval");
    }

    @Test
    void nothing_is_decided_while_something_the_change_touches_is_not_done_anew() {
        legalAndTriage(delta);
        String missing = world.deltas.reviews().missing(delta, 1, "T3");

        assertThat(missing).isEqualTo("RESEARCH, ASSESSMENT, MITIGATION, VOTE");
        carriedVote();
        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                """
                                insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons, rights,
                                    policy_number, policy_hash, document_set_hash, contract_version, tables, decided_by, decided_at)
                                select :id, :delta, contract_id, 1, round, tier, 'RETURN', 'x', rights, policy_number, policy_hash,
                                       document_set_hash, contract_version, tables, 'ruth.castillo', now()
                                from review.decision where review_id = :old
                                """)
                        .param("id", UUID.randomUUID())
                        .param("delta", delta.value())
                        .param("old", old.value())
                        .update())
                .hasMessageContaining("the delta review has not done anew: RESEARCH, ASSESSMENT, MITIGATION");
    }

    @Test
    void the_server_refuses_a_decision_to_which_the_process_was_led_past_a_stage() {
        legalAndTriage(delta);
        world.process().stand(delta, Stage.DECISION);
        carriedVote();

        assertThatThrownBy(() -> world.decide(delta, world.verdict(Outcome.RETURN), RUTH))
                .hasMessageContaining("were not done anew: research, assessment, mitigation, vote")
                .hasMessageContaining("H8");
    }

    @Test
    void citations_are_kept_for_ever() {
        carry(delta, "DOCUMENT_CHECK", old);

        assertThatThrownBy(() -> world.jdbc
                        .sql("update review.carried_over set written_by = 'x'")
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(
                        () -> world.jdbc.sql("delete from review.carried_over").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void who_has_an_interest_reopens_nothing() {
        carry(delta, "DOCUMENT_CHECK", old);

        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                """
                                insert into review.carried_over_reopened (carried_over_id, reason, reopened_by, reopened_at)
                                select id, 'x', 'sofia.marin', now() from review.carried_over where review_id = :delta
                                """)
                        .param("delta", delta.value())
                        .update())
                .hasMessageContaining("reopens nothing");
    }

    /** As if the process had been led to the decision: a vote that carried, of which no vote counts any more, with nothing before it. */
    private void carriedVote() {
        world.jdbc
                .sql(
                        """
                        insert into review.vote_round (review_id, round, pass, space, panel, opened_at, closed_at, closed_by, carried)
                        select :delta, 1, 1, space, panel, now(), now(), 'x', 'REJECT' from review.vote_round where review_id = :old
                        """)
                .param("delta", delta.value())
                .param("old", old.value())
                .update();
    }

    private ReviewId changed(ReviewId review, String assignment) {
        ContractId contract = world.reviews.get(review).contract();
        world.change(contract, assignment);
        return world.reviews.of(contract).get(0).id();
    }

    private void legalAndTriage(ReviewId review) {
        world.legal(review, LegalResult.CLEAR, PRIYA);
        world.triage(review, harmless(), null, "", TARIQ);
    }

    private void carry(ReviewId into, String item, ReviewId from) {
        world.jdbc
                .sql(CARRY)
                .param("into", into.value())
                .param("item", item)
                .param("stage", item)
                .param("from", from.value())
                .update();
    }
}
