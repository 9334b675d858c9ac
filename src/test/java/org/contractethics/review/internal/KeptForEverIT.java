package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.util.List;
import java.util.UUID;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ConfirmingSignature.Confirmation;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** What the database refuses whoever asks: changing what was decided, and signing without a decision. */
class KeptForEverIT {

    private final ReviewWorld world = new ReviewWorld();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stage_result",
                "clarification",
                "recusal",
                "conflict_declaration",
                "assessment",
                "assessed_impact",
                "vote",
                "decision",
                "condition",
                "dissent",
                "appeal",
                "appeal_joining",
                "appeal_ruling",
                "decision_lapse",
                "gate_confirmation",
                "asked_condition",
                "executed_copy",
                "execution",
                "execution_copy",
                "panel_draw",
                "lot_nonce",
                "panel_member",
                "panel_change",
                "source",
                "evidence",
                "impact_source",
                "consultation",
                "advice",
                "advice_version",
                "countersignature",
                "residual_countersignature"
            })
    void nobody_changes_deletes_or_empties_what_was_decided(String table) {
        world.decided(Outcome.CONDITIONAL, serious());
        String column = table.equals("vote") ? "reasons = 'other'" : firstColumn(table);

        for (String statement : List.of(
                "update review." + table + " set " + column,
                "delete from review." + table,
                "truncate review." + table + " cascade")) {
            assertThatThrownBy(() -> world.jdbc.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void no_contract_becomes_signed_by_hand() {
        ContractId contract = world.borderContract();

        assertThatThrownBy(() -> sign(contract)).hasMessageContaining("no valid decision");
    }

    @Test
    void no_contract_becomes_signed_by_a_rejection_or_by_an_approval_alone() {
        ReviewId rejected = world.decided(Outcome.REJECT, serious());
        ReviewId approved = world.decided(Outcome.CONDITIONAL, serious());

        assertThatThrownBy(() -> sign(contractOf(rejected))).hasMessageContaining("no valid decision");
        assertThatThrownBy(() -> sign(contractOf(approved))).hasMessageContaining("no valid decision");
    }

    @Test
    void no_contract_becomes_signed_on_other_documents_or_on_an_approval_that_lapsed() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        Decision decision = world.decisions.latestOf(review).orElseThrow();
        UUID execution = world.executed(decision, ReviewWorld.PRIYA);
        assertThatThrownBy(() -> confirm(decision, "f".repeat(64), execution))
                .hasMessageContaining("no executed copy of the documents decided on");
        assertThatThrownBy(() -> sign(contractOf(review))).hasMessageContaining("no valid decision");

        world.decisions.lapse(decision.id(), "The terms changed.", world.clock.instant());
        confirm(decision, decision.documentSetHash(), execution);

        assertThatThrownBy(() -> sign(contractOf(review))).hasMessageContaining("no valid decision");
    }

    /** Only the owner of the database changes the hash of a confirmation; what the signature asks is asked nonetheless. */
    @Test
    void no_contract_becomes_signed_on_a_confirmation_whose_hash_is_not_that_of_the_decision() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        Decision decision = world.decisions.latestOf(review).orElseThrow();
        confirm(decision, decision.documentSetHash(), world.executed(decision, ReviewWorld.PRIYA));
        ContractId contract = contractOf(review);

        ReviewDatabase.forgeConfirmedHash(decision.id().value(), "f".repeat(64));

        assertThatThrownBy(() -> sign(contract))
                .hasMessageContaining(
                        "has no valid decision for the documents that were signed and the facts as they are");
        assertThat(world.register.state(contract)).isNotEqualTo("SIGNED");
        ReviewDatabase.forgeConfirmedHash(decision.id().value(), decision.documentSetHash());
        assertThatCode(() -> sign(contract)).as("but for the hash").doesNotThrowAnyException();
    }

    private void confirm(Decision decision, String hash, UUID execution) {
        world.decisions.confirm(decision, hash, execution, "priya.raman", world.clock.instant());
    }

    @Test
    void a_contract_is_signed_on_the_documents_that_were_decided_on() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());

        world.sign(review, new Confirmation(true, "", ""), ReviewWorld.PRIYA);

        assertThat(world.register.state(contractOf(review))).isEqualTo("SIGNED");
        assertThatCode(() -> sign(contractOf(review))).doesNotThrowAnyException();
    }

    @Test
    void a_vote_the_account_owner_slips_into_the_table_is_refused() {
        ReviewId review = world.upToTheVote(serious());

        assertThatThrownBy(() -> world.votes.add(new Vote(
                        review,
                        1,
                        "sofia.marin",
                        Role.HR_REVIEWER,
                        Vote.Choice.CONDITIONAL,
                        List.of(),
                        Severity.LOW,
                        "",
                        "Mine",
                        List.of(),
                        "salt",
                        world.clock.instant())))
                .hasMessageContaining("has no vote");
    }

    @Test
    void a_vote_of_somebody_who_was_not_drawn_or_in_another_role_is_refused_by_the_table() {
        ReviewId review = world.upToTheVote(serious());

        assertThatThrownBy(() -> slipIn(review, "carlos.diaz", Role.EMPLOYEE_PANELIST))
                .hasMessageContaining("only members drawn");
        assertThatThrownBy(() -> slipIn(review, "dana.whitfield", Role.LEGAL_REVIEWER))
                .hasMessageContaining("only members drawn");
        assertThatThrownBy(() -> slipIn(review, "ruth.castillo", Role.PANEL_CHAIR))
                .hasMessageContaining("only members drawn");
    }

    private void slipIn(ReviewId review, String voter, Role role) {
        world.votes.add(new Vote(
                review,
                1,
                voter,
                role,
                Vote.Choice.CONDITIONAL,
                List.of(),
                Severity.LOW,
                "",
                "Mine",
                List.of(),
                "salt",
                world.clock.instant()));
    }

    /** H2 */
    @Test
    void a_vote_of_somebody_who_declared_a_conflict_is_refused_by_the_table() {
        ReviewId review = world.upToTheVote(serious());
        world.recuse(review, Stage.VOTE, ReviewWorld.DANA);

        assertThatThrownBy(() -> slipIn(review, "dana.whitfield", Role.HR_REVIEWER))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("who declared a conflict has no vote");
    }

    /** H6 */
    @Test
    void a_decision_that_the_vote_did_not_carry_is_refused_by_the_table() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());

        for (String outcome : List.of("REJECT", "APPROVE")) {
            assertThatThrownBy(() -> decideInDatabase(review, outcome)).hasMessageContaining("did not carry");
        }
    }

    private void decideInDatabase(ReviewId review, String outcome) {
        world.jdbc
                .sql(
                        """
                        insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons, rights,
                            policy_number, policy_hash, document_set_hash, contract_version, tables, decided_by, decided_at)
                        select gen_random_uuid(), review_id, contract_id, pass, round, tier, :outcome, 'x', rights, policy_number,
                               policy_hash, document_set_hash, contract_version, tables, 'ruth.castillo', now()
                        from review.decision where review_id = :id""")
                .param("outcome", outcome)
                .param("id", review.value())
                .update();
    }

    @Test
    void a_closed_vote_stays_closed() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());

        assertThatThrownBy(() -> world.jdbc
                        .sql("update review.vote_round set carried = 'APPROVE' where review_id = :id")
                        .param("id", review.value())
                        .update())
                .hasMessageContaining("not opened again");
    }

    private ContractId contractOf(ReviewId review) {
        return world.reviews.get(review).contract();
    }

    private void sign(ContractId contract) {
        world.jdbc
                .sql("update contract.contract set state = 'SIGNED' where id = :id")
                .param("id", contract.value())
                .update();
    }

    private String firstColumn(String table) {
        String name = world.jdbc
                .sql(
                        """
                        select column_name from information_schema.columns
                        where table_schema = 'review' and table_name = :table order by ordinal_position limit 1
                        """)
                .param("table", table)
                .query(String.class)
                .single();
        return name + " = " + name;
    }
}
