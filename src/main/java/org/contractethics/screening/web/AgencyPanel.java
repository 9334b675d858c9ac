package org.contractethics.screening.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.ContractRegister;
import org.contractethics.screening.AgencyRecords;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** "Found of the agency" on the case page, for those who read the facts of the contract. */
@Component
class AgencyPanel implements CasePanel {

    private static final int BEHIND_THE_FINDINGS = 420;

    private final ContractRegister register;
    private final AgencyRecords records;

    AgencyPanel(ContractRegister register, AgencyRecords records) {
        this.register = register;
        this.records = records;
    }

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        return register.find(contract)
                .filter(known -> register.mayReadFacts(known, viewer))
                .map(known -> new View(
                        BEHIND_THE_FINDINGS, Column.SIDE, "screening/agency-panel", model(contract, agencies(known))));
    }

    private static List<String> agencies(Contract contract) {
        return Stream.of(contract.awardingAgency(), contract.fundingAgency())
                .filter(Objects::nonNull)
                .map(Agency::name)
                .distinct()
                .toList();
    }

    private Map<String, Object> model(ContractId contract, List<String> agencies) {
        return Map.of(
                "contract",
                contract,
                "agencies",
                agencies,
                "sources",
                records.worst(agencies).map(AgencyRecords.Worst::sources).orElse(List.of()));
    }
}
