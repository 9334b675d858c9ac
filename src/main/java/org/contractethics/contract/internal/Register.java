package org.contractethics.contract.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.ContractTaken;
import org.contractethics.contract.internal.redaction.Redactions;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The face of the register over the stored contracts. */
@Service
class Register implements ContractRegister {

    private final Contracts contracts;
    private final Redactions redactions;
    private final Watchers watchers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Register(
            Contracts contracts,
            Redactions redactions,
            Watchers watchers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.contracts = contracts;
        this.redactions = redactions;
        this.watchers = watchers;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Contract> find(ContractId id) {
        return contracts.find(id).map(RegisterEntry::contract);
    }

    @Override
    public Map<ContractId, Contract> findAll(Collection<ContractId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return contracts.findAll(ids).stream()
                .map(RegisterEntry::contract)
                .collect(Collectors.toMap(Contract::id, contract -> contract));
    }

    @Override
    public Contract get(ContractId id) {
        return find(id).orElseThrow(Register::missing);
    }

    @Override
    public boolean mayReadFacts(Contract contract, Actor viewer) {
        return Visibility.mayReadFacts(contract, viewer);
    }

    @Override
    @Transactional
    public Contract entrust(ContractId id, Actor owner, Actor by) {
        if (!owner.has(Role.SUBMITTER)) {
            throw Refused.notAllowed("Only people in sales can take a contract.");
        }
        RegisterEntry entry = contracts.lock(id).orElseThrow(Register::missing);
        demandTakeable(entry, owner);
        if (entry.contract().submitter() == null) {
            Instant now = clock.instant();
            contracts.take(id, owner.username(), now);
            events.publishEvent(
                    new ContractTaken(id, entry.contract().reference(), owner.username(), by.username(), now));
        }
        return get(id);
    }

    @Override
    @Transactional
    public void reviewProgressed(ContractId id, ContractState state, @Nullable String tier, @Nullable String outcome) {
        Contract before = contracts.lock(id).orElseThrow(Register::missing).contract();
        contracts.progress(id, state, tier, outcome);
        if (before.state() != state
                || !Objects.equals(before.tier(), tier)
                || !Objects.equals(before.outcome(), outcome)) {
            events.publishEvent(new LineChanged(id));
        }
        if (before.state() != state) {
            watchers.news(before, state).ifPresent(events::publishEvent);
        }
    }

    private void demandTakeable(RegisterEntry entry, Actor submitter) {
        String owner = entry.contract().submitter();
        if (owner != null && !owner.equals(submitter.username())) {
            throw Refused.conflict("Somebody else already took this contract.");
        }
        // taking opens the facts, so where some are withheld it is left to whoever brought the contract in
        if (owner == null && redacted(entry) && !submitter.username().equals(entry.importedBy())) {
            throw Refused.notAllowed(
                    "A contract of which facts are withheld can be taken only by the person who imported it.");
        }
    }

    private boolean redacted(RegisterEntry entry) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return !redactions.inForce(entry.contract().id(), today).isEmpty();
    }

    static Refused missing() {
        return Refused.notFound("There is no such contract.");
    }
}
