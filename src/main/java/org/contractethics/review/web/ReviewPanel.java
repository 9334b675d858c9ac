package org.contractethics.review.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.RegisterNames;
import org.contractethics.review.internal.BeforeSignature;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.FilingAppeal;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.StageResults;
import org.contractethics.review.internal.VotingOnAppeal;
import org.contractethics.review.internal.panel.PanelSeats;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** "Review and decision" on the case page: everything for who may read the facts, outcome and reasons for all staff (H18). */
@Component
class ReviewPanel implements CasePanel {

    private final ReviewCases reviews;
    private final ReviewViews views;
    private final Decisions decisions;
    private final DecisionWords words;
    private final StageResults results;
    private final TierWords tiers;
    private final FilingAppeal filing;
    private final VotingOnAppeal voting;
    private final ContractRegister contracts;
    private final PanelSeats seats;
    private final RegisterNames names;
    private final BeforeSignature before;

    ReviewPanel(
            ReviewCases reviews,
            ReviewViews views,
            Decisions decisions,
            DecisionWords words,
            StageResults results,
            TierWords tiers,
            FilingAppeal filing,
            VotingOnAppeal voting,
            ContractRegister contracts,
            PanelSeats seats,
            RegisterNames names,
            BeforeSignature before) {
        this.reviews = reviews;
        this.views = views;
        this.decisions = decisions;
        this.words = words;
        this.results = results;
        this.tiers = tiers;
        this.filing = filing;
        this.voting = voting;
        this.contracts = contracts;
        this.seats = seats;
        this.names = names;
        this.before = before;
    }

    @Override
    public Optional<View> panel(ContractId id, Actor viewer) {
        Optional<Contract> contract = contracts.find(id);
        List<ReviewCase> found = reviews.of(id);
        if (contract.isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        ReviewCase review = found.get(0);
        boolean full = contracts.mayReadFacts(contract.get(), viewer);
        if (!full && (names.withholds(id, viewer) || viewer.roles().equals(Set.of(Role.EXTERNAL_FILER)))) {
            return Optional.empty();
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("review", review);
        model.put("full", full);
        model.put(
                "tier",
                results.form(review.id(), review.pass(), TriageConfirmation.class).map(tiers::inShort).stream()
                        .toList());
        model.put("mayAppeal", filing.refusal(review, viewer).isEmpty());
        model.put("joinsAppeal", filing.joins(review, viewer));
        model.put("waits", before.told(review, viewer).stream().toList());
        model.put("mayVoteOnAppeal", voting.refusal(review, viewer).isEmpty());
        model.put("drawn", full && !seats.draws(review.id(), review.pass()).isEmpty());
        model.put("decided", decisions.latestOf(review.id()).isPresent());
        model.put(
                "approved",
                decisions.latestOf(review.id()).filter(Decision::approves).isPresent());
        if (full) {
            model.put("view", views.of(review, viewer));
        } else {
            model.put(
                    "short",
                    decisions.latestOf(review.id()).map(decision -> words.inShort(decision, id)).stream()
                            .toList());
        }
        return Optional.of(new View(300, Column.MAIN, "review/panel", model));
    }
}
