package org.contractethics.contract.web;

import java.util.List;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.redaction.RedactingContracts;
import org.contractethics.contract.internal.redaction.Redaction;
import org.contractethics.contract.internal.redaction.Redaction.Standing;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Redactions as the pages list them: with names, and with what the viewer may do about each. */
@Component
class RedactionList {

    private final RedactingContracts redacting;
    private final ContractRegister register;
    private final PeopleDirectory people;

    RedactionList(RedactingContracts redacting, ContractRegister register, PeopleDirectory people) {
        this.redacting = redacting;
        this.register = register;
        this.people = people;
    }

    /** One redaction. */
    record Row(
            Redaction redaction,
            Standing standing,
            boolean provisional,
            String requestedBy,
            @Nullable String decidedBy,
            @Nullable String endedBy,
            boolean mayDecide,
            boolean mayEnd) {}

    List<Row> of(Contract contract, Actor viewer) {
        return redacting.of(contract.id(), viewer).stream()
                .map(redaction -> row(redaction, contract, viewer))
                .toList();
    }

    List<Row> all(Actor viewer) {
        return redacting.all(viewer).stream()
                .map(redaction -> row(redaction, register.get(redaction.contract()), viewer))
                .toList();
    }

    private Row row(Redaction redaction, Contract contract, Actor viewer) {
        Standing standing = redaction.standingOn(redacting.today());
        return new Row(
                redaction,
                standing,
                redaction.provisionalOn(redacting.today()),
                people.displayName(redaction.requestedBy()),
                name(redaction.decidedBy()),
                name(redaction.endedBy()),
                standing == Standing.WAITING && redacting.mayDecide(redaction, contract, viewer),
                standing == Standing.IN_FORCE && redacting.mayEnd(contract, viewer));
    }

    private @Nullable String name(@Nullable String username) {
        return username == null ? null : people.displayName(username);
    }
}
