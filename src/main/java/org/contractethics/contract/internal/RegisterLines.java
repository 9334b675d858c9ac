package org.contractethics.contract.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.redaction.RedactedField;
import org.contractethics.contract.internal.redaction.Redactions;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** The lines of the register as one person sees them today: what is secret or redacted is not in them. */
@Component
public class RegisterLines {

    private final Redactions redactions;
    private final CatalogueCapabilities capabilities;
    private final Clock clock;

    RegisterLines(Redactions redactions, CatalogueCapabilities capabilities, Clock clock) {
        this.capabilities = capabilities;
        this.redactions = redactions;
        this.clock = clock;
    }

    public RegisterLine of(Contract contract, Actor viewer) {
        return of(List.of(contract), viewer).get(0);
    }

    List<RegisterLine> of(List<Contract> contracts, Actor viewer) {
        List<ContractId> withheld = contracts.stream()
                .filter(contract -> !Visibility.mayReadFacts(contract, viewer))
                .map(Contract::id)
                .toList();
        Map<ContractId, Map<RedactedField, LocalDate>> redacted = redactions.inForce(withheld, today());
        return contracts.stream()
                .map(contract -> Visibility.line(
                        contract, viewer, capabilities.inForce(), redacted.getOrDefault(contract.id(), Map.of())))
                .toList();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
