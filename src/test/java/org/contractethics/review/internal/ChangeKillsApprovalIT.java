package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.TARIQ;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.util.List;
import java.util.UUID;
import org.contractethics.contract.FactsInUse;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ConfirmingSignature.Confirmation;
import org.contractethics.review.internal.StageForm.GateResult;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H8: whoever changes what an approval was for has no approval. */
class ChangeKillsApprovalIT {

    private final ReviewWorld world = new ReviewWorld();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "awarding_name = 'Border police'|awarding agency",
                "awarding_type = 'POLICE'|awarding agency",
                "funding_name = 'Ministry', funding_type = 'INTERIOR', funding_country = 'US'|funding agency",
                "supplier = 'A go-between'|supplier",
                "resellers = '{A go-between}'|resellers",
                "end_users = '{Removal units}'|end users",
                "capabilities = '{LOCATION_TRACKING}'|capabilities",
                "data_kinds = '{HEALTH}'|kinds of data",
                "countries = '{US,MX}'|countries",
                "ceiling_minor = 1250|volume",
                "obligated_minor = 1250, obligated_units = 12, ceiling_minor = 1000|volume",
                "ceiling_minor = null|volume",
                "currency = 'EUR'|volume",
                "period_end = '2031-12-31'|period",
                "secrecy = 'CLASSIFIED'|secrecy terms"
            })
    void a_change_makes_the_approval_lapse_and_opens_a_delta_review(String change, String named) {
        ReviewId review = approvedUpTo(1000);
        ContractId contract = contractOf(review);

        world.change(contract, change);

        Decision decision = world.decisions.latestOf(review).orElseThrow();
        assertThat(world.decisions.lapse(decision.id())).get().asString().contains(named);
        assertThat(world.reviews.get(review).closed()).isTrue();
        assertThat(world.process().open(review)).isEmpty();
        assertThat(world.register.state(contract)).isEqualTo("IN_REVIEW");
        ReviewId delta = world.reviews.of(contract).get(0).id();
        assertThat(delta).isNotEqualTo(review);
        assertThat(world.process().open(delta, Stage.LEGAL_STOP)).isPresent();
        assertThat(world.last("approval-lapsed").facts())
                .containsEntry("decisionId", decision.id().toString())
                .extractingByKey("reason")
                .asString()
                .contains(named);
        assertThat(world.last("approval-lapsed").actor()).isEqualTo("sofia.marin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title = 'A better title', description = 'More words'",
                "piid = 'W-1'",
                "ceiling_minor = 1249",
                "ceiling_minor = 10",
                "obligated_minor = 1000, obligated_units = 10",
                "changed_by = 'tom.lindqvist'"
            })
    void what_changes_nothing_that_was_weighed_leaves_the_approval(String change) {
        ReviewId review = approvedUpTo(1000);

        world.change(contractOf(review), change);

        assertThat(world.kinds()).doesNotContain("approval-lapsed");
        assertThat(world.sign(review, new Confirmation(true, "", ""), PRIYA)).isEqualTo(GateResult.SIGNED);
    }

    @Test
    void small_steps_that_add_up_to_a_quarter_are_one_change() {
        ReviewId review = approvedUpTo(1000);
        world.change(contractOf(review), "ceiling_minor = 1200");
        assertThat(world.kinds()).doesNotContain("approval-lapsed");

        world.change(contractOf(review), "ceiling_minor = 1300");

        assertThat(world.kinds()).contains("approval-lapsed");
    }

    @Test
    void the_owner_and_the_reviewers_are_told() {
        ReviewId review = approvedUpTo(1000);

        world.change(contractOf(review), "end_users = '{Removal units}'");

        List<Notice> told = world.published.stream()
                .filter(Notice.class::isInstance)
                .map(Notice.class::cast)
                .filter(notice -> notice.title().contains("approval lapsed"))
                .toList();
        assertThat(told)
                .anySatisfy(notice -> assertThat(notice.usernames()).containsExactly("sofia.marin"))
                .anySatisfy(notice -> assertThat(notice.roles())
                        .containsExactlyInAnyOrder(Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.PANEL_CHAIR))
                .allSatisfy(notice -> assertThat(notice.text()).contains("end users"));
    }

    @Test
    void a_review_by_an_older_procedure_begins_afresh_and_may_approve_the_new_facts() {
        ReviewId review = approvedUpTo(1000);
        world.process().isOlder(review);
        world.change(contractOf(review), "end_users = '{Removal units}'");
        assertThat(world.register.state(contractOf(review))).isEqualTo("RETURNED");

        world.clock.set(world.clock.instant().plusSeconds(3_600));
        world.answer(review, "Removal units use it, too.", SOFIA);
        world.upToTheVote(review, harmless(), serious());
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH);

        assertThat(world.sign(review, new Confirmation(true, "", ""), PRIYA)).isEqualTo(GateResult.SIGNED);
    }

    @Test
    void facts_do_not_change_between_triage_and_decision() {
        ReviewId review = world.upToTheVote(serious());
        ContractId contract = contractOf(review);

        assertThatThrownBy(() -> world.change(contract, "end_users = '{Removal units}'"))
                .isInstanceOfSatisfying(
                        FactsInUse.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT))
                .hasMessageContaining("end users");
        world.change(contract, "title = 'A better title'");
    }

    @Test
    void facts_may_still_be_corrected_before_the_triage() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);

        world.change(contractOf(review), "end_users = '{Removal units}'");
        world.triage(review, harmless(), null, "", TARIQ);

        assertThat(world.weighed.changed(review, 1)).isEmpty();
    }

    @Test
    void facts_slipped_into_the_table_meanwhile_cannot_be_approved() {
        ReviewId review = world.upToTheVote(serious());
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        world.slipIn(contractOf(review), "end_users = '{Removal units}'");

        assertThatThrownBy(() -> world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("end users");
    }

    @Test
    void facts_slipped_into_the_table_after_the_approval_are_refused_at_the_gate() {
        ReviewId review = approvedUpTo(1000);
        world.slipIn(contractOf(review), "capabilities = '{LOCATION_TRACKING}'");

        assertThat(world.sign(review, new Confirmation(true, "", ""), PRIYA)).isEqualTo(GateResult.LAPSED);
        assertThat(world.last("signature-refused").facts().get("reason"))
                .asString()
                .contains("capabilities");
    }

    @Test
    void the_database_refuses_the_signature_on_other_facts_and_the_approval_of_them() {
        ReviewId review = approvedUpTo(1000);
        Decision decision = world.decisions.latestOf(review).orElseThrow();
        UUID execution = world.executed(decision, PRIYA);
        world.decisions.confirm(decision, decision.documentSetHash(), execution, "priya.raman", world.clock.instant());

        assertThatThrownBy(() -> world.slipIn(contractOf(review), "end_users = '{Removal units}', state = 'SIGNED'"))
                .hasMessageContaining("facts as they are");
        world.slipIn(contractOf(review), "end_users = '{Removal units}'");
        assertThatThrownBy(() -> world.slipIn(contractOf(review), "state = 'SIGNED'"))
                .hasMessageContaining("facts as they are");
        world.slipIn(contractOf(review), "end_users = '{}'");
        world.slipIn(contractOf(review), "state = 'SIGNED'");
    }

    @Test
    void a_signed_contract_is_reviewed_again_without_being_submitted() {
        ReviewId review = approvedUpTo(1000);
        ContractId contract = contractOf(review);
        world.sign(review, new Confirmation(true, "", ""), PRIYA);
        world.register.become(contract, "SIGNED");
        assertThatThrownBy(() -> world.submit(contract, SOFIA)).isInstanceOf(Refused.class);

        world.change(contract, "ceiling_minor = 2000");

        assertThat(world.register.state(contract)).isEqualTo("IN_REVIEW");
        assertThat(world.last("approval-lapsed").facts()).containsEntry("fields", List.of("value"));
        assertThat(world.reviews.of(contract).get(0).id()).isNotEqualTo(review);
    }

    @Test
    void what_was_weighed_is_kept_for_ever() {
        ReviewId review = approvedUpTo(1000);

        assertThatThrownBy(() -> world.jdbc
                        .sql("update review.weighed_facts set facts = '{}' where review_id = :id")
                        .param("id", review.value())
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    private ReviewId approvedUpTo(int ceiling) {
        ContractId contract = world.borderContract();
        world.slipIn(contract, "ceiling_minor = " + ceiling);
        ReviewId review = world.submit(contract, SOFIA);
        world.upToTheVote(review, harmless(), serious());
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH);
        return review;
    }

    private ContractId contractOf(ReviewId review) {
        return world.reviews.get(review).contract();
    }
}
