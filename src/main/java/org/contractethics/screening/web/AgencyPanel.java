package org.contractethics.screening.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.ContractRegister;
import org.contractethics.screening.AgencyRecords;
import org.contractethics.screening.CountryRecords;
import org.contractethics.screening.OnRecord;
import org.contractethics.screening.SinceTriage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/**
 * "Found of the agency" on the case page, for those who read the facts of the contract, with what was written since the triage marked;
 * records of its countries stand there where they are of since the triage.
 */
@Component
class AgencyPanel implements CasePanel {

    private static final int BEHIND_THE_FINDINGS = 420;

    private final ContractRegister register;
    private final AgencyRecords agencies;
    private final CountryRecords countries;
    private final SinceTriage since;

    AgencyPanel(ContractRegister register, AgencyRecords agencies, CountryRecords countries, SinceTriage since) {
        this.register = register;
        this.agencies = agencies;
        this.countries = countries;
        this.since = since;
    }

    /** @param mark what is to be said of it beside the line; empty where the triage knew it */
    record Line(String words, String mark) {}

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        return register.find(contract)
                .filter(known -> register.mayReadFacts(known, viewer))
                .map(known -> new View(BEHIND_THE_FINDINGS, Column.SIDE, "screening/agency-panel", model(known)));
    }

    private static List<Agency> agencies(Contract contract) {
        return Stream.of(contract.awardingAgency(), contract.fundingAgency())
                .filter(Objects::nonNull)
                .toList();
    }

    private Map<String, Object> model(Contract contract) {
        Map<UUID, String> marks = since.of(contract.id());
        List<String> names =
                agencies(contract).stream().map(Agency::name).distinct().toList();
        List<String> codes = Stream.concat(
                        agencies(contract).stream().map(Agency::country), contract.countries().stream())
                .distinct()
                .toList();
        return Map.of(
                "contract",
                contract.id(),
                "agencies",
                names,
                "sources",
                lines(agencies.worst(names).map(AgencyRecords.Worst::findings).orElse(List.of()), marks),
                "countries",
                marks.isEmpty()
                        ? List.of()
                        : lines(
                                        countries
                                                .worst(codes)
                                                .map(CountryRecords.Worst::records)
                                                .orElse(List.of()),
                                        marks)
                                .stream()
                                .filter(line -> !line.mark().isEmpty())
                                .toList());
    }

    private static List<Line> lines(List<OnRecord> records, Map<UUID, String> marks) {
        return records.stream()
                .map(one -> new Line(one.line(), marks.getOrDefault(one.id(), "")))
                .toList();
    }
}
