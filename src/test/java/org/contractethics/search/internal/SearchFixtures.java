package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.FindingAwards.Awards;
import org.contractethics.document.Documents;
import org.contractethics.review.internal.NoFindings;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Contracts, people and a cluster at an address of choice. */
public final class SearchFixtures {

    public static final Actor REVIEWER = new Actor("dana.whitfield", "Dana Whitfield", Set.of(Role.HR_REVIEWER));
    public static final Actor OWNER = new Actor("sofia.marin", "Sofia Marin", Set.of(Role.SUBMITTER, Role.EMPLOYEE));
    public static final Actor EMPLOYEE = new Actor("erin.walsh", "Erin Walsh", Set.of(Role.EMPLOYEE));

    private SearchFixtures() {}

    static Contract aContractOf(String submitter) {
        return new Contract(
                new ContractId(UUID.randomUUID()),
                1,
                "C-000001",
                "Case management",
                "",
                new Contract.Agency("Border agency", null, AgencyType.BORDER, "US"),
                null,
                "Supplier",
                null,
                List.of(),
                List.of(),
                Set.of("C12"),
                Set.of(),
                Set.of("MX"),
                new Contract.ContractValue(1L, 2L, "USD"),
                new Contract.Period(null, null),
                Contract.Secrecy.NONE,
                new Contract.Identifiers("P1", null, null),
                "form",
                submitter,
                ContractState.REGISTERED,
                null,
                null,
                Instant.EPOCH);
    }

    static ElasticsearchSettings settings(String url) {
        return settings(url, "test");
    }

    static ElasticsearchSettings settings(String url, String prefix) {
        return new ElasticsearchSettings(url, prefix, null, null, null, null, 0, null);
    }

    static IndexDefinition definition() {
        return new IndexDefinition(new JsonMapper(), settings("http://unused"), new Concepts(new JsonMapper()));
    }

    static ElasticsearchClient client(String url) {
        var configuration = new ElasticsearchConfiguration();
        var connection = configuration.elasticsearchConnection(settings(url));
        return new ElasticsearchClient(new RestClientTransport(connection, new Jackson3JsonpMapper(new JsonMapper())));
    }

    static ShownConcepts shownConcepts() {
        return new ShownConcepts(new Concepts(new JsonMapper()), definition());
    }

    static ClauseWriter writer(ElasticsearchClient client) {
        return new ClauseWriter(client, shownConcepts());
    }

    static ConceptIndex conceptIndex(String url) {
        return new ConceptIndex(client(url), definition(), settings(url));
    }

    static ClauseQueries queries(ElasticsearchClient client, ElasticsearchSettings settings) {
        return new ClauseQueries(client, settings, plainWords(), new ConceptIndex(client, definition(), settings));
    }

    static PlainWords plainWords() {
        return new PlainWords(new Concepts(new JsonMapper()));
    }

    public static AlsoSearched alsoSearched() {
        return new AlsoSearched(plainWords());
    }

    /** A register that finds nothing. */
    public static AwardSearch noAwards() {
        return new AwardSearch((needs, viewer, most) -> new Awards(0, List.of()), new AwardWords(new JsonMapper()));
    }

    /** The search of a cluster at this address. */
    public static ContractSearch searchAt(String url, Documents documents) {
        return search(queries(client(url), settings(url)), documents);
    }

    static ContractSearch search(ClauseQueries queries, Documents documents) {
        return search(queries, documents, outage(event -> {}), event -> {});
    }

    static ContractSearch search(
            ClauseQueries queries, Documents documents, Outage outage, ApplicationEventPublisher events) {
        return new ContractSearch(
                queries,
                documents,
                new NothingLags(documents),
                new FacetLabels(code -> code, findings()),
                outage,
                events,
                transactions(),
                Clock.systemUTC());
    }

    static Outage outage(ApplicationEventPublisher events) {
        return new Outage(events, transactions(), Clock.systemUTC());
    }

    static TransactionTemplate transactions() {
        return new TransactionTemplate(new NoTransactions());
    }

    public static SearchQuery query(String words) {
        return SearchQuery.of(words);
    }

    static SearchQuery query(String words, String name, String... values) {
        return SearchQuery.of(Map.of("q", List.of(words), name, List.of(values)));
    }

    public static Suggesting suggesting(ContractSearch search) {
        var store = new SavedSearchStore(noDatabase(), new GivingTurns(noDatabase()));
        return new Suggesting(new SavedSearches(store, Clock.systemUTC()), new AgenciesToRead(search));
    }

    /** Nobody finds anything in clauses. */
    static FoundInClauses findings() {
        return new FoundInClauses(new NoFindings());
    }

    static JdbcClient noDatabase() {
        return JdbcClient.create(new DriverManagerDataSource());
    }

    /** The index is known to be up to date. */
    static class NothingLags extends LaggingContracts {

        private final List<ContractId> noted = new ArrayList<>();

        NothingLags(Documents documents) {
            super(noDatabase(), documents, Clock.systemUTC());
        }

        @Override
        boolean note(ContractId contract) {
            return noted.add(contract);
        }

        List<ContractId> noted() {
            return List.copyOf(noted);
        }

        @Override
        void indexed(ContractId contract, @Nullable UUID noted) {}

        @Override
        Set<String> hiddenFrom(Actor viewer) {
            return Set.of();
        }
    }

    /** Keeps refusals in memory. */
    static final class RefusalsInMemory extends RefusedClauses {

        private final Map<DocumentVersionId, List<RefusedClause>> refused = new HashMap<>();

        RefusalsInMemory() {
            super(noDatabase());
        }

        @Override
        void note(DocumentVersionId version, List<RefusedClause> clauses, Instant now) {
            refused.put(version, clauses);
        }

        @Override
        int of(DocumentVersionId version) {
            return refused.getOrDefault(version, List.of()).size();
        }
    }

    /** Lets in the roles and persons it was made with; everybody to the contracts named. */
    public record ReadableBy(Set<Role> roles, Set<String> users, Set<String> contracts) implements Documents {

        ReadableBy(Set<Role> roles, Set<String> users) {
            this(roles, users, Set.of());
        }

        public static ReadableBy nobody() {
            return new ReadableBy(Set.of(), Set.of());
        }

        static ReadableBy everybody(Set<String> contracts) {
            return new ReadableBy(Set.of(), Set.of(), contracts);
        }

        @Override
        public boolean mayRead(ContractId contract, Actor viewer) {
            return contracts.contains(contract.toString())
                    || users.contains(viewer.username())
                    || viewer.roles().stream().anyMatch(roles::contains);
        }

        @Override
        public List<DocumentVersion> currentVersions(ContractId contract) {
            return List.of();
        }

        @Override
        public Optional<DocumentVersion> find(DocumentVersionId version) {
            return Optional.empty();
        }

        @Override
        public List<Clause> clauses(DocumentVersionId version) {
            return List.of();
        }

        @Override
        public void hold(ContractId contract) {}

        @Override
        public String documentSetHash(ContractId contract) {
            return "";
        }

        @Override
        public String documentSetHash(List<DocumentVersion> current) {
            return "";
        }
    }

    private static final class NoTransactions implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }
}
