package org.contractethics.review.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.internal.followup.ImposingInterimMeasure;
import org.contractethics.review.internal.followup.Incident;
import org.contractethics.review.internal.followup.Incidents;
import org.contractethics.review.internal.followup.InterimMeasures;
import org.contractethics.review.internal.followup.Monitoring;
import org.contractethics.review.internal.followup.OpeningSuspension;
import org.contractethics.review.internal.followup.ReReview;
import org.contractethics.review.internal.followup.ReReviewing;
import org.contractethics.review.internal.followup.ReReviews;
import org.contractethics.review.internal.followup.RecordingIncidents;
import org.contractethics.review.internal.followup.SignedContracts;
import org.contractethics.review.internal.followup.SuspensionReview;
import org.contractethics.review.internal.followup.Suspensions;
import org.contractethics.review.internal.followup.VisibilityLimits;
import org.contractethics.review.internal.followup.VisibilityLimits.Limits;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** "Monitoring" on the page of a contract that was signed: what holds it, what became known, what cannot be seen. */
@Component
class MonitoringPanel implements CasePanel {

    private final ContractRegister contracts;
    private final SignedContracts signed;
    private final Suspensions suspensions;
    private final SuspensionView suspensionView;
    private final InterimMeasures measures;
    private final Incidents incidents;
    private final VisibilityLimits limits;
    private final ReReviews reReviews;
    private final ReReviewing reReviewing;
    private final Acts acts;
    private final PeopleDirectory people;
    private final RightOptions rights;

    MonitoringPanel(
            ContractRegister contracts,
            SignedContracts signed,
            Suspensions suspensions,
            SuspensionView suspensionView,
            InterimMeasures measures,
            Incidents incidents,
            VisibilityLimits limits,
            ReReviews reReviews,
            ReReviewing reReviewing,
            Acts acts,
            PeopleDirectory people,
            RightOptions rights) {
        this.contracts = contracts;
        this.signed = signed;
        this.suspensions = suspensions;
        this.suspensionView = suspensionView;
        this.measures = measures;
        this.incidents = incidents;
        this.limits = limits;
        this.reReviews = reReviews;
        this.reReviewing = reReviewing;
        this.acts = acts;
        this.people = people;
        this.rights = rights;
    }

    /** An incident, with the name of who recorded it and those of the rights. */
    public record IncidentLine(Incident incident, String recordedBy, List<String> rights) {}

    /** A statement, with the name of who made it. */
    public record LimitsLine(Limits limits, String statedBy) {}

    @Override
    public Optional<View> panel(ContractId id, Actor viewer) {
        return contracts
                .find(id)
                .filter(contract -> contracts.mayReadFacts(contract, viewer))
                .filter(contract -> signed.signedOnce(id))
                .map(contract -> new View(350, Column.MAIN, "review/monitoring", model(contract, viewer)));
    }

    private Map<String, Object> model(Contract contract, Actor viewer) {
        ContractId id = contract.id();
        List<SuspensionReview> reviews = suspensions.of(id);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("contract", id);
        model.put(
                "hold",
                suspensionView.hold(contract, reviews, measures.running(id)).stream()
                        .toList());
        model.put("suspensions", reviews);
        model.put("measures", measures.of(id));
        model.put("incidents", incidents.of(id).stream().map(this::line).toList());
        model.put(
                "limits",
                limits.of(id).stream()
                        .map(stated -> new LimitsLine(stated, people.displayName(stated.statedBy())))
                        .toList());
        model.put("reReviews", reReviews.of(id));
        model.put("nextOn", reReviews.openOf(id).map(this::nextOn).stream().toList());
        model.put("acts", acts.of(contract, viewer));
        return model;
    }

    private IncidentLine line(Incident incident) {
        return new IncidentLine(incident, people.displayName(incident.recordedBy()), rights.names(incident.rights()));
    }

    private String nextOn(ReReview reReview) {
        String day = Times.words(reReviewing.nextOn(reReview));
        return reReview.nextBroughtForward().isEmpty() ? day : day + ", brought forward by what became known";
    }

    /** What this person can do about a signed contract: path to words. */
    @Component
    static class Acts {

        private final RecordingIncidents incidents;
        private final Monitoring monitoring;
        private final OpeningSuspension opening;
        private final ImposingInterimMeasure imposing;

        Acts(
                RecordingIncidents incidents,
                Monitoring monitoring,
                OpeningSuspension opening,
                ImposingInterimMeasure imposing) {
            this.incidents = incidents;
            this.monitoring = monitoring;
            this.opening = opening;
            this.imposing = imposing;
        }

        Map<String, String> of(Contract contract, Actor viewer) {
            Map<String, String> acts = new LinkedHashMap<>();
            String path = "/contracts/" + contract.id() + "/";
            add(acts, incidents.mayRecord(contract.id(), viewer), path + "incidents", "Record an incident or news");
            add(
                    acts,
                    monitoring.mayState(contract.id(), viewer),
                    path + "visibility",
                    "State the limits of visibility");
            add(
                    acts,
                    opening.refusal(contract, viewer).isEmpty(),
                    path + "suspension",
                    contract.state() == ContractState.SUSPENDED
                            ? "Review lifting the suspension"
                            : "Open a suspension review");
            add(
                    acts,
                    imposing.refusal(contract, viewer).isEmpty(),
                    path + "interim-measure",
                    "Restrict services at once");
            return acts;
        }

        private static void add(Map<String, String> acts, boolean offered, String path, String words) {
            if (offered) {
                acts.put(path, words);
            }
        }
    }
}
