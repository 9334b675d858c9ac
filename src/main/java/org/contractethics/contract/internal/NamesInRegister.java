package org.contractethics.contract.internal;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.RegisterNames;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** Names contracts by their lines in the register. */
@Component
class NamesInRegister implements RegisterNames {

    private final ContractRegister register;
    private final RegisterLines lines;

    NamesInRegister(ContractRegister register, RegisterLines lines) {
        this.register = register;
        this.lines = lines;
    }

    @Override
    public String inWords(ContractId contract, Actor viewer) {
        RegisterLine line = lines.of(register.get(contract), viewer);
        if (line.title() == null) {
            return line.reference();
        }
        return Stream.of(line.reference() + " " + line.title(), line.agencyShown())
                .collect(Collectors.joining(", "));
    }

    @Override
    public boolean withholds(ContractId contract, Actor viewer) {
        RegisterLine line = lines.of(register.get(contract), viewer);
        return line.title() == null || !line.redacted().isEmpty();
    }
}
