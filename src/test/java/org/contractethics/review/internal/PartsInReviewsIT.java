package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.FakeNeighbours.actor;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.GEORGE;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.INES;
import static org.contractethics.review.internal.ReviewWorld.LENA;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.TARIQ;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.moderate;
import static org.contractethics.review.internal.ReviewWorld.research;
import static org.contractethics.review.internal.ReviewWorld.serious;
import static org.contractethics.review.internal.ReviewWorld.unchanged;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.PartsInReviews;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read for a whole page of reviews answers as what is read for each alone, for everybody in every stage. */
class PartsInReviewsIT {

    /** A piece of each sentence a rule may answer with. */
    private static final List<String> RULES = List.of(
            "This task is for",
            "You submitted this contract or are paid by it",
            "Only the account owner answers",
            "You declared a conflict of interest",
            "Auditors read everything",
            "Leadership takes no part",
            "You voted on this contract or recorded its decision",
            "You filed this appeal",
            "You ruled on an appeal",
            "You voted on an appeal",
            "This vote is for",
            "recorded by the board committee",
            "The panel chair records",
            "You do not sit on the panel");

    private final ReviewWorld world = new ReviewWorld();
    private final List<Actor> everybody = Stream.of(
                    "sofia.marin",
                    "tom.lindqvist",
                    "tariq.osman",
                    "dana.whitfield",
                    "helen.okafor",
                    "priya.raman",
                    "leo.brandt",
                    "amir.haddad",
                    "ruth.castillo",
                    "george.tan",
                    "ines.duarte",
                    "lena.hoffman",
                    "nobody.else")
            .flatMap(PartsInReviewsIT::inSomeRoles)
            .toList();
    private List<ReviewId> reviews = List.of();

    private static Stream<Actor> inSomeRoles(String username) {
        Role[] working = {
            Role.SUBMITTER,
            Role.TRIAGE_OFFICER,
            Role.HR_REVIEWER,
            Role.LEGAL_REVIEWER,
            Role.EMPLOYEE_PANELIST,
            Role.BOARD_COMMITTEE
        };
        return Stream.of(
                actor(username, working),
                actor(username, Role.PANEL_CHAIR),
                actor(username, Role.BOARD_COMMITTEE),
                actor(username, Role.EMPLOYEE_PANELIST),
                actor(username, Role.AUDITOR, Role.LEADERSHIP, Role.HR_REVIEWER),
                actor(username));
    }

    @BeforeEach
    void reviewsInEveryState() {
        reviews = List.of(
                world.submit(world.borderContract(), SOFIA),
                votedOnInPart(),
                votedOnByReviewersAlone(),
                appealed(),
                sentBackByTheBoard(),
                world.decided(Outcome.CONDITIONAL, serious()),
                forTheBoard());
    }

