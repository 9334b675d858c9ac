package org.contractethics.review.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.Appeal;
import org.contractethics.review.internal.Appeals;
import org.contractethics.review.internal.Assessment;
import org.contractethics.review.internal.Assessments;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.Vote;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.review.internal.Votes;
import org.contractethics.review.web.ReviewView.RoundView;
import org.contractethics.review.web.ReviewView.VoteView;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** Gathers everything that may be read of a review. */
@Component
class ReviewViews {

    private static final String EARLIER =
            ". Voted before the review began anew: these votes stay as they were, and count for nothing that is decided now.";

    private final CaseFacts facts;
    private final Assessments assessments;
    private final AssessmentRows rows;
    private final VoteRounds rounds;
    private final Votes votes;
    private final VoteSide voteSide;
    private final Decisions decisions;
    private final DecisionWords decisionWords;
    private final Appeals appeals;
    private final RightOptions rights;
    private final PeopleDirectory people;
    private final WithheldAppeals withheld;
    private final JoinedAppealWords joined;

    ReviewViews(
            CaseFacts facts,
            Assessments assessments,
            AssessmentRows rows,
            VoteRounds rounds,
            Votes votes,
            VoteSide voteSide,
            Decisions decisions,
            DecisionWords decisionWords,
            Appeals appeals,
            RightOptions rights,
            PeopleDirectory people,
            WithheldAppeals withheld,
            JoinedAppealWords joined) {
        this.facts = facts;
        this.assessments = assessments;
        this.rows = rows;
        this.rounds = rounds;
        this.votes = votes;
        this.voteSide = voteSide;
        this.decisions = decisions;
        this.decisionWords = decisionWords;
        this.appeals = appeals;
        this.rights = rights;
        this.people = people;
        this.withheld = withheld;
        this.joined = joined;
    }

    ReviewView of(ReviewCase review, Actor viewer) {
        Optional<Assessment> assessment = assessments.find(review.id(), review.pass());
        return new ReviewView(
                review,
                facts.stages(review, review.pass()),
                assessment.map(found -> rows.impacts(review, found.impacts())).orElse(List.of()),
                assessment.map(found -> found.untouched().size()).orElse(0),
                assessment.map(this::explained).orElse(List.of()),
                voteSide.position(review, viewer),
                rounds.closed(review.id()).stream()
                        .sorted(Comparator.comparing(VoteRound::round).reversed())
                        .map(round -> round(round, review.pass()))
                        .toList(),
                decisions.of(review.id()).stream()
                        .map(decision -> decisionWords.view(decision, review.contract()))
                        .toList(),
                appeals.of(review.id()).stream()
                        .map(appeal -> appeal(appeal, viewer))
                        .toList());
    }

    private List<Statement.Line> explained(Assessment assessment) {
        Statement.Builder lines = Statement.titled("Rights not touched");
        assessment.explained().forEach(right -> lines.line(rights.name(right.right()), rights.because(right)));
        return lines.build().lines();
    }

    private RoundView round(VoteRound round, int pass) {
        String carried = round.carried();
        String result = carried == null
                ? "No outcome was carried"
                : "Carried: " + Outcome.valueOf(carried).label();
        return new RoundView(
                round.round(),
                round.pass() < pass ? result + EARLIER : result,
                votes.opened(round).stream().map(this::vote).toList());
    }

    private VoteView vote(Vote vote) {
        return new VoteView(
                people.displayName(vote.voter()),
                vote.role().label(),
                vote.choice().label(),
                String.join("; ", rights.names(vote.rights())),
                ReviewWords.plain(vote.severity().name()),
                vote.evidence(),
                vote.reasons(),
                vote.conditions(),
                "");
    }

    private Statement appeal(Appeal appeal, Actor viewer) {
        Statement.Builder statement = Statement.titled("Appeal");
        Appeal.Ruling ruling = appeal.ruling();
        if (withheld.from(viewer, appeal)) {
            joined.tell(statement, appeal, viewer);
            return ruling == null
                    ? statement.line("Ruling", WithheldAppeals.WAITS).build()
                    : ruled(statement, ruling, false);
        }
        told(statement, appeal, viewer);
        return ruling == null
                ? statement.line("Ruling", "Waits for the board committee").build()
                : ruled(statement, ruling, true);
    }

    private void told(Statement.Builder statement, Appeal appeal, Actor viewer) {
        statement
                .line(
                        "Filed by",
                        people.displayName(appeal.filedBy()) + ", "
                                + appeal.filedAs().label() + ", " + Times.words(appeal.filedAt()))
                .line("Reasons", appeal.reasons());
        joined.tell(statement, appeal, viewer);
        AppealVoteWords.tell(statement, appeal.id(), appeals, people);
    }

    private Statement ruled(Statement.Builder statement, Appeal.Ruling ruling, boolean withReasons) {
        return statement
                .line("Ruling", ruling.result().label())
                .line(
                        "Changed to",
                        ruling.outcome() == null ? null : ruling.outcome().label())
                .line("Reasons of the ruling", withReasons ? ruling.reasons() : null)
                .line("Ruled by", people.displayName(ruling.decidedBy()) + ", " + Times.words(ruling.decidedAt()))
                .build();
    }
}
