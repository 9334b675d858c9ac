package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.contract.AwardingAgencies.Award;
import org.contractethics.review.internal.precedent.LastDecision;
import org.contractethics.review.web.AgencyProfile.Row;
import org.contractethics.review.web.AgencyProfile.Triaged;
import org.contractethics.screening.CitedFindings.Finding;
import org.contractethics.screening.Screenings.AgencyScreening;
import org.contractethics.screening.Screenings.StandingHit;
import org.jspecify.annotations.Nullable;

/**
 * The agency of a contract as the API tells it.
 *
 * @param parent the department above it; null where none is known or the caller may not know
 * @param typeSource where its class comes from, in words
 * @param triaged the worst that a triage found of it; null where none did or the caller may not know
 * @param screening null where the caller may not know of it
 * @param states how many of the contracts that the caller may see stand in which state, on all pages
 * @param contractsMayBeMissing whether contracts may be left out because their agency is withheld from the caller
 */
@Schema(name = "AgencyProfile")
record AgencyProfileDocument(
        String agency,
        @Nullable String parent,
        String type,
        String typeSource,
        String country,
        String countrySource,
        List<FindingDocument> findings,
        @Nullable TriagedDocument triaged,
        @Nullable ScreeningDocument screening,
        int total,
        int page,
        Map<String, Integer> states,
        boolean contractsMayBeMissing,
        List<ContractDocument> contracts) {

    /** @param withdrawalAsked whether somebody asked to take it back; it counts until somebody else agrees */
    @Schema(name = "AgencyProfileFinding")
    record FindingDocument(
            String level,
            boolean international,
            String source,
            String title,
            @Nullable String address,
            LocalDate foundOn,
            String summary,
            @Nullable String steps,
            boolean withdrawalAsked) {

        static FindingDocument of(Finding finding) {
            return new FindingDocument(
                    finding.level().name(),
                    finding.international(),
                    finding.source(),
                    finding.title(),
                    finding.address(),
                    finding.foundOn(),
                    finding.summary(),
                    finding.steps(),
                    finding.waits());
        }
    }

    /** @param record ALLEGATIONS, DOCUMENTED, SYSTEMATIC, or NONE where it was researched and nothing found */
    @Schema(name = "AgencyProfileTriage")
    record TriagedDocument(String record, Instant at) {

        static @Nullable TriagedDocument of(@Nullable Triaged triaged) {
            return triaged == null ? null : new TriagedDocument(triaged.code(), triaged.at());
        }
    }

    /** @param screenedAt null where the contract was never screened: then no hit says nothing */
    @Schema(name = "AgencyProfileScreening")
    record ScreeningDocument(@Nullable Instant screenedAt, List<HitDocument> hits) {

        static @Nullable ScreeningDocument of(@Nullable AgencyScreening screening) {
            return screening == null
                    ? null
                    : new ScreeningDocument(
                            screening.screenedAt(),
                            screening.hits().stream().map(HitDocument::of).toList());
        }
    }

    /** @param state in words */
    @Schema(name = "AgencyProfileHit")
    record HitDocument(String party, String matchedName, String list, boolean strong, String state) {

        static HitDocument of(StandingHit hit) {
            return new HitDocument(hit.party(), hit.matchedName(), hit.list(), hit.strong(), hit.state());
        }
    }

    /** @param name what the contract may be called before the caller */
    @Schema(name = "AgencyProfileContract")
    record ContractDocument(
            String id,
            String reference,
            String name,
            String state,
            @Nullable String tier,
            @Nullable String outcome,
            @Nullable DecisionDocument decision) {

        static ContractDocument of(Row row) {
            Award award = row.award();
            LastDecision decision = row.decision();
            return new ContractDocument(
                    award.id().toString(),
                    award.reference(),
                    award.name(),
                    award.state().name(),
                    award.tier(),
                    award.outcome(),
                    decision == null ? null : DecisionDocument.of(decision, award.facts()));
        }
    }

    /**
     * @param review null for callers who may not read it
     * @param lapsed null for the same
     * @param openConditions followed up and neither met nor waived; null for the same
     */
    @Schema(name = "AgencyProfileDecision")
    record DecisionDocument(
            @Nullable String review,
            String outcome,
            String tier,
            Instant decidedAt,
            @Nullable Boolean lapsed,
            int dissents,
            int conditions,
            @Nullable Integer openConditions) {

        static DecisionDocument of(LastDecision decision, boolean facts) {
            return new DecisionDocument(
                    facts ? decision.review().toString() : null,
                    decision.outcome().name(),
                    decision.tier(),
                    decision.decidedAt(),
                    facts ? decision.lapsed() : null,
                    decision.dissents(),
                    decision.conditions(),
                    facts ? decision.open() : null);
        }
    }

    static AgencyProfileDocument of(AgencyProfile profile) {
        Map<String, Integer> states = new TreeMap<>();
        profile.awards().states().forEach((state, contracts) -> states.put(state.name(), contracts));
        return new AgencyProfileDocument(
                profile.agency().name(),
                profile.agency().parent(),
                profile.agency().type().name(),
                profile.agency().typeSource(),
                profile.agency().country(),
                profile.agency().countrySource(),
                profile.findings().stream().map(FindingDocument::of).toList(),
                TriagedDocument.of(profile.triaged()),
                ScreeningDocument.of(profile.screening()),
                profile.awards().total(),
                profile.awards().page(),
                states,
                profile.awards().leftOut(),
                profile.rows().stream().map(ContractDocument::of).toList());
    }
}
