package org.contractethics.contract.internal.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractChanged;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.ContractsImported;
import org.contractethics.contract.internal.AwardTransaction;
import org.contractethics.contract.internal.AwardTransactions;
import org.contractethics.contract.internal.CatalogueCapabilities;
import org.contractethics.contract.internal.Contracts;
import org.contractethics.contract.internal.DraftDiff;
import org.contractethics.contract.internal.RegisterEntry;
import org.contractethics.contract.internal.redaction.SecrecyStated;
import org.contractethics.shared.ContractId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores one chunk of an import in one transaction: contracts, award transactions, progress and record together. */
@Service
class StoringContracts {

    private final Contracts contracts;
    private final AwardTransactions transactions;
    private final Imports imports;
    private final ApplicationEventPublisher events;
    private final CatalogueCapabilities capabilities;
    private final ChangingOthers others;
    private final Clock clock;

    StoringContracts(
            Contracts contracts,
            AwardTransactions transactions,
            Imports imports,
            ApplicationEventPublisher events,
            CatalogueCapabilities capabilities,
            ChangingOthers others,
            Clock clock) {
        this.capabilities = capabilities;
        this.others = others;
        this.contracts = contracts;
        this.transactions = transactions;
        this.imports = imports;
        this.events = events;
        this.clock = clock;
    }

    /** What is wrong with contracts of the chunk that could not be stored; everything else is. */
    @Transactional
    List<ImportProblem> store(ImportJob job, AwardFileReader reader, List<GroupedContract> chunk) {
        Instant now = clock.instant();
        Judging judging =
                new Judging(job, reader, now, capabilities.inForce(), contract -> others.heldBack(job, contract));
        KnownContracts known = KnownContracts.lock(contracts, chunk);
        judge(judging, known, chunk);
        write(job, judging, now);
        imports.advance(
                job.id(),
                chunk.stream().mapToInt(GroupedContract::rowCount).sum(),
                judging.registered().size(),
                judging.updated().size(),
                judging.unchanged(),
                now);
        return judging.problems();
    }

    private void judge(Judging judging, KnownContracts known, List<GroupedContract> chunk) {
        Map<ContractId, List<AwardTransaction>> stored = transactions.of(known.all().stream()
                .map(entry -> entry.contract().id())
                .distinct()
                .toList());
        for (GroupedContract group : chunk) {
            RegisterEntry rival = known.rival(group);
            RegisterEntry entry = known.of(group);
            if (rival != null) {
                judging.contradicts(group, rival);
            } else if (entry == null) {
                judging.newContract(group, new ContractId(UUID.randomUUID()));
            } else {
                judging.knownContract(
                        group, entry, stored.getOrDefault(entry.contract().id(), List.of()));
            }
        }
    }

    private void write(ImportJob job, Judging judging, Instant now) {
        List<RegisterEntry> registered = contracts.insert(judging.registered());
        contracts.update(judging.changed());
        transactions.add(judging.firstTransactions());
        transactions.save(judging.furtherTransactions());
        List<RegisterEntry> touched = new ArrayList<>(registered);
        touched.addAll(judging.updated());
        if (!touched.isEmpty()) {
            events.publishEvent(new ContractsImported(
                    job.id(),
                    job.fileName(),
                    job.sha256(),
                    registered.size(),
                    judging.updated().size(),
                    texts(touched, Contract::reference),
                    texts(touched, contract -> contract.awardingAgency().name()),
                    job.uploadedBy(),
                    now));
        }
        announceChanges(job, judging, now);
        events.publishEvent(new SecrecyStated(contracts(registered), restated(judging), job.uploadedBy()));
    }

    private static List<Contract> restated(Judging judging) {
        Map<ContractId, List<String>> fields = judging.changedFields();
        return contracts(judging.changed()).stream()
                .filter(contract ->
                        fields.getOrDefault(contract.id(), List.of()).contains(DraftDiff.SECRECY))
                .toList();
    }

    private static List<Contract> contracts(List<RegisterEntry> entries) {
        return entries.stream().map(RegisterEntry::contract).toList();
    }

    /** A change of a contract that people already work on concerns its review; of the others the chunk's event tells enough. */
    private void announceChanges(ImportJob job, Judging judging, Instant now) {
        Map<ContractId, List<String>> fields = judging.changedFields();
        for (RegisterEntry entry : judging.changed()) {
            Contract contract = entry.contract();
            if (contract.state() != ContractState.REGISTERED || contract.submitter() != null) {
                events.publishEvent(new ContractChanged(
                        contract.id(),
                        contract.reference(),
                        contract.version(),
                        Optional.ofNullable(fields.get(contract.id())).orElse(List.of()),
                        job.uploadedBy(),
                        now));
            }
        }
    }

    private static List<String> texts(Collection<RegisterEntry> entries, Function<Contract, String> text) {
        return entries.stream().map(entry -> text.apply(entry.contract())).toList();
    }
}
