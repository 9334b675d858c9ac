package org.contractethics.review.web;

import java.util.List;
import java.util.Map;
import org.contractethics.contract.AwardingAgencies;
import org.contractethics.contract.AwardingAgencies.Award;
import org.contractethics.contract.AwardingAgencies.Awards;
import org.contractethics.contract.AwardingAgencies.Described;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.EarlierRecords;
import org.contractethics.review.internal.precedent.LastDecision;
import org.contractethics.review.internal.precedent.LastDecisions;
import org.contractethics.review.web.AgencyProfile.Row;
import org.contractethics.review.web.AgencyProfile.Triaged;
import org.contractethics.screening.CitedFindings;
import org.contractethics.screening.Screenings;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what is known of the agency of a contract, each part by the rules of where it is kept. */
@Component
class AgencyProfiles {

    private final AwardingAgencies agencies;
    private final ContractRegister contracts;
    private final CitedFindings findings;
    private final Screenings screenings;
    private final EarlierRecords earlier;
    private final LastDecisions decisions;

    AgencyProfiles(
            AwardingAgencies agencies,
            ContractRegister contracts,
            CitedFindings findings,
            Screenings screenings,
            EarlierRecords earlier,
            LastDecisions decisions) {
        this.agencies = agencies;
        this.contracts = contracts;
        this.findings = findings;
        this.screenings = screenings;
        this.earlier = earlier;
        this.decisions = decisions;
    }

    /** Refused with 404 where there is no such contract, and in the same words where its agency is withheld from this person. */
    AgencyProfile of(ContractId id, int page, Actor viewer) {
        Described agency = agencies.of(id, viewer)
                .orElseThrow(() -> Refused.notFound("There is no such contract, or its agency is withheld from you."));
        Contract contract = contracts.get(id);
        Awards awards = agencies.awardedBy(agency.name(), page, viewer);
        return new AgencyProfile(
                id,
                contract.reference(),
                agency,
                findings.standing(List.of(agency.name())),
                triaged(contract, viewer),
                screenings.ofAgency(id, viewer).orElse(null),
                awards,
                rows(awards));
    }

    /**
     * It may come from a contract of which the agency is withheld, so it is for those who read the facts of all of them; account owners
     * read those of their own.
     */
    private @Nullable Triaged triaged(Contract contract, Actor viewer) {
        if (!contracts.mayReadFacts(contract, viewer) || viewer.username().equals(contract.submitter())) {
            return null;
        }
        Map<String, String> words = TriageForms.records();
        return earlier.of(contract)
                .map(found ->
                        new Triaged(found.code(), words.getOrDefault(found.code(), found.code()), found.foundAt()))
                .orElse(null);
    }

    private List<Row> rows(Awards awards) {
        Map<ContractId, LastDecision> decided = decisions.about(awards.awards().stream()
                .filter(AgencyProfiles::tells)
                .map(Award::id)
                .toList());
        return awards.awards().stream()
                .map(award -> new Row(award, decided.get(award.id())))
                .toList();
    }

    /** As on the page of the case: what was decided about a contract of which something is withheld would tell it. */
    private static boolean tells(Award award) {
        return award.facts() || !award.withheld();
    }
}
