package org.contractethics.screening.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.contractethics.MigratedDatabase;
import org.contractethics.SettableClock;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.screening.ScreeningConflicts;
import org.contractethics.screening.internal.lists.ListFormat;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The screening on a database of its own, over a register of one contract that is changed at will. */
final class ScreeningWorld {

    static final Actor PRIYA = new Actor("priya.raman", "Priya Raman", Set.of(Role.LEGAL_REVIEWER));
    static final Actor LEO = new Actor("leo.brandt", "Leo Brandt", Set.of(Role.LEGAL_REVIEWER));
    static final LocalDate DAY = LocalDate.parse("2026-11-01");

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T10:00:00Z"));
    final DataSource source = MigratedDatabase.fresh().asApplication();
    final JdbcClient jdbc = JdbcClient.create(source);
    final List<Object> told = new ArrayList<>();
    final Register register = new Register();
    final Map<ContractId, Set<String>> kept = new HashMap<>();
    final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    final ListStore lists = new ListStore(jdbc, JsonMapper.shared());
    final HitStore hits = new HitStore(jdbc, JsonMapper.shared());
    final HitReader reader = new HitReader(jdbc, JsonMapper.shared());
    final ListsInForce inForce = new ListsInForce(lists);
    final LoadingLists loading = new LoadingLists(lists, told::add, transaction, clock);
    final ScreeningConflicts conflicts = contracts -> kept;
    final ScreeningRights rights = new ScreeningRights(register, conflicts);
    final ReadingScreenings reading = new ReadingScreenings(reader, lists, inForce, rights, clock);
    private final ScreeningContracts screening =
            new ScreeningContracts(register, inForce, lists, hits, told::add, clock);
    private final AnsweringHits answering =
            new AnsweringHits(rights, reader, hits, new AnswerStore(jdbc), told::add, clock);

    UUID aSource() {
        return loading.addSource(
                new SourceDraft("List " + UUID.randomUUID(), ListFormat.GENERIC_CSV, "Public domain", "Somebody", 30),
                PRIYA);
    }

    LoadingLists.Loaded load(UUID list, LocalDate day, String... rows) {
        return loading.load(list, Map.of("list.csv", csv(rows)), day, PRIYA);
    }

    static byte[] csv(String... rows) {
        return ("id,kind,name,aliases,weak_aliases,countries,identifiers,dates,programmes,reason\n"
                        + String.join("\n", rows)
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A row of the list. */
    static String row(String id, String name, String reason) {
        return id + ",BODY," + name + ",,,,,,SDGT," + reason;
    }

    /** So many that nobody is near. */
    static String[] fillers(int count, String... more) {
        List<String> rows = new ArrayList<>(List.of(more));
        for (int i = 0; i < count; i++) {
            rows.add(row("F" + i, "Filler " + Integer.toString(i * 7919 + 46_656, 36) + "qz Holdings", "none"));
        }
        return rows.toArray(String[]::new);
    }

    void screen() {
        transaction.executeWithoutResult(status -> screening.screen(register.contract.id()));
    }

    List<Hit> hits() {
        return reader.of(register.contract.id(), answering.today());
    }

    void answer(Hit hit, AnsweringHits.Opinion opinion, Actor actor) {
        transaction.executeWithoutResult(status -> answering.answer(register.contract.id(), hit.id(), opinion, actor));
    }

    void approve(Hit hit, boolean approved, Actor actor) {
        transaction.executeWithoutResult(status -> answering.decide(
                register.contract.id(), hit.id(), approved, "Compared the two registers.", hit.seen(), actor));
    }

    /** What happened so far, by the kinds of the record. */
    List<String> kinds() {
        return told.stream()
                .filter(ScreeningFact.class::isInstance)
                .map(fact -> ((ScreeningFact) fact).kind())
                .collect(Collectors.toList());
    }

    /** One contract with one reseller. */
    static final class Register implements ContractRegister {

        Contract contract = aContract(new ContractId(UUID.randomUUID()), 0, List.of());

        void resellers(String... names) {
            contract = aContract(contract.id(), contract.version() + 1, List.of(names));
        }

        private static Contract aContract(ContractId id, int version, List<String> resellers) {
            return new Contract(
                    id,
                    version,
                    "C-000001",
                    "Data processing",
                    "",
                    new Contract.Agency("Bureau of Weather Maps", null, AgencyType.WEATHER_SCIENCE, "US"),
                    null,
                    "Our company",
                    null,
                    resellers,
                    List.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    new Contract.ContractValue(null, null, "USD"),
                    new Contract.Period(null, null),
                    Contract.Secrecy.NONE,
                    new Contract.Identifiers(null, null, null),
                    "FORM",
                    "sofia.marin",
                    ContractState.REGISTERED,
                    null,
                    null,
                    Instant.EPOCH);
        }

        @Override
        public Optional<Contract> find(ContractId id) {
            return Optional.of(contract).filter(one -> one.id().equals(id));
        }

        @Override
        public Map<ContractId, Contract> findAll(Collection<ContractId> ids) {
            return ids.contains(contract.id()) ? Map.of(contract.id(), contract) : Map.of();
        }

        @Override
        public Contract get(ContractId id) {
            return find(id).orElseThrow();
        }

        @Override
        public boolean mayReadFacts(Contract of, Actor viewer) {
            return true;
        }

        @Override
        public Contract entrust(ContractId id, Actor owner, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reviewProgressed(
                ContractId id, ContractState state, @Nullable String tier, @Nullable String outcome) {
            throw new UnsupportedOperationException();
        }
    }
}
