package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.document.Documents;
import org.contractethics.review.IncidentTexts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** A register with one contract, whose one document has one clause; and the indexing code over it, without a database. */
final class OneDocument {

    private final Contract contract = SearchFixtures.aContractOf("sofia.marin");
    private final Documents.DocumentVersion version;
    private final Documents.Clause clause;
    private final Ledger ledger = new Ledger();
    private final SearchFixtures.NothingLags lagging = new SearchFixtures.NothingLags(documents()) {
        @Override
        boolean note(ContractId contract) {
            return !ledger.versionsOf(contract).isEmpty() && super.note(contract);
        }
    };

    OneDocument(String text) {
        version = new Documents.DocumentVersion(
                new DocumentVersionId(UUID.randomUUID()),
                new DocumentId(UUID.randomUUID()),
                contract.id(),
                1,
                "Agreement",
                "agreement.docx",
                "application/pdf",
                1,
                "00",
                Documents.ExtractionStatus.READ,
                null,
                1,
                1,
                "sofia.marin",
                Instant.EPOCH);
        clause = new Documents.Clause(version.id(), 0, "body", "1", "", text, 1, 0, text.length());
    }

    Documents.TextExtracted uploaded() {
        return new Documents.TextExtracted(version.id(), contract.id(), true);
    }

    Documents documents() {
        return new Files();
    }

    /** Contracts whose rights are asked afresh. */
    List<ContractId> noted() {
        return lagging.noted();
    }

    IndexListeners listeners(
            ElasticsearchClient client, ClauseIndex index, Outage outage, ApplicationEventPublisher events) {
        Rebuilds rebuilds = new NoRebuild();
        var refusals = new SearchFixtures.RefusalsInMemory();
        var clauses = new ContractClauses(new Register(), documents(), SearchFixtures.findings());
        var writing = new WritingContracts(clauses, ledger, SearchFixtures.writer(client), refusals, Clock.systemUTC());
        var indexes = new IndexesToWrite(index, events);
        var none = new NoIncidents();
        var told = new WritingIncidents(
                clauses,
                none,
                SearchFixtures.writer(client),
                new IndexedTexts(SearchFixtures.noDatabase(), Clock.systemUTC()));
        var indexing = new IndexingContracts(writing, told, indexes, ledger, lagging);
        var rebuilding = new RebuildingIndex(rebuilds, ledger, index, indexing, events, Clock.systemUTC());
        var behind = new BehindContracts(new HeldInIndex(client, index), ledger, clauses, none, refusals);
        var catchingUp = new CatchingUp(index, behind, indexing, rebuilding, rebuilds);
        return new IndexListeners(
                ledger,
                lagging,
                indexing,
                catchingUp,
                outage,
                events,
                SearchFixtures.transactions(),
                Clock.systemUTC());
    }

    private static final class Ledger extends IndexLedger {

        private final List<Noted> noted = new ArrayList<>();

        Ledger() {
            super(SearchFixtures.noDatabase());
        }

        @Override
        void note(DocumentVersionId version, ContractId contract, Instant now) {
            noted.add(new Noted(version, contract));
        }

        @Override
        List<DocumentVersionId> versionsOf(ContractId contract) {
            return noted.stream()
                    .filter(one -> one.contract().equals(contract))
                    .map(Noted::version)
                    .toList();
        }

        @Override
        List<Noted> all() {
            return List.copyOf(noted);
        }

        @Override
        Map<UUID, ContractId> incidents() {
            return Map.of();
        }

        @Override
        void lock(ContractId contract) {}

        @Override
        Work work(ContractId contract) {
            return new Work(
                    null,
                    null,
                    versionsOf(contract).stream()
                            .map(version -> new Place(version, false))
                            .toList(),
                    List.of());
        }
    }

    private static final class NoIncidents implements IncidentTexts {

        @Override
        public Optional<IncidentText> find(UUID incident) {
            return Optional.empty();
        }

        @Override
        public Map<UUID, Integer> passages() {
            return Map.of();
        }
    }

    private static final class NoRebuild extends Rebuilds {

        NoRebuild() {
            super(SearchFixtures.noDatabase());
        }
    }

    private final class Files implements Documents {

        @Override
        public List<DocumentVersion> currentVersions(ContractId id) {
            return id.equals(contract.id()) ? List.of(version) : List.of();
        }

        @Override
        public Optional<DocumentVersion> find(DocumentVersionId id) {
            return id.equals(version.id()) ? Optional.of(version) : Optional.empty();
        }

        @Override
        public List<Clause> clauses(DocumentVersionId id) {
            return List.of(clause);
        }

        @Override
        public boolean mayRead(ContractId id, Actor viewer) {
            return true;
        }

        @Override
        public void hold(ContractId contract) {}

        @Override
        public String documentSetHash(ContractId id) {
            return "";
        }

        @Override
        public String documentSetHash(List<DocumentVersion> current) {
            return "";
        }
    }

    private final class Register implements ContractRegister {

        @Override
        public Optional<Contract> find(ContractId id) {
            return id.equals(contract.id()) ? Optional.of(contract) : Optional.empty();
        }

        @Override
        public Map<ContractId, Contract> findAll(Collection<ContractId> ids) {
            return Map.of(contract.id(), contract);
        }

        @Override
        public Contract get(ContractId id) {
            return contract;
        }

        @Override
        public boolean mayReadFacts(Contract any, Actor viewer) {
            return true;
        }

        @Override
        public Contract entrust(ContractId id, Actor owner, Actor by) {
            throw new UnsupportedOperationException("nobody takes it");
        }

        @Override
        public void reviewProgressed(
                ContractId id, ContractState state, @Nullable String tier, @Nullable String outcome) {
            throw new UnsupportedOperationException("nothing is reviewed");
        }
    }
}
