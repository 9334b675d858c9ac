package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.TARIQ;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.impact;
import static org.contractethics.review.internal.ReviewWorld.research;
import static org.contractethics.review.internal.ReviewWorld.serious;
import static org.contractethics.review.internal.ReviewWorld.unchanged;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ConfirmingSignature.Confirmation;
import org.contractethics.review.internal.StageForm.GateResult;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.delta.CarriedItem;
import org.contractethics.review.internal.delta.CarriedItem.Kind;
import org.contractethics.review.internal.evidence.EvidenceTables;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** H8 on a real database: what a change touches is done anew, everything else is carried over with a citation. */
class DeltaReviewIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void a_grown_volume_takes_triage_and_panel_and_carries_everything_else_over() {
        ReviewId old = world.decided(Outcome.CONDITIONAL, serious());
        ReviewId delta = changed(old, "ceiling_minor = 5000");
        legal(delta);
        assertThat(world.process().open(delta, Stage.TRIAGE)).isPresent();

        world.triage(delta, harmless(), null, "", TARIQ);

        assertThat(world.process().open(delta, Stage.VOTE)).isPresent();
        assertThat(items(delta))
                .extracting(CarriedItem::kind)
                .containsExactly(Kind.DOCUMENT_CHECK, Kind.RESEARCH, Kind.ASSESSMENT, Kind.MITIGATION);
        CarriedItem research = item(delta, Kind.RESEARCH);
        assertThat(research.fromReview()).isEqualTo(old);
        assertThat(research.writtenBy()).isEqualTo("dana.whitfield");
        assertThat(research.textHash()).hasSize(64);
        assertThat(world.results.of(delta))
                .extracting(StageResult::stage)
                .as("nothing that is carried over looks newly made")
                .containsExactlyInAnyOrder(Stage.LEGAL_STOP, Stage.TRIAGE);
        assertThat(world.assessments.find(delta, 1).orElseThrow().impacts()).hasSize(1);
    }

    @Test
    void the_decision_names_in_the_record_what_it_carried_over_and_can_be_signed() {
        ReviewId old = world.decided(Outcome.CONDITIONAL, serious());
        ReviewId delta = upToTheVote(changed(old, "ceiling_minor = 5000"));

        decide(delta, Outcome.CONDITIONAL);

        assertThat(world.last("decision-recorded").facts().get("carriedOver"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Object.class))
                .hasSize(4)
                .allSatisfy(cited -> assertThat((Map<?, ?>) cited)
                        .extracting("fromReview", "fromPass")
                        .containsExactly(old.toString(), 1));
        Decision decision = world.decisions.latestOf(delta).orElseThrow();
        assertThat(decision.dissents()).as("dissents of the new vote").hasSize(1);
        assertThat(world.sign(delta, new Confirmation(true, "", ""), PRIYA)).isEqualTo(GateResult.SIGNED);
    }

    @Test
    void a_capability_touches_the_rights_it_brings_to_mind_and_the_space_is_that_of_both() {
        ReviewId old = withCapability();
        ReviewId delta = changed(old, "capabilities = '{ENFORCEMENT_DATA_FUSION,CLOUD_HOSTING}'");
        legal(delta);
        world.triage(delta, harmless(), null, "", TARIQ);
        assertThat(world.process().open(delta, Stage.RESEARCH)).isPresent();
        assertThat(rights(delta)).contains("R05", "R01").doesNotContain("R16", "R43", "R18");

        world.research(delta, research(true), DANA);
        world.assess(delta, DANA, impact("R16", 2, 2, 2, Likelihood.POSSIBLE));
        world.mitigate(delta, both(), PRIYA);

        assertThat(world.assessments.find(delta, 1).orElseThrow().impacts())
                .extracting(rated -> rated.impact().right())
                .containsExactlyInAnyOrder("R05", "R16");
        assertThat(world.rounds.open(delta).orElseThrow().space().rows())
                .as("carried over and new together")
                .extracting(AllowedSpace.Row::right)
                .containsExactlyInAnyOrder("R05", "R16");
        assertThat(world.rounds.open(delta).orElseThrow().space().allowed())
                .as("the graver impact is the one carried over")
                .containsExactlyInAnyOrder(Outcome.REJECT, Outcome.CONDITIONAL);
    }

    @Test
    void another_agency_country_or_user_touches_every_right() {
        ReviewId old = world.decided(Outcome.CONDITIONAL, serious());
        ReviewId delta = changed(old, "end_users = '{Removal units}'");
        legal(delta);

        world.triage(delta, harmless(), null, "", TARIQ);

        assertThat(items(delta)).extracting(CarriedItem::kind).containsExactly(Kind.DOCUMENT_CHECK);
        assertThat(world.process().open(delta, Stage.RESEARCH)).isPresent();
    }

    @Test
    void a_changed_document_takes_its_check_and_the_safeguards() {
        ReviewId delta = withChangedDocument();

        world.triage(delta, harmless(), null, "", TARIQ);

        assertThat(items(delta)).extracting(CarriedItem::kind).containsExactly(Kind.RESEARCH, Kind.ASSESSMENT);
        assertThat(world.process().open(delta, Stage.MITIGATION)).isPresent();
    }

    @Test
    void documents_that_change_before_the_legal_check_is_done_are_confirmed() {
        ReviewId delta = changed(world.decided(Outcome.CONDITIONAL, serious()), "ceiling_minor = 5000");
        world.papers.change(contract(delta));

        legal(delta);

        assertThat(world.process().open(delta, Stage.DOCUMENT_CHECK)).isPresent();
    }

    @Test
    void a_tier_that_rises_begins_the_whole_review_and_is_not_lowered_in_it() {
        ReviewId delta = changed(world.decided(Outcome.CONDITIONAL, serious()), "ceiling_minor = 5000");
        legal(delta);

        world.triage(delta, harmless(), Tier.T4, "Children are among those affected.", TARIQ);

        assertThat(items(delta)).isEmpty();
        assertThat(world.last("whole-review-begun").facts().get("reason")).isEqualTo("The tier rose from T3 to T4.");
        assertThat(world.reviews.get(delta).pass()).isEqualTo(2);
        legal(delta);
        assertThat(world.process().open(delta, Stage.DOCUMENT_CHECK)).isPresent();
        world.checkDocuments(delta, PRIYA);
        assertThatThrownBy(() -> world.triage(delta, harmless(), Tier.T3, "", TARIQ))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(
                        "An earlier triage of this contract confirmed T4. A tier may be raised, never lowered.");
        assertThatThrownBy(() -> world.jdbc
                        .sql("update review.review set table_tier = 'T3', tier = 'T3' where id = :id")
                        .param("id", delta.value())
                        .update())
                .as("PostgreSQL")
                .hasMessageContaining("the contract was triaged higher before");
        assertThat(world.triage(delta, harmless(), null, "", TARIQ)).isEqualTo(Tier.T4);
        assertThat(world.process().open(delta, Stage.RESEARCH)).isPresent();
    }

    @Test
    void documents_slipped_in_after_the_legal_check_begin_the_whole_review() {
        ReviewId delta = changed(world.decided(Outcome.CONDITIONAL, serious()), "ceiling_minor = 5000");
        legal(delta);
        world.papers.change(contract(delta));

        world.triage(delta, harmless(), null, "", TARIQ);

        assertThat(world.last("whole-review-begun").facts().get("reason"))
                .asString()
                .contains("documents are not those");
    }

    @Test
    void an_old_review_past_its_interval_carries_nothing() {
        ReviewId old = world.decided(Outcome.CONDITIONAL, serious());
        world.clock.set(world.clock.instant().plus(Duration.ofDays(190)));

        ReviewId delta = changed(old, "ceiling_minor = 5000");

        assertThat(world.last("review-opened").facts().get("wholeBecause"))
                .asString()
                .contains("reviewed again every 6 months");
        legal(delta);
        assertThat(world.process().open(delta, Stage.DOCUMENT_CHECK)).isPresent();
        world.checkDocuments(delta, PRIYA);
        world.triage(delta, harmless(), null, "", TARIQ);
        assertThat(world.process().open(delta, Stage.RESEARCH)).isPresent();
        assertThat(items(delta)).isEmpty();
    }

    @Test
    void nothing_is_carried_over_that_was_written_by_who_is_paid_by_the_deal_now() {
        ReviewId old = world.decided(Outcome.CONDITIONAL, serious());
        world.jdbc
                .sql("update review.review set account_team = account_team || '{dana.whitfield}' where id = :id")
                .param("id", old.value())
                .update();
        ReviewId delta = changed(old, "ceiling_minor = 5000");
        legal(delta);

        world.triage(delta, harmless(), null, "", TARIQ);

        assertThat(items(delta))
                .as("all but the check of documents was hers")
                .extracting(CarriedItem::kind)
                .containsExactly(Kind.DOCUMENT_CHECK);
        assertThat(world.process().open(delta, Stage.RESEARCH)).isPresent();
    }

    @Test
    void an_unlisted_capability_touches_every_right() {
        ReviewId delta = changed(withCapability(), "capabilities = '{ENFORCEMENT_DATA_FUSION,SOMETHING_NEW}'");
        legal(delta);

        world.triage(delta, harmless(), null, "", TARIQ);

        assertThat(items(delta)).extracting(CarriedItem::kind).containsExactly(Kind.DOCUMENT_CHECK);
    }

    @Test
    void a_return_makes_the_next_pass_a_whole_one() {
        ReviewId delta = upToTheVote(changed(world.decided(Outcome.CONDITIONAL, serious()), "ceiling_minor = 5000"));
        decide(delta, Outcome.CONDITIONAL);
        world.sign(delta, new Confirmation(false, "", "Annex 3 is missing."), PRIYA);

        world.answer(delta, "Two offices.", SOFIA);
        legal(delta);

        assertThat(world.process().open(delta, Stage.DOCUMENT_CHECK)).isPresent();
        assertThat(world.results.form(delta, 2, Mitigation.class)).isEmpty();
        assertThat(world.assessments.find(delta, 2)).isEmpty();
    }

    @Test
    void a_delta_review_after_a_delta_review_cites_who_wrote_the_text_first() {
        ReviewId old = world.decided(Outcome.CONDITIONAL, serious());
        ReviewId first = upToTheVote(changed(old, "ceiling_minor = 5000"));
        decide(first, Outcome.CONDITIONAL);

        ReviewId second = upToTheVote(changed(first, "ceiling_minor = 9000"));

        assertThat(items(second)).hasSize(4).allSatisfy(item -> assertThat(item.fromReview())
                .isEqualTo(old));
        decide(second, Outcome.CONDITIONAL);
    }

    @Test
    void a_reviewer_reopens_the_assessment_and_it_is_done_with_what_rests_on_it() {
        ReviewId delta = upToTheVote(changed(world.decided(Outcome.CONDITIONAL, serious()), "ceiling_minor = 5000"));

        world.reopen(delta, item(delta, Kind.ASSESSMENT), "More people are affected now.", HELEN);

        assertThat(items(delta)).extracting(CarriedItem::kind).containsExactly(Kind.DOCUMENT_CHECK, Kind.RESEARCH);
        assertThat(world.rounds.open(delta))
                .as("the vote waits for the new assessment")
                .isEmpty();
        assertThat(world.process().open(delta, Stage.ASSESSMENT)).isPresent();
        assertThat(world.last("carried-over-reopened").facts()).containsKey("reason");
        assertThatThrownBy(() -> decide(delta, Outcome.CONDITIONAL)).hasMessageContaining("H9");
    }

    @Test
    void the_assessment_is_not_reopened_behind_safeguards_that_were_agreed_anew() {
        ReviewId delta = withChangedDocument();
        world.triage(delta, harmless(), null, "", TARIQ);
        world.mitigate(delta, unchanged(false, serious()), PRIYA);

        assertThatThrownBy(() -> world.reopen(delta, item(delta, Kind.ASSESSMENT), "More people now.", HELEN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("What rests on it is done")
                .hasMessageContaining("Vote for a return");
        assertThatThrownBy(() -> reopenInTheDatabase(item(delta, Kind.ASSESSMENT), "helen.okafor"))
                .hasMessageContaining("one that rests on it, is finished");
        decide(delta, Outcome.CONDITIONAL);
    }

    @Test
    void the_research_is_not_reopened_behind_an_assessment_that_was_done_anew() {
        ReviewId delta = upToTheVote(changed(world.decided(Outcome.CONDITIONAL, serious()), "ceiling_minor = 5000"));
        world.reopen(delta, item(delta, Kind.ASSESSMENT), "More people are affected now.", HELEN);
        world.declares(delta, DANA.username());
        world.evidence
                .sources()
                .add(
                        world.reviews.get(delta),
                        EvidenceTables.ruling(true),
                        null,
                        DANA.username(),
                        world.clock.instant());
        world.assess(delta, DANA, serious());

        assertThatThrownBy(() -> world.reopen(delta, item(delta, Kind.RESEARCH), "The office moved.", HELEN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("What rests on it is done");
        assertThatThrownBy(() -> reopenInTheDatabase(item(delta, Kind.RESEARCH), "helen.okafor"))
                .hasMessageContaining("one that rests on it, is finished");
        world.mitigate(delta, unchanged(false, serious()), PRIYA);
        decide(delta, Outcome.CONDITIONAL);
    }

    @Test
    void the_research_is_reopened_before_the_assessment_is_done_and_the_review_goes_on_to_its_decision() {
        ReviewId delta = upToTheVote(changed(world.decided(Outcome.CONDITIONAL, serious()), "ceiling_minor = 5000"));
        world.reopen(delta, item(delta, Kind.ASSESSMENT), "More people are affected now.", HELEN);
        world.reopen(delta, item(delta, Kind.RESEARCH), "The office moved.", HELEN);
        assertThat(world.process().open(delta, Stage.RESEARCH)).isPresent();

        world.research(delta, research(true), DANA);
        world.assess(delta, DANA, serious());
        world.mitigate(delta, unchanged(false, serious()), PRIYA);
        decide(delta, Outcome.CONDITIONAL);

        assertThat(world.decisions.latestOf(delta)).isPresent();
    }

    @Test
    void a_right_that_is_carried_over_is_not_assessed_beside_its_citation_until_it_is_reopened() {
        ReviewId delta = changed(withCapability(), "capabilities = '{ENFORCEMENT_DATA_FUSION,CLOUD_HOSTING}'");
        legal(delta);
        world.triage(delta, harmless(), null, "", TARIQ);
        world.research(delta, research(true), DANA);
        assertThatThrownBy(() -> world.draft(delta, "", DANA, serious()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("R05 is carried over");

        world.reopen(delta, right(delta, "R05"), "Hosting widens the reach.", DANA);
        world.assess(delta, DANA, serious());

        assertThat(world.assessments.find(delta, 1).orElseThrow().impacts()).hasSize(1);
        assertThatThrownBy(() -> world.reopen(delta, right(delta, "R01"), "Late.", DANA))
                .hasMessageContaining("The stage is finished");
    }

    @Test
    void who_is_not_of_the_stage_stepped_back_or_gives_no_reason_reopens_nothing() {
        ReviewId delta = upToTheVote(changed(world.decided(Outcome.CONDITIONAL, serious()), "ceiling_minor = 5000"));
        CarriedItem assessment = item(delta, Kind.ASSESSMENT);
        assertThatThrownBy(() -> world.reopen(delta, assessment, "Because.", PRIYA))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> world.reopen(delta, assessment, " ", HELEN)).isInstanceOf(Refused.class);
        world.recuse(delta, Stage.ASSESSMENT, HELEN);

        assertThatThrownBy(() -> world.reopen(delta, assessment, "Because.", HELEN))
                .hasMessageContaining("H2");
    }

    @Test
    void nothing_is_reopened_once_a_vote_is_cast() {
        ReviewId delta = upToTheVote(changed(world.decided(Outcome.CONDITIONAL, serious()), "ceiling_minor = 5000"));
        world.vote(delta, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA);

        assertThatThrownBy(() -> world.reopen(delta, item(delta, Kind.ASSESSMENT), "Late.", HELEN))
                .hasMessageContaining("Votes were cast");
    }

    @Test
    void a_reopened_document_check_begins_the_whole_review() {
        ReviewId delta = upToTheVote(changed(world.decided(Outcome.CONDITIONAL, serious()), "ceiling_minor = 5000"));
        CarriedItem documents = item(delta, Kind.DOCUMENT_CHECK);
        assertThatThrownBy(() -> world.reopen(delta, documents, " ", PRIYA)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> world.reopen(delta, documents, "Annex B came.", HELEN))
                .isInstanceOf(Refused.class);

        world.reopen(delta, documents, "Annex B came.", PRIYA);

        assertThat(items(delta)).isEmpty();
        assertThat(world.rounds.open(delta)).isEmpty();
        assertThat(world.last("whole-review-begun").facts().get("reason"))
                .isEqualTo("The document check was reopened: Annex B came.");
        assertThat(world.reviews.get(delta).pass()).isEqualTo(2);
        legal(delta);
        assertThat(world.process().open(delta, Stage.DOCUMENT_CHECK)).isPresent();
        world.checkDocuments(delta, PRIYA);
        world.triage(delta, harmless(), null, "", TARIQ);
        assertThat(world.process().open(delta, Stage.RESEARCH)).isPresent();
    }

    @Test
    void the_document_check_is_not_reopened_behind_research_that_was_done_or_under_an_older_procedure() {
        ReviewId delta = upToTheVote(changed(world.decided(Outcome.CONDITIONAL, serious()), "ceiling_minor = 5000"));
        world.process().isOlder(delta);
        assertThatThrownBy(() -> world.reopen(delta, item(delta, Kind.DOCUMENT_CHECK), "Late.", PRIYA))
                .hasMessageContaining("newest version");
        ReviewId other = changed(world.decided(Outcome.CONDITIONAL, serious()), "end_users = '{Removal units}'");
        legal(other);
        world.triage(other, harmless(), null, "", TARIQ);
        world.research(other, research(true), DANA);

        assertThatThrownBy(() -> world.reopen(other, item(other, Kind.DOCUMENT_CHECK), "Late.", PRIYA))
                .hasMessageContaining("What rests on it is done");
        assertThatThrownBy(() -> reopenInTheDatabase(item(other, Kind.DOCUMENT_CHECK), "priya.raman"))
                .hasMessageContaining("one that rests on it, is finished");
    }

    @Test
    void a_pass_whose_document_check_was_reopened_in_the_database_alone_decides_nothing() {
        ReviewId delta = upToTheVote(changed(world.decided(Outcome.CONDITIONAL, serious()), "ceiling_minor = 5000"));
        reopenInTheDatabase(item(delta, Kind.DOCUMENT_CHECK), "priya.raman");

        assertThatThrownBy(() -> decide(delta, Outcome.CONDITIONAL))
                .hasMessageContaining("the document check was reopened");
        assertThat(world.decisions.latestOf(delta)).isEmpty();
    }

    @Test
    void rules_that_changed_in_what_the_old_review_was_decided_by_begin_the_whole_review() {
        ReviewId old = world.decided(Outcome.CONDITIONAL, serious());
        world.rulesChange("triage-tier", "concern-routing");

        ReviewId delta = changed(old, "ceiling_minor = 5000");

        assertThat(world.last("review-opened").facts().get("wholeBecause"))
                .asString()
                .startsWith("The rules changed from version ")
                .contains("triage-tier")
                .doesNotContain("concern-routing");
        legal(delta);
        assertThat(world.process().open(delta, Stage.DOCUMENT_CHECK)).isPresent();
        world.checkDocuments(delta, PRIYA);
        world.triage(delta, harmless(), null, "", TARIQ);
        assertThat(items(delta)).isEmpty();
        assertThat(world.process().open(delta, Stage.RESEARCH)).isPresent();
    }

    @Test
    void rules_that_change_between_the_opening_and_the_triage_begin_it_with_a_new_pass() {
        ReviewId delta = changed(world.decided(Outcome.CONDITIONAL, serious()), "ceiling_minor = 5000");
        legal(delta);
        world.rulesChange("severity");

        world.triage(delta, harmless(), null, "", TARIQ);

        assertThat(world.last("whole-review-begun").facts().get("reason"))
                .asString()
                .startsWith("The rules changed from version ");
        assertThat(world.reviews.get(delta).pass()).isEqualTo(2);
    }

    @Test
    void rules_that_no_review_asks_leave_everything_carried_over() {
        ReviewId old = world.decided(Outcome.CONDITIONAL, serious());
        world.rulesChange("concern-routing", "policy.md");

        ReviewId delta = upToTheVote(changed(old, "ceiling_minor = 5000"));

        assertThat(items(delta)).hasSize(4);
    }

    @Test
    void declared_conflicts_of_the_old_review_are_declared_anew() {
        ReviewId old = world.decided(Outcome.CONDITIONAL, serious());
        world.recuse(old, Stage.VOTE, HELEN);

        ReviewId delta = changed(old, "ceiling_minor = 5000");

        assertThat(world.recusals.of(delta)).isEmpty();
    }

    private ReviewId withCapability() {
        ContractId contract = world.borderContract();
        world.slipIn(contract, "capabilities = '{ENFORCEMENT_DATA_FUSION}'");
        ReviewId review = world.submit(contract, SOFIA);
        world.upToTheVote(review, harmless(), serious());
        decide(review, Outcome.CONDITIONAL);
        return review;
    }

    /** Up to the triage. */
    private ReviewId withChangedDocument() {
        ReviewId old = world.decided(Outcome.CONDITIONAL, serious());
        world.papers.change(contract(old));
        world.sign(old, new Confirmation(true, "", ""), PRIYA);
        ReviewId delta = newest(old);
        legal(delta);
        assertThat(world.process().open(delta, Stage.DOCUMENT_CHECK)).isPresent();
        world.checkDocuments(delta, PRIYA);
        return delta;
    }

    private void reopenInTheDatabase(CarriedItem item, String by) {
        world.jdbc
                .sql(
                        """
                        insert into review.carried_over_reopened (carried_over_id, reason, reopened_by, reopened_at)
                        values (:item, 'x', :by, now())
                        """)
                .param("item", item.id())
                .param("by", by)
                .update();
    }

    private ReviewId changed(ReviewId old, String assignment) {
        // each change is a moment after the decision it follows
        world.clock.set(world.clock.instant().plusSeconds(60));
        world.change(contract(old), assignment);
        return newest(old);
    }

    private ReviewId newest(ReviewId old) {
        ReviewId newest = world.reviews.of(contract(old)).get(0).id();
        assertThat(newest).isNotEqualTo(old);
        return newest;
    }

    private ReviewId upToTheVote(ReviewId delta) {
        legal(delta);
        world.triage(delta, harmless(), null, "", TARIQ);
        return delta;
    }

    private void legal(ReviewId delta) {
        world.legal(delta, LegalResult.CLEAR, PRIYA);
    }

    private void decide(ReviewId delta, Outcome outcome) {
        world.clock.set(world.clock.instant().plusSeconds(60));
        if (world.rounds.open(delta).isPresent()) {
            world.fiveVotes(delta, Vote.Choice.valueOf(outcome.name()), Vote.Choice.REJECT);
            world.closeVote(delta, RUTH);
        }
        world.decide(delta, world.verdict(outcome), RUTH);
    }

    private static Mitigation both() {
        return unchanged(false, serious(), impact("R16", 2, 2, 2, Likelihood.POSSIBLE));
    }

    private List<CarriedItem> items(ReviewId delta) {
        return world.deltas.items().standing(delta, world.reviews.get(delta).pass());
    }

    private List<String> rights(ReviewId delta) {
        return items(delta).stream().map(CarriedItem::right).toList();
    }

    private CarriedItem item(ReviewId delta, Kind kind) {
        return items(delta).stream()
                .filter(item -> item.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private CarriedItem right(ReviewId delta, String code) {
        return items(delta).stream()
                .filter(item -> item.right().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private ContractId contract(ReviewId review) {
        return world.reviews.get(review).contract();
    }
}
