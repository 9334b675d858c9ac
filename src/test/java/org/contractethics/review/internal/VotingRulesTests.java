package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.PolicyVersion;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.Vote.Choice;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

class VotingRulesTests {

    private static final ReviewId REVIEW = new ReviewId(new UUID(0, 1));

    private final List<Vote> votes = new ArrayList<>();

    @Test
    void one_reviewer_decides_a_t1_and_two_a_t2_case() {
        assertThat(new VotingRules(Tier.T1, false, "UNANIMOUS", 0).quorum()).isEqualTo(1);
        assertThat(new VotingRules(Tier.T2, false, "UNANIMOUS", 0).quorum()).isEqualTo(2);
        assertThat(new VotingRules(Tier.T2, false, "UNANIMOUS", 0).roles())
                .containsExactlyInAnyOrder(Role.HR_REVIEWER, Role.LEGAL_REVIEWER);
    }

    @Test
    void a_panel_needs_five_votes_an_employee_panelist_and_a_legal_reviewer() {
        VotingRules rules = new VotingRules(Tier.T3, true, "MAJORITY", 0);
        for (int i = 0; i < 5; i++) {
            vote(Role.HR_REVIEWER, Choice.REJECT);
        }

        assertThat(rules.missing(votes))
                .containsExactly("1 vote of an employee panelist", "1 vote of a legal reviewer");
    }

    @Test
    void t4_needs_a_second_employee_panelist_and_an_external_expert() {
        VotingRules rules = new VotingRules(Tier.T4, true, "MAJORITY", 0);
        vote(Role.EMPLOYEE_PANELIST, Choice.REJECT);
        vote(Role.LEGAL_REVIEWER, Choice.REJECT);
        vote(Role.HR_REVIEWER, Choice.REJECT);
        vote(Role.HR_REVIEWER, Choice.REJECT);
        vote(Role.PANEL_CHAIR, Choice.REJECT);
        assertThat(rules.missing(votes))
                .containsExactly("1 vote of an employee panelist", "1 vote of an external expert");

        vote(Role.EMPLOYEE_PANELIST, Choice.REJECT);
        assertThat(rules.missing(votes)).containsExactly("1 vote of an external expert");
        vote(Role.EXTERNAL_EXPERT, Choice.REJECT);
        assertThat(rules.missing(votes)).isEmpty();
    }

    @Test
    void the_triage_table_may_ask_for_more_votes_but_never_for_less() {
        assertThat(new VotingRules(Tier.T3, true, "MAJORITY", 7).quorum()).isEqualTo(7);
        assertThat(new VotingRules(Tier.T3, true, "MAJORITY", 7).quorumInWords())
                .startsWith("7 valid votes");
        assertThat(new VotingRules(Tier.T3, true, "MAJORITY", 3).quorum()).isEqualTo(5);
        assertThat(new VotingRules(Tier.T2, false, "UNANIMOUS", 1).quorum()).isEqualTo(2);
        assertThat(new VotingRules(Tier.T2, false, "UNANIMOUS", 3).quorum()).isEqualTo(3);
    }

    @Test
    void abstentions_and_votes_of_the_recused_do_not_count() {
        vote(Role.HR_REVIEWER, Choice.ABSTAIN);
        vote(Role.LEGAL_REVIEWER, Choice.REJECT);
        vote(Role.LEGAL_REVIEWER, Choice.REJECT);

        assertThat(VotingRules.valid(votes, Set.of("voter-1"))).hasSize(1);
    }

    @Test
    void a_majority_is_more_than_half() {
        VotingRules rules = new VotingRules(Tier.T3, true, "MAJORITY", 0);
        votes(2, Choice.CONDITIONAL);
        votes(2, Choice.REJECT);
        assertThat(rules.carried(votes)).isEmpty();

        vote(Role.HR_REVIEWER, Choice.REJECT);
        assertThat(rules.carried(votes)).contains(Outcome.REJECT);
    }

