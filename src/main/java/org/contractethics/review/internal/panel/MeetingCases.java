package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.document.DocumentSets;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.panel.OpenedRounds.OfPass;
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
    record Voting(OpenedRounds opened, PanelSeats seats, Decisions decisions) {}

    /** @param at with the panel of that moment */
    MeetingCase of(Case one, Instant at) {
        Decision decision = voting.decisions().of(one.review()).stream()
                .filter(made -> made.pass() == one.pass())
                .findFirst()
                .orElse(null);
        Contract contract = contracts.get(reviews.get(one.review()).contract());
        return gathered(one, contract, documents.currentVersions(contract.id()), decision, at);
    }

    /** What was decided on when this decision was made, with its documents as they were. */
    MeetingCase of(Decision decision, Actor viewer) {
        Contract contract = contracts.get(decision.contract());
        List<DocumentVersion> decidedOn = sets.since(contract.id(), decision.documentSetHash(), viewer)
                .map(DocumentSets.SetChange::before)
                .orElse(List.of());
        return gathered(
                new Case(decision.review(), decision.pass()), contract, decidedOn, decision, decision.decidedAt());
    }

    private MeetingCase gathered(
            Case one, Contract contract, List<DocumentVersion> versions, @Nullable Decision decision, Instant at) {
        ReviewCase review = reviews.get(one.review());
        OfPass votes = voting.opened().of(review, one.pass(), decision);
        return new MeetingCase(
                review,
                one.pass(),
                contract,
                versions,
                voting.seats().sittingAt(one.review(), one.pass(), at),
                voting.seats().changes(one.review(), one.pass()),
                votes.rounds(),
                votes.sealed(),
                votes.rules(),
                decision,
                decision == null ? OptionalLong.empty() : entry(decision));
    }

    private OptionalLong entry(Decision decision) {
        return record.entry(
                decision.contract(),
                "decision-recorded",
                "decisionId",
                decision.id().toString());
    }
}
