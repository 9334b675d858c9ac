package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.document.IncorporatedDocuments;
import org.contractethics.document.IncorporatedDocuments.Kind;
import org.contractethics.document.IncorporatedDocuments.Named;
import org.contractethics.policy.PastCases.WeighedFlags;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.TriageFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the tables of the triage are asked: the answers of the officer, and what the contract and its documents say by themselves. */
@Component
class GatheringTriageFacts {

    private final CarryingOver carrying;
    private final TriageSignals signals;
    private final IncorporatedDocuments incorporated;
    private final RegisteredRecords records;

    GatheringTriageFacts(
            CarryingOver carrying,
            TriageSignals signals,
            IncorporatedDocuments incorporated,
            RegisteredRecords records) {
        this.carrying = carrying;
        this.signals = signals;
        this.incorporated = incorporated;
        this.records = records;
    }

    /**
     * Of the agency that awards the contract and the one that pays for it, which uses what is delivered, the one of which the tables think
     * worse counts: who buys for another agency does not stand in front of it. The class of an agency is that of the list of this version,
     * or as the register has it where the list does not know the agency. What is on record of either and of
     * their countries counts whatever was answered.
     *
     * @param gap whether something else is not known
     */
    TriageFacts facts(Policy version, ReviewCase review, Contract contract, TriageAnswers answers, boolean gap) {
        boolean unknown = gap || !gaps(version, review, contract).isEmpty();
        TriageAnswers heard = records.heard(contract, answers);
        Stream<String> types = Stream.of(contract.awardingAgency(), contract.fundingAgency())
                .flatMap(Stream::ofNullable)
                .map(agency -> version.agencyType(agency.name(), agency.type().name()))
                .distinct();
        return version.worst(types.map(type -> facts(type, contract, heard, unknown)))
                .orElseThrow();
    }

    RegisteredRecords records() {
        return records;
    }

    private TriageFacts facts(String agencyType, Contract contract, TriageAnswers answers, boolean unknown) {
        return new TriageFacts(
                contract.capabilities(),
                agencyType,
                answers.countryBand(),
                answers.agencyRecord(),
                answers.sanctionsHit(),
                answers.activeConflict(),
                answers.internationalFinding(),
                answers.vulnerableGroups(),
                unknown ? Boolean.TRUE : answers.informationGap(),
                signals.letterOpenOn(contract.id()) ? Boolean.TRUE : answers.collectiveConcern(),
                contract.secrecy() != Secrecy.NONE || signals.redFlags().secret(contract.id()));
    }

    /**
     * What is not known, a sentence each: at submission and still or only now, in the documents, and in documents that the contract makes
     * part of itself and that are not here (S2). A clause of the acquisition regulation is published law and no gap.
     */
    List<String> gaps(Policy version, ReviewCase review, Contract contract) {
        List<String> gaps = new ArrayList<>(gapsBesides(review, contract));
        gaps.addAll(signals.redFlags().untold(contract, version));
        return List.copyOf(gaps);
    }

    /** The same without what red flags show and the facts do not tell. */
    private Set<String> gapsBesides(ReviewCase review, Contract contract) {
        Set<String> gaps = new LinkedHashSet<>(review.intake().gaps());
        gaps.addAll(IntakeGaps.ofFacts(contract));
        carrying.documentCheck(review)
                .ifPresentOrElse(
                        check -> {
                            check.unreadable()
                                    .forEach(title -> gaps.add("The text of \"" + title + "\" cannot be read."));
                            if (!check.gaps().isBlank()) {
                                gaps.add("The document check says: " + check.gaps());
                            }
                        },
                        () -> gaps.add("The documents were not checked."));
        incorporated.named(contract.id()).stream()
                .filter(named -> named.kind() != Kind.ACQUISITION_CLAUSE && !named.read())
                .map(Named::title)
                .forEach(title -> gaps.add("\"" + title + "\" is made part of the contract and is not here."));
        return gaps;
    }

    /**
     * The red flags that triage weighs, for another version of the policy to weigh them again.
     *
     * @param gap whether something else is not known
     */
    WeighedFlags flags(ReviewCase review, Contract contract, TriageAnswers answers, boolean gap) {
        boolean unknown = gap || !gapsBesides(review, contract).isEmpty();
        return new WeighedFlags(
                signals.redFlags().weighedIn(contract.id()), unknown ? Boolean.TRUE : answers.informationGap());
    }

    /** As entries of the record tell them. */
    static Map<String, Object> inputs(TriageFacts facts) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("capabilities", facts.capabilities().stream().sorted().toList());
        inputs.put("agencyType", known(facts.agencyType()));
        inputs.put("countryBand", known(facts.countryBand()));
        inputs.put("agencyRecord", known(facts.agencyRecord()));
        inputs.put("sanctionsHit", known(facts.sanctionsHit()));
        inputs.put("activeConflict", known(facts.activeConflict()));
        inputs.put("internationalFinding", known(facts.internationalFinding()));
        inputs.put("vulnerableGroups", known(facts.vulnerableGroups()));
        inputs.put("informationGap", known(facts.informationGap()));
        inputs.put("collectiveConcern", known(facts.collectiveConcern()));
        inputs.put("secret", facts.secret());
        return inputs;
    }

    private static Object known(@Nullable Object value) {
        return value == null ? "unknown" : value;
    }
}