    @Test
    void two_thirds_are_two_thirds() {
        VotingRules rules = new VotingRules(Tier.T3, true, "TWO_THIRDS", 0);
        votes(3, Choice.CONDITIONAL);
        votes(2, Choice.REJECT);
        assertThat(rules.carried(votes)).isEmpty();

        vote(Role.HR_REVIEWER, Choice.CONDITIONAL);
        assertThat(rules.carried(votes)).contains(Outcome.CONDITIONAL);
    }

    @Test
    void reviewers_agree_whatever_majority_the_table_names_and_a_panel_never_needs_to() {
        votes(1, Choice.APPROVE);
        votes(1, Choice.REJECT);
        assertThat(new VotingRules(Tier.T2, false, "MAJORITY", 0).carried(votes))
                .isEmpty();

        votes(1, Choice.APPROVE);
        assertThat(new VotingRules(Tier.T2, true, "UNANIMOUS", 0).carried(votes))
                .contains(Outcome.APPROVE);
    }

    @Test
    void a_vote_that_lost_its_majority_or_its_quorum_since_holds_no_longer_and_says_why() {
        vote(Role.EMPLOYEE_PANELIST, Choice.CONDITIONAL);
        vote(Role.LEGAL_REVIEWER, Choice.CONDITIONAL);
        votes(1, Choice.CONDITIONAL);
        votes(2, Choice.REJECT);
        assertThat(standing(votes).fallen()).isEmpty();

        assertThat(standing(votes.subList(0, 4)).fallen())
                .hasValueSatisfying(why -> assertThat(why).contains("1 valid vote", "Return the contract"));
        votes(1, Choice.REJECT);
        assertThat(standing(votes).fallen())
                .hasValueSatisfying(why -> assertThat(why).contains("more than half", "Return the contract"));
    }

    private static StandingVote standing(List<Vote> valid) {
        AllowedSpace space = new AllowedSpace(
                Set.of(Outcome.CONDITIONAL, Outcome.REJECT),
                "PANEL",
                "MAJORITY",
                List.of(),
                List.of(),
                new PolicyVersion(1, "", LocalDate.EPOCH),
                null,
                List.of());
        VoteRound round = new VoteRound(
                REVIEW,
                1,
                1,
                new Spaces(space, null, null),
                true,
                Instant.EPOCH,
                Instant.EPOCH,
                "ruth.castillo",
                "CONDITIONAL");
        return new StandingVote(VotingRules.of(Tier.T3, round), round, valid);
    }

    @Test
    void the_salt_and_every_word_of_a_vote_change_its_commitment() {
        Vote vote = aVote(Role.HR_REVIEWER, Choice.REJECT, "salt", "Because.");

        assertThat(vote.commitment()).matches("[0-9a-f]{64}");
        assertThat(aVote(Role.HR_REVIEWER, Choice.REJECT, "other", "Because.").commitment())
                .isNotEqualTo(vote.commitment());
        assertThat(aVote(Role.HR_REVIEWER, Choice.REJECT, "salt", "Because!").commitment())
                .isNotEqualTo(vote.commitment());
        assertThat(aVote(Role.PANEL_CHAIR, Choice.REJECT, "salt", "Because.").commitment())
                .isNotEqualTo(vote.commitment());
    }

    private void votes(int number, Choice choice) {
        for (int i = 0; i < number; i++) {
            vote(Role.HR_REVIEWER, choice);
        }
    }

    private void vote(Role role, Choice choice) {
        votes.add(aVote(role, choice, "salt", "Because."));
    }

    private Vote aVote(Role role, Choice choice, String salt, String reasons) {
        return new Vote(
                REVIEW,
                1,
                "voter-" + votes.size(),
                role,
                choice,
                List.of("R05"),
                Severity.SERIOUS,
                "",
                reasons,
                List.of(),
                salt,
                Instant.EPOCH);
    }
}
