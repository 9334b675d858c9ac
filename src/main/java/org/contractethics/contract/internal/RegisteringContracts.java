package org.contractethics.contract.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.ContractValue;
import org.contractethics.contract.ContractChanged;
import org.contractethics.contract.ContractRegistered;
import org.contractethics.contract.internal.redaction.SecrecyStated;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers contracts one by one and corrects their facts. Only sales may, and only on contracts of their own. */
@Service
public class RegisteringContracts {

    private static final String ALREADY_THERE = "This contract number is already registered.";

    private final Contracts contracts;
    private final ApplicationEventPublisher events;
    private final CatalogueCapabilities capabilities;
    private final Clock clock;

    RegisteringContracts(
            Contracts contracts, ApplicationEventPublisher events, CatalogueCapabilities capabilities, Clock clock) {
        this.capabilities = capabilities;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    /** @param source {@code FORM} or {@code API} */
    @Transactional
    public Contract register(ContractDraft draft, String source, Actor actor) {
        demandSales(actor);
        demandSound(draft, null);
        Instant now = clock.instant();
        RegisterEntry entry = RegisterEntry.registered(
                new ContractId(UUID.randomUUID()), draft, source, actor.username(), now, actor.username());
        demandNew(entry.contract());
        Contract stored = stored(() -> contracts.insert(List.of(entry)).get(0).contract());
        events.publishEvent(new ContractRegistered(stored.id(), actor.username(), now, stored));
        events.publishEvent(new SecrecyStated(List.of(stored), List.of(), actor.username()));
        return stored;
    }

    /**
     * Corrects the facts, because wrong facts must not stay; whoever listens to the event decides what the change means for
     * an approval (H8), and may refuse it by {@link org.contractethics.contract.FactsInUse}.
     *
     * @param version the version the person began from
     * @throws StaleContract where somebody else changed it since
     */
    @Transactional
    public Contract change(ContractId id, int version, ContractDraft draft, Actor actor) {
        RegisterEntry entry = demandVersion(id, version, actor);
        demandSound(draft, entry.contract().value());
        List<String> fields = DraftDiff.fields(ContractDraft.of(entry.contract()), draft);
        if (fields.isEmpty()) {
            return entry.contract();
        }
        Instant now = clock.instant();
        RegisterEntry changed =
                entry.changed(draft, yearAfter(entry, draft), entry.sourceAsOf(), now, actor.username());
        demandNew(changed.contract());
        Contract contract = stored(() -> {
            contracts.update(List.of(changed));
            return changed.contract();
        });
        events.publishEvent(
                new ContractChanged(id, contract.reference(), contract.version(), fields, actor.username(), now));
        if (fields.contains(DraftDiff.SECRECY)) {
            events.publishEvent(new SecrecyStated(List.of(), List.of(contract), actor.username()));
        }
        return contract;
    }

    /**
     * The contract, if it still is as the person saw it.
     *
     * @throws StaleContract where somebody else changed it since, or where it is signed
     */
    @Transactional
    public RegisterEntry demandVersion(ContractId id, int version, Actor actor) {
        RegisterEntry entry = editable(id, actor);
        if (entry.contract().version() != version) {
            throw StaleContract.changed(entry);
        }
        return entry;
    }

    /**
     * The contract, if this person may edit it now; refused else.
     *
     * @throws StaleContract where it is signed
     */
    @Transactional
    public RegisterEntry editable(ContractId id, Actor actor) {
        RegisterEntry entry = contracts.lock(id).orElseThrow(() -> Refused.notFound("There is no such contract."));
        demandSales(actor);
        if (!Visibility.owns(entry.contract(), actor)) {
            throw Refused.notAllowed(
                    entry.contract().submitter() == null
                            ? "Take the contract first. Only its account owner can change its facts."
                            : "Only the account owner of a contract can change its facts.");
        }
        if (entry.contract().state().signed()) {
            throw StaleContract.signed(entry);
        }
        return entry;
    }

    private static @Nullable Integer yearAfter(RegisterEntry entry, ContractDraft draft) {
        Integer year = RegisterEntry.yearOf(draft);
        return year == null ? entry.awardYear() : year;
    }

    private void demandNew(Contract contract) {
        contracts
                .withIdentifiers(contract)
                .filter(other -> !other.contract().id().equals(contract.id()))
                .ifPresent(other -> {
                    throw Refused.conflict(
                            other.secret()
                                    ? ALREADY_THERE
                                    : "This contract number is already registered as "
                                            + other.contract().reference()
                                            + ". Open that contract instead of registering it twice.");
                });
    }

    /** Two people may register the same contract in the same moment; the database lets one of them through. */
    private static Contract stored(Supplier<Contract> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException twice) {
            throw Refused.conflict(ALREADY_THERE);
        }
    }

    private static void demandSales(Actor actor) {
        if (!actor.has(Role.SUBMITTER)) {
            throw Refused.notAllowed("Only people in sales can register contracts or change their facts.");
        }
    }

    private void demandSound(ContractDraft draft, @Nullable ContractValue before) {
        List<FormProblem> problems = DraftRules.problems(draft, before, capabilities.inForce());
        if (!problems.isEmpty()) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    problems.stream()
                            .map(problem -> problem.field() + ": " + problem.message())
                            .toList());
        }
    }
}
