package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.paper.Paper;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.shared.Actor;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One decision as a paper of its own: what was decided on, how it was voted, what holds, and where the record proves it. */
@Component
public class DecisionPapers {

    private final Decisions decisions;
    private final MeetingCases cases;
    private final CaseSections sections;
    private final ContractRegister contracts;
    private final DecisionProof proof;
    private final HearingsHeld hearings;
    private final PeopleDirectory people;
    private final TierOnPaper tier;

    DecisionPapers(
            Decisions decisions,
            MeetingCases cases,
            CaseSections sections,
            ContractRegister contracts,
            DecisionProof proof,
            HearingsHeld hearings,
            PeopleDirectory people,
            TierOnPaper tier) {
        this.tier = tier;
        this.hearings = hearings;
        this.people = people;
        this.decisions = decisions;
        this.cases = cases;
        this.sections = sections;
        this.contracts = contracts;
        this.proof = proof;
    }

    /** For whoever may read the facts of the contract; for others there is no such decision. */
    @Transactional(readOnly = true)
    public Paper of(ReviewId review, DecisionId id, Actor viewer) {
        Decision decision = decisions.of(review).stream()
                .filter(made -> made.id().equals(id))
                .findFirst()
                .filter(made -> contracts.mayReadFacts(contracts.get(made.contract()), viewer))
                .orElseThrow(() -> Refused.notFound("There is no such decision."));
        return written(decision, viewer);
    }

    private Paper written(Decision decision, Actor viewer) {
        MeetingCase one = cases.of(decision, viewer);
        Contract contract = one.contract();
        Paper.Builder paper = Paper.titled("Decision on " + contract.reference() + " " + contract.title())
                .heading(1, decision.outcome().label())
                .text(holds(decision));
        sections.facts(paper, one, bound(decision));
        if (contract.version() != decision.contractVersion()) {
            paper.text(
                    "Facts of the contract were changed after this decision. Agency, supplier and countries stand here as the"
                            + " register has them today; everything else is what was decided on.");
        }
        tier.on(paper, decision);
        documents(paper, one.documents());
        sections.assessment(paper, one);
        sections.untouched(paper, one);
        sections.panel(paper, one);
        sections.votes(paper, one);
        hearings(paper, one, decision, viewer);
        sections.decision(paper, one);
        proof.on(paper, decision.contract(), decision.id());
        return paper.build();
    }

    /** Who recorded those that the decision waited for. */
    private void hearings(Paper.Builder paper, MeetingCase one, Decision decision, Actor viewer) {
        List<HearingsHeld.Hearing> held =
                hearings.knownTo(viewer, decision.contract(), day(one.review().openedAt()), day(decision.decidedAt()));
        if (!held.isEmpty()) {
            paper.heading(2, "Hearings of those who signed");
            held.forEach(hearing -> paper.text("Recorded by " + people.displayName(hearing.recordedBy())
                    + hearing.actsAs().afterName() + ", on " + Times.words(hearing.on()) + "."));
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private String holds(Decision decision) {
        return decisions
                .lapse(decision.id())
                .map(reason -> "The approval has lapsed: " + reason)
                .orElse(
                        decision.expiresOn() == null
                                ? "Nothing was approved."
                                : "The approval holds until " + Times.words(decision.expiresOn()) + ".");
    }

    private static List<List<String>> bound(Decision decision) {
        return List.of(
                List.of("Policy version", String.valueOf(decision.policyNumber())),
                List.of("Hash of the policy (SHA-256)", decision.policyHash()),
                List.of("Hash of the documents (SHA-256)", decision.documentSetHash()));
    }

    private static void documents(Paper.Builder paper, List<DocumentVersion> documents) {
        paper.heading(2, "Documents decided on")
                .table(
                        List.of("Document", "Version", "SHA-256 of the file"),
                        documents.stream()
                                .map(version ->
                                        List.of(version.title(), String.valueOf(version.number()), version.sha256()))
                                .toList(),
                        "No document is named here: there was none, or you may not read the documents of this contract.");
    }
}
