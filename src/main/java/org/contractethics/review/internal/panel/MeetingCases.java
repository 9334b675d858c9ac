package org.contractethics.review.internal.panel;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.document.DocumentSets;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what is said of a case at a meeting. Sealed votes are never read here. */
@Component
class MeetingCases {

    private final ReviewCases reviews;
    private final ContractRegister contracts;
    private final Documents documents;
    private final DocumentSets sets;
    private final Voting voting;
    private final CitedRecord record;

    MeetingCases(
            ReviewCases reviews,
            ContractRegister contracts,
            Documents documents,
            DocumentSets sets,
            Voting voting,
            CitedRecord record) {
        this.reviews = reviews;
        this.contracts = contracts;
        this.documents = documents;
        this.sets = sets;
        this.voting = voting;
        this.record = record;
    }

    /** Rounds, opened votes and seats. */
    @Component
    record Voting(
            VoteRounds rounds,
            Votes votes,
            Recusals recusals,
            PanelSeats seats,
            ActingChairs acting,
            Decisions decisions) {}

    MeetingCase of(Case one) {
        Decision decision = voting.decisions().of(one.review()).stream()
                .filter(made -> made.pass() == one.pass())
                .findFirst()
                .orElse(null);
        Contract contract = contracts.get(reviews.get(one.review()).contract());
        return gathered(one, contract, documents.currentVersions(contract.id()), decision);
    }

    /** What was decided on when this decision was made, with its documents as they were. */
    MeetingCase of(Decision decision, Actor viewer) {
        Contract contract = contracts.get(decision.contract());
        List<DocumentVersion> decidedOn = sets.since(contract.id(), decision.documentSetHash(), viewer)
                .map(DocumentSets.SetChange::before)
                .orElse(List.of());
        return gathered(new Case(decision.review(), decision.pass()), contract, decidedOn, decision);
    }

    private MeetingCase gathered(
            Case one, Contract contract, List<DocumentVersion> versions, @Nullable Decision decision) {
        ReviewCase review = reviews.get(one.review());
        List<VoteRound> closed = voting.rounds().closed(one.review()).stream()
                .filter(round -> round.pass() == one.pass())
                .toList();
        boolean sealed = voting.rounds()
                .open(one.review())
                .filter(round -> round.pass() == one.pass())
                .isPresent();
        return new MeetingCase(
                review,
                one.pass(),
                contract,
                versions,
                voting.seats().sitting(one.review(), one.pass()),
                voting.seats().changes(one.review(), one.pass()),
                closed.stream().map(this::opened).toList(),
                sealed,
                rules(review, one),
                decision,
                decision == null ? OptionalLong.empty() : entry(decision));
    }

    private OptionalLong entry(Decision decision) {
        return record
                .entry(
                        decision.contract(),
                        "decision-recorded",
                        "decisionId",
                        decision.id().toString());
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
        String acting = voting.acting().of(round.review(), round.pass()).stream()
                .map(ActingChair::person)
                .filter(person -> person.equals(round.closedBy()))
                .findFirst()
                .orElse(null);
        return new Opened(round, votes, VotingRules.valid(votes, recused).size(), acting);
    }
}