    private ReviewId forTheBoard() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);
        world.triage(review, harmless(), Tier.T4, "Children are affected.", TARIQ);
        world.research(review, research(true), DANA);
        world.assess(review, DANA, serious());
        world.mitigate(review, unchanged(false, serious()), PRIYA);
        return review;
    }

    private ReviewId votedOnInPart() {
        ReviewId review = world.upToTheVote(serious());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.REJECT, DANA);
        world.recuse(review, Stage.VOTE, LEO);
        return review;
    }

    private ReviewId votedOnByReviewersAlone() {
        ReviewId review = world.submit(world.courtContract(), SOFIA);
        world.upToTheVote(review, harmless(), moderate());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.APPROVE, HELEN);
        return review;
    }

    private ReviewId appealed() {
        ReviewId review = world.decided(Outcome.REJECT, serious());
        world.appeal(review, "The panel did not know of the audit.", LENA);
        return review;
    }

    private ReviewId sentBackByTheBoard() {
        ReviewId review = appealed();
        world.voteOnAppeal(review, AppealResult.RETURN, INES);
        world.rule(review, AppealResult.RETURN, GEORGE);
        world.recuse(review, Stage.TRIAGE, TARIQ);
        return review;
    }

    @Test
    void a_page_is_judged_as_each_review_alone_and_every_rule_has_its_say() {
        PartsInReviews together = world.face.partsIn(reviews);
        Set<String> said = new HashSet<>();
        for (ReviewId review : reviews) {
            Involved alone = involvedIn(review);
            for (Actor person : everybody) {
                for (Stage stage : Stage.values()) {
                    List<String> objections = together.objections(review, stage, person);
                    said.addAll(objections);
                    assertThat(objections)
                            .as("%s of %s for %s", stage, review, person)
                            .isEqualTo(new Objections(world.reviews.get(review), alone, List::of)
                                    .againstWork(stage, person))
                            .isEqualTo(world.face.objections(review, stage, person));
                }
            }
        }

        assertThat(RULES).allSatisfy(rule -> assertThat(said).anyMatch(sentence -> sentence.contains(rule)));
    }

    @Test
    void bars_and_votes_are_the_same_too() {
        PartsInReviews together = world.face.partsIn(reviews);
        for (ReviewId review : reviews) {
            for (Actor person : everybody) {
                assertThat(together.bars(review, person))
                        .isEqualTo(new Objections(world.reviews.get(review), involvedIn(review), List::of)
                                .againstAnyPart(person))
                        .isEqualTo(world.face.bars(review, person));
                assertThat(together.hasVoted(review, person)).isEqualTo(world.face.hasVoted(review, person));
            }
        }

        assertThat(together.hasVoted(reviews.get(1), DANA)).isTrue();
        assertThat(together.hasVoted(reviews.get(1), PRIYA)).isFalse();
        assertThat(together.hasVoted(reviews.get(3), DANA)).as("a closed vote").isFalse();
    }

    @Test
    void a_review_that_was_not_read_is_not_judged() {
        PartsInReviews together = world.face.partsIn(reviews.subList(0, 1));

        assertThatThrownBy(() -> together.objections(reviews.get(1), Stage.VOTE, DANA))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> together.bars(new ReviewId(UUID.randomUUID()), DANA))
                .isInstanceOf(Refused.class);
    }

    /** Gathered from what each table tells of this review alone. */
    private Involved involvedIn(ReviewId id) {
        VoteRound round = world.rounds.latest(id).orElse(null);
        List<Appeal> appeals = world.appeals.of(id);
        return new Involved(
                world.recusals.of(id),
                world.jdbc
                        .sql("select person from review.conflict_declaration where review_id = :id and not conflict")
                        .param("id", id.value())
                        .query(String.class)
                        .set(),
                round == null
                        ? Set.of()
                        : IntStream.rangeClosed(1, round.round())
                                .boxed()
                                .flatMap(number -> world.votes.of(id, number).stream())
                                .map(Vote::voter)
                                .collect(Collectors.toSet()),
                world.rounds.open(id).stream()
                        .flatMap(open -> world.votes.of(id, open.round()).stream())
                        .map(Vote::voter)
                        .collect(Collectors.toSet()),
                round == null
                        ? Set.of()
                        : world.votes.of(id, round.round()).stream()
                                .filter(vote -> vote.choice() != Vote.Choice.ABSTAIN)
                                .map(Vote::voter)
                                .collect(Collectors.toSet()),
                world.decisions.of(id).stream().map(Decision::decidedBy).collect(Collectors.toSet()),
                appeals.stream()
                        .flatMap(appeal -> Stream.ofNullable(appeal.ruling()))
                        .map(Appeal.Ruling::decidedBy)
                        .collect(Collectors.toSet()),
                appeals.stream()
                        .flatMap(appeal -> world.appeals.votes(appeal.id()).stream())
                        .map(Appeal.NamedVote::voter)
                        .collect(Collectors.toSet()),
                appeals.stream()
                        .filter(appeal -> appeal.ruling() == null)
                        .map(Appeal::filedBy)
                        .limit(1)
                        .collect(Collectors.toSet()),
                seated(id, round),
                round);
    }

    private Set<String> seated(ReviewId id, @Nullable VoteRound round) {
        return round == null
                ? Set.of()
                : world.tables.seats().sitting(id, round.pass()).stream()
                        .map(Sitting::person)
                        .collect(Collectors.toSet());
    }
}
