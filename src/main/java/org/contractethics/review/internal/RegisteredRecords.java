package org.contractethics.review.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.screening.AgencyRecords;
import org.contractethics.screening.CountryRecords;
import org.contractethics.screening.OnRecord;
import org.springframework.stereotype.Component;

/** What the registers of agencies and of countries say of those a contract is with, and of where its services are used. */
@Component
public class RegisteredRecords {

    private final AgencyRecords agencies;
    private final CountryRecords countries;

    RegisteredRecords(AgencyRecords agencies, CountryRecords countries) {
        this.agencies = agencies;
        this.countries = countries;
    }

    /** These answers, and no milder than what the registers say: what is on record counts whatever was answered. */
    TriageAnswers heard(Contract contract, TriageAnswers answers) {
        TriageAnswers ofAgencies = cited(contract).map(answers::atLeast).orElse(answers);
        return rated(contract).map(ofAgencies::atLeast).orElse(ofAgencies);
    }

    /** What a triage took, and no milder than what the registers say now. */
    TriageFacts heard(Contract contract, TriageFacts taken) {
        TriageAnswers heard = heard(
                contract,
                new TriageAnswers(
                        taken.countryBand(),
                        taken.agencyRecord(),
                        null,
                        taken.activeConflict(),
                        taken.internationalFinding(),
                        null,
                        null,
                        null,
                        null));
        return new TriageFacts(
                taken.capabilities(),
                taken.agencyType(),
                heard.countryBand(),
                heard.agencyRecord(),
                taken.sanctionsHit(),
                heard.activeConflict(),
                heard.internationalFinding(),
                taken.vulnerableGroups(),
                taken.informationGap(),
                taken.collectiveConcern(),
                taken.secret());
    }

    /** A line for each finding on the agencies that award and pay, the gravest first. */
    public List<String> ofAgencies(Contract contract) {
        return cited(contract).map(AgencyRecords.Worst::sources).orElse(List.of());
    }

    /** A line for each record of the countries of these agencies and of those where the services are used, the worst first. */
    public List<String> ofCountries(Contract contract) {
        return rated(contract).map(CountryRecords.Worst::lines).orElse(List.of());
    }

    /** Every finding on the agencies that award and pay, the gravest first. */
    public List<OnRecord> findings(Contract contract) {
        return cited(contract).map(AgencyRecords.Worst::findings).orElse(List.of());
    }

    /** Every record of the countries of these agencies and of those where the services are used, the worst first. */
    public List<OnRecord> countryRecords(Contract contract) {
        return rated(contract).map(CountryRecords.Worst::records).orElse(List.of());
    }

    private Optional<AgencyRecords.Worst> cited(Contract contract) {
        return agencies.worst(agencies(contract).map(Agency::name).distinct().toList());
    }

    private Optional<CountryRecords.Worst> rated(Contract contract) {
        return countries.worst(Stream.concat(agencies(contract).map(Agency::country), contract.countries().stream())
                .distinct()
                .toList());
    }

    private static Stream<Agency> agencies(Contract contract) {
        return Stream.of(contract.awardingAgency(), contract.fundingAgency()).flatMap(Stream::ofNullable);
    }
}
