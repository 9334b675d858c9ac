package org.contractethics.review.internal.panel;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.document.Documents;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.Recusals;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.Vote;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.review.internal.Votes;
import org.contractethics.review.internal.VotingRules;
import org.contractethics.review.internal.panel.MeetingCase.Opened;
import org.contractethics.review.internal.panel.PanelMeeting.Case;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CitedRecord;
import org.contractethics.shared.OpenConcerns;
import org.springframework.stereotype.Component;

/** Gathers what is said of a case at a meeting. Sealed votes are never read here. */
@Component
class MeetingCases {

    private final ReviewCases reviews;
    private final ContractRegister contracts;
    private final Documents documents;
    private final Voting voting;
    private final Around around;

    MeetingCases(ReviewCases reviews, ContractRegister contracts, Documents documents, Voting voting, Around around) {
        this.reviews = reviews;
        this.contracts = contracts;
        this.documents = documents;
        this.voting = voting;
        this.around = around;
    }

    /** Rounds, opened votes and seats. */
    @Component
    record Voting(VoteRounds rounds, Votes votes, Recusals recusals, PanelSeats seats, Decisions decisions) {}

    /** What the modules above tell through the shared faces. */
    @Component
    record Around(CitedRecord record, OpenConcerns concerns) {}

    /** @param viewer hears of those concerns only that they may know of */
    MeetingCase of(Case one, Actor viewer) {
        ReviewCase review = reviews.get(one.review());
        Contract contract = contracts.get(review.contract());
        List<VoteRound> closed = voting.rounds().closed(one.review()).stream()
                .filter(round -> round.pass() == one.pass())
                .toList();
        boolean sealed = voting.rounds()
                .open(one.review())
                .filter(round -> round.pass() == one.pass())
                .isPresent();
        Decision decision = voting.decisions().of(one.review()).stream()
                .filter(made -> made.pass() == one.pass())
                .findFirst()
                .orElse(null);
        return new MeetingCase(
                review,
                one.pass(),
                contract,
                documents.currentVersions(contract.id()),
                around.concerns().openOn(contract.id(), viewer),
                voting.seats().sitting(one.review(), one.pass()),
                voting.seats().changes(one.review(), one.pass()),
                closed.stream().map(this::opened).toList(),
                sealed,
                rules(review, one),
                decision,
                decision == null
                        ? OptionalLong.empty()
                        : around.record()
                                .entry(
                                        contract.id(),
                                        "decision-recorded",
                                        "decisionId",
                                        decision.id().toString()));
    }

    private VotingRules rules(ReviewCase review, Case one) {
        return voting.rounds()
                .latest(one.review())
                .map(round -> VotingRules.of(review.confirmedTier(), round))
                .orElseThrow(() -> new IllegalStateException("a meeting about a review without a vote"));
    }

    private Opened opened(VoteRound round) {
        Set<String> recused = voting.recusals().of(round.review());
        List<Vote> votes = voting.votes().opened(round);
        return new Opened(round, votes, VotingRules.valid(votes, recused).size());
    }
}
