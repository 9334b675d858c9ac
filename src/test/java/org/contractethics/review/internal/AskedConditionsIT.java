package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.contractethics.review.internal.ReviewWorld.AMIR;
import static org.contractethics.review.internal.ReviewWorld.BEA;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.ELENA;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.CastingVote.Ballot;
import org.contractethics.review.internal.Decision.AnsweredCondition;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** What a vote for an approval with conditions depends on is taken up word for word by the decision, or answered. */
class AskedConditionsIT {

    private static final String ASKED = "An outside auditor reads the logs each quarter";
    private static final String ANSWER = "The condition on use stands for it, because it brings an audit with it.";

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void a_decision_without_the_condition_and_without_an_answer_is_refused_and_the_vote_is_named() {
        ReviewId review = voted(ASKED);

        assertThatThrownBy(() -> world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.fields()).singleElement().satisfies(problem -> {
                            assertThat(problem.field()).isEqualTo("asked-leo.brandt-1");
                            assertThat(problem.message()).contains(ASKED, "word for word");
                        }));
        assertThatThrownBy(() -> world.decide(review, answered("No. No. No. No. No. No. No. No. No."), RUTH))
                .as("a mark that somebody typed to get past the field")
                .isInstanceOf(Refused.class);

        assertThat(world.decisions.of(review)).isEmpty();
    }

    @Test
    void taken_up_word_for_word_it_needs_no_answer() {
        ReviewId review = voted(ASKED);

        world.decide(review, taking("  An outside auditor reads\nthe logs each quarter "), RUTH);

        assertThat(world.decisions.latestOf(review).orElseThrow().asked())
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.takenUp()).isTrue();
                    assertThat(asked.condition().voter()).isEqualTo("leo.brandt");
                });
        assertThat(world.last("asked-condition-answered").facts())
                .containsEntry("takenUp", true)
                .containsEntry("voter", "leo.brandt");
    }

    @Test
    void what_a_vote_asked_for_is_waived_by_two_and_what_nobody_asked_for_by_one() {
        ReviewId review = voted(ASKED);

        world.decide(review, taking(ASKED), RUTH);

        assertThat(world.jdbc
                        .sql(
                                "select review.waived_by_two(id) from review.condition where not blocking order by ordinal")
                        .query(Boolean.class)
                        .list())
                .endsWith(true);
        assertThat(world.jdbc
                        .sql(
                                "select review.waived_by_two(id) = blocking from review.condition where decision_id = :id and ordinal = 1")
                        .param(
                                "id",
                                world.decisions
                                        .latestOf(review)
                                        .orElseThrow()
                                        .id()
                                        .value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_condition_that_says_the_opposite_around_the_same_words_does_not_take_it_up() {
        ReviewId review = voted(ASKED);

        assertThatThrownBy(() -> world.decide(review, taking("It is not needed that: " + ASKED), RUTH))
                .isInstanceOf(Refused.class);
    }

    @Test
    void an_answer_stays_with_the_decision_and_in_the_record() {
        ReviewId review = voted(ASKED);

        world.decide(review, answered(ANSWER), RUTH);

        assertThat(world.decisions.latestOf(review).orElseThrow().asked())
                .extracting(asked -> asked.condition().text(), AnsweredCondition::takenUp, AnsweredCondition::answer)
                .containsExactly(tuple(ASKED, false, ANSWER));
        assertThat(world.last("asked-condition-answered").facts())
                .containsEntry("takenUp", false)
                .containsEntry("answer", ANSWER);
    }

    @Test
    void what_somebody_asked_for_who_has_a_conflict_since_or_who_did_not_carry_the_vote_binds_nobody() {
        world.people.add(ELENA);
        ReviewId review = world.upToTheVote(serious());
        world.vote(review, asking(Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, List.of(ASKED)), HELEN);
        world.recuse(review, Stage.VOTE, HELEN);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.CONDITIONAL, LEO);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.CONDITIONAL, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, BEA);
        world.vote(review, Role.EXTERNAL_EXPERT, Vote.Choice.CONDITIONAL, ELENA);
        world.closeVote(review, RUTH);

        world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH);

        assertThat(world.decisions.latestOf(review).orElseThrow().asked()).isEmpty();
    }

    @Test
    void only_an_approval_with_conditions_asks_for_some_and_each_is_said_in_words() {
        ReviewId review = world.upToTheVote(serious());

        refused(review, Vote.Choice.REJECT, List.of(ASKED), "Only an approval with conditions");
        refused(review, Vote.Choice.CONDITIONAL, List.of(ASKED, "x"), "in words");
        refused(review, Vote.Choice.CONDITIONAL, List.of(ASKED, ASKED, ASKED, ASKED, ASKED, ASKED), "at most 5");
        refused(review, Vote.Choice.CONDITIONAL, List.of(ASKED.repeat(100)), "3,000 bytes");
    }

    @Test
    void the_database_takes_no_decision_that_leaves_one_out_and_no_untrue_answer() {
        ReviewId review = voted(ASKED);

        assertThatThrownBy(() -> decide(review, "")).rootCause().hasMessageContaining("leo.brandt asks for: " + ASKED);
        assertThatThrownBy(() -> decide(review, asked(ASKED, true, "")))
                .rootCause()
                .hasMessageContaining("no condition of the decision says what the vote asks for");
        assertThatThrownBy(() -> decide(review, asked("Something milder", false, ANSWER)))
                .rootCause()
                .hasMessageContaining("no vote asks for this condition");
        assertThatThrownBy(() -> decide(review, asked(ASKED, false, "No.")))
                .rootCause()
                .hasMessageContaining("asked_condition");
        assertThat(world.decisions.of(review)).isEmpty();
        decide(review, asked(ASKED, false, ANSWER));
    }

    @Test
    void a_vote_that_asks_for_something_else_has_another_commitment() {
        Vote plain = vote(List.of());

        assertThat(List.of(
                        plain,
                        vote(List.of(ASKED)),
                        vote(List.of(ASKED, "No use for removal")),
                        vote(List.of(ASKED + "\nNo use for removal"))))
                .extracting(Vote::commitment)
                .doesNotHaveDuplicates();
    }

    private static Vote vote(List<String> conditions) {
        return new Vote(
                new ReviewId(new UUID(1, 2)),
                1,
                "leo.brandt",
                Role.LEGAL_REVIEWER,
                Vote.Choice.CONDITIONAL,
                List.of("R05"),
                Severity.SERIOUS,
                "",
                "Because of detention.",
                conditions,
                "salt",
                Instant.EPOCH);
    }

    /** One vote depends on conditions, another one that does not carry cannot. */
    private ReviewId voted(String asked) {
        ReviewId review = world.upToTheVote(serious());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, HELEN);
        world.vote(review, asking(Role.LEGAL_REVIEWER, Vote.Choice.CONDITIONAL, List.of(asked)), LEO);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.CONDITIONAL, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, BEA);
        world.closeVote(review, RUTH);
        return review;
    }

    private static Ballot asking(Role role, Vote.Choice choice, List<String> conditions) {
        Ballot plain = ReviewWorld.ballot(role, choice);
        return new Ballot(
                role, choice, plain.rights(), plain.severity(), plain.evidence(), plain.reasons(), conditions, true);
    }

    private void refused(ReviewId review, Vote.Choice choice, List<String> conditions, String message) {
        Actor voter = LEO;
        assertThatThrownBy(() -> world.vote(review, asking(Role.LEGAL_REVIEWER, choice, conditions), voter))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields())
                        .anySatisfy(problem -> assertThat(problem.message()).contains(message)));
        assertThat(world.jdbc
                        .sql("select count(*) from review.vote where review_id = :id")
                        .param("id", review.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Verdict answered(String answer) {
        Verdict verdict = world.verdict(Outcome.CONDITIONAL);
        return with(verdict, verdict.conditions(), Map.of("leo.brandt/1", answer));
    }

    private Verdict taking(String text) {
        Verdict verdict = world.verdict(Outcome.CONDITIONAL);
        Verdict.ProposedCondition usual = verdict.conditions().get(0);
        return with(
                verdict,
                List.of(
                        usual,
                        new Verdict.ProposedCondition(text, usual.owner(), usual.dueOn(), false, usual.evidence())),
                Map.of());
    }

    private static Verdict with(
            Verdict verdict, List<Verdict.ProposedCondition> conditions, Map<String, String> answers) {
        return new Verdict(
                verdict.outcome(),
                verdict.reasons(),
                verdict.rights(),
                conditions,
                verdict.expiresOn(),
                verdict.question(),
                answers,
                verdict.hold());
    }

    /** @param then an insert that belongs to the decision; empty for none */
    private void decide(ReviewId review, String then) {
        world.inTransaction(() -> {
            world.jdbc
                    .sql(
                            """
                            insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons, rights,
                                policy_number, policy_hash, document_set_hash, contract_version, tables, decided_by, decided_at, expires_on)
                            select gen_random_uuid(), r.id, r.contract_id, r.pass, 1, r.tier, 'CONDITIONAL', 'x', '{R05}', 1,
                                   repeat('0', 64), r.document_set_hash, r.contract_version, '{}', 'ruth.castillo', now(), now()::date + 30
                            from review.review r where r.id = :id""")
                    .param("id", review.value())
                    .update();
            if (!then.isEmpty()) {
                world.jdbc.sql(then).param("id", review.value()).update();
            }
        });
    }

    private static String asked(String text, boolean takenUp, String answer) {
        return "insert into review.asked_condition (id, decision_id, voter, ordinal, text, taken_up, answer)"
                + " select gen_random_uuid(), d.id, 'leo.brandt', 1, '" + text + "', " + takenUp + ", '" + answer
                + "' from review.decision d where d.review_id = :id";
    }
}
