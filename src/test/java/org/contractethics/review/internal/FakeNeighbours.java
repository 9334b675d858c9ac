package org.contractethics.review.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.document.Documents;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.DeltaReviews;
import org.contractethics.review.Reviews.AppealFiled;
import org.contractethics.review.Reviews.ApprovalLapsed;
import org.contractethics.review.Reviews.CarriedOverReopened;
import org.contractethics.review.Reviews.DeltaReviewOpened;
import org.contractethics.review.Reviews.EndedByHold;
import org.contractethics.review.Reviews.ReviewOpened;
import org.contractethics.review.Reviews.StageCompleted;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.review.internal.delta.DeltaReviewRows;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CitedRecord;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The modules around the review, written by hand at their faces: a register, documents, people and a process. */
final class FakeNeighbours {

    private FakeNeighbours() {}

    /** Facts in memory; the state in the real table, so that the gate of the database is tested. */
    static final class Register implements ContractRegister {

        private final JdbcClient jdbc;
        private final Map<ContractId, Contract> contracts = new ConcurrentHashMap<>();

        Register(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        ContractId add(AgencyType agency, Set<String> capabilities, String submitter) {
            return add("Agency", agency, capabilities, submitter);
        }

        ContractId add(String name, AgencyType agency, Set<String> capabilities, String submitter) {
            ContractId id = new ContractId(UUID.randomUUID());
            Contract contract = new Contract(
                    id,
                    0,
                    "C-" + id.toString().substring(0, 6),
                    "Data services",
                    "",
                    new Contract.Agency(name, null, agency, "US"),
                    null,
                    "Our company",
                    null,
                    List.of(),
                    List.of("Field offices"),
                    capabilities,
                    Set.of("NAMES"),
                    Set.of("US"),
                    new Contract.ContractValue(100L, 200L, "USD"),
                    new Contract.Period(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1)),
                    Contract.Secrecy.NONE,
                    new Contract.Identifiers(null, null, null),
                    "FORM",
                    submitter,
                    ContractState.REGISTERED,
                    null,
                    null,
                    Instant.EPOCH);
            contracts.put(id, contract);
            jdbc.sql(
                            """
                            insert into contract.contract (id, title, description, awarding_name, awarding_type,
                                awarding_country, supplier, resellers, end_users, capabilities, data_kinds, countries,
                                currency, secrecy, source, submitter, state, registered_at, changed_at, changed_by, words)
                            values (:id, 'Data services', '', :name, 'BORDER', 'US', 'Our company', '{}', '{}', '{}',
                                '{}', '{}', 'USD', 'NONE', 'FORM', :submitter, 'REGISTERED', now(), now(), 'test', '')
                            """)
                    .param("id", id.value())
                    .param("name", name)
                    .param("submitter", submitter)
                    .update();
            return id;
        }

        /** What a caller of the real register would read. */
        void become(ContractId id, String state) {
            put(id, ContractState.valueOf(state), get(id).secrecy(), get(id).fundingAgency());
        }

        void classify(ContractId id) {
            put(id, get(id).state(), Contract.Secrecy.CLASSIFIED, get(id).fundingAgency());
            jdbc.sql("update contract.contract set secrecy = 'CLASSIFIED' where id = :id")
                    .param("id", id.value())
                    .update();
        }

        void paidBy(ContractId id, String agency) {
            put(id, get(id).state(), get(id).secrecy(), new Contract.Agency(agency, null, AgencyType.BORDER, "US"));
            jdbc.sql(
                            """
                            update contract.contract set funding_name = :name, funding_type = 'BORDER', funding_country = 'US'
                            where id = :id
                            """)
                    .param("name", agency)
                    .param("id", id.value())
                    .update();
        }

        private void put(
                ContractId id, ContractState state, Contract.Secrecy secrecy, Contract.@Nullable Agency funding) {
            Contract old = get(id);
            contracts.put(
                    id,
                    new Contract(
                            id,
                            old.version(),
                            old.reference(),
                            old.title(),
                            old.description(),
                            old.awardingAgency(),
                            funding,
                            old.supplier(),
                            old.supplierParent(),
                            old.resellers(),
                            old.endUsers(),
                            old.capabilities(),
                            old.dataKinds(),
                            old.countries(),
                            old.value(),
                            old.period(),
                            secrecy,
                            old.identifiers(),
                            old.source(),
                            old.submitter(),
                            state,
                            old.tier(),
                            old.outcome(),
                            old.registeredAt()));
        }

        String state(ContractId id) {
            return jdbc.sql("select state from contract.contract where id = :id")
                    .param("id", id.value())
                    .query(String.class)
                    .single();
        }

        @Override
        public Optional<Contract> find(ContractId id) {
            return Optional.ofNullable(contracts.get(id));
        }

        @Override
        public Map<ContractId, Contract> findAll(Collection<ContractId> ids) {
            return ids.stream()
                    .filter(contracts::containsKey)
                    .collect(Collectors.toMap(Function.identity(), contracts::get));
        }

        @Override
        public Contract get(ContractId id) {
            return find(id).orElseThrow(() -> Refused.notFound("There is no such contract."));
        }

        @Override
        public boolean mayReadFacts(Contract contract, Actor viewer) {
            return true;
        }

        @Override
        public Contract entrust(ContractId id, Actor owner, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reviewProgressed(
                ContractId id, ContractState state, @Nullable String tier, @Nullable String outcome) {
            jdbc.sql("update contract.contract set state = :state, tier = :tier, outcome = :outcome where id = :id")
                    .param("state", state.name())
                    .param("tier", tier)
                    .param("outcome", outcome)
                    .param("id", id.value())
                    .update();
        }
    }

    /** One document for each contract; changing it changes the hash of the set. */
    static final class Papers implements Documents {

        private final Map<ContractId, Integer> versions = new ConcurrentHashMap<>();
        ExtractionStatus status = ExtractionStatus.READ;

        void change(ContractId contract) {
            versions.merge(contract, 1, Integer::sum);
        }

        @Override
        public List<DocumentVersion> currentVersions(ContractId contract) {
            return List.of(new DocumentVersion(
                    new DocumentVersionId(new UUID(1, 1)),
                    new DocumentId(new UUID(2, 2)),
                    contract,
                    1 + versions.getOrDefault(contract, 0),
                    "Statement of work",
                    "sow.docx",
                    "application/docx",
                    1,
                    "0".repeat(64),
                    status,
                    null,
                    1,
                    2,
                    "sofia.marin",
                    Instant.EPOCH));
        }

        @Override
        public Optional<DocumentVersion> find(DocumentVersionId version) {
            return Optional.empty();
        }

        @Override
        public List<Clause> clauses(DocumentVersionId version) {
            return List.of(
                    new Clause(version, 0, "body", "7.1", "Use", "Any lawful purpose.", 1, 0, 19),
                    new Clause(version, 1, "body", "7.2", "Data", "All data.", 1, 20, 29));
        }

        @Override
        public boolean mayRead(ContractId contract, Actor viewer) {
            return true;
        }

        @Override
        public void hold(ContractId contract) {}

        @Override
        public String documentSetHash(ContractId contract) {
            return "%064x".formatted(1 + versions.getOrDefault(contract, 0));
        }

        @Override
        public String documentSetHash(List<DocumentVersion> current) {
            return documentSetHash(current.get(0).contract());
        }
    }

    /** Everyone named exists, one of them as monitor; those added hold roles and can be drawn for a panel. */
    static final class People implements PeopleDirectory {

        private final Map<String, Set<Role>> roles = new ConcurrentHashMap<>();

        /** False as while the identity provider is down and was never asked. */
        boolean answers = true;

        /** How many more times it answers who holds a role before it goes down. */
        int answersLeft = Integer.MAX_VALUE;

        void only(Actor... actors) {
            roles.clear();
            add(actors);
        }

        void add(Actor... actors) {
            for (Actor actor : actors) {
                roles.put(actor.username(), actor.roles());
            }
        }

        @Override
        public Optional<Person> find(String username) {
            return username.contains(".") ? Optional.of(person(username)) : Optional.empty();
        }

        @Override
        public List<Person> withRole(Role role) {
            if (!answers || answersLeft-- <= 0) {
                throw new PeopleUnavailable(role.name());
            }
            return roles.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(role))
                    .map(entry -> person(entry.getKey()))
                    .toList();
        }

        private Person person(String username) {
            Set<Role> unless = username.equals("mona.keller") ? Set.of(Role.MONITOR) : Set.of();
            return new Person(username, username, "", roles.getOrDefault(username, unless));
        }
    }

    /** A record of which only the head is asked: each time another one. */
    static final class HeadOfRecord implements CitedRecord {

        private long size;

        @Override
        public synchronized Head head() {
            size++;
            return new Head(size, "%064x".formatted(size));
        }

        @Override
        public OptionalLong entry(ContractId contract, String kind, String fact, String value) {
            return OptionalLong.of(7);
        }

        @Override
        public List<Cited> entries(ContractId contract, String fact, String value) {
            return List.of(new Cited(7, "A decision was made", Instant.EPOCH, "c".repeat(64)));
        }

        @Override
        public boolean witnessed(long entry) {
            return true;
        }

        @Override
        public Optional<String> receipt(long entry) {
            return Optional.empty();
        }

        @Override
        public Optional<String> checkpoint() {
            return Optional.empty();
        }
    }

    /** The process in a few lines: one open stage for each review, held by whoever is named. */
    static final class OpenStages implements StageTasks {

        private final Map<ReviewId, Map<Stage, Boolean>> open = new ConcurrentHashMap<>();
        private final Map<ReviewId, String> holders = new ConcurrentHashMap<>();
        private final Set<ReviewId> older = ConcurrentHashMap.newKeySet();
        private Instant began = Instant.EPOCH;
        private @Nullable Instant due;
        private final ReviewCases reviews;
        private final StageResults results;

        private final DeltaReviewRows deltas;
        private @Nullable DeltaReviews process;

        private final BiConsumer<ReviewId, String> declaring;

        /** @param declaring what makes somebody sign the declaration of interests of a review */
        OpenStages(
                ReviewCases reviews,
                StageResults results,
                DeltaReviewRows deltas,
                BiConsumer<ReviewId, String> declaring) {
            this.declaring = declaring;
            this.reviews = reviews;
            this.results = results;
            this.deltas = deltas;
        }

        /** When every task opened, and when it becomes overdue. */
        void times(Instant created, Instant dueAt) {
            began = created;
            due = dueAt;
        }

        /** Known only after whatever asks for open stages. */
        void leads(DeltaReviews answers) {
            process = answers;
        }

        @Override
        public Optional<StageTask> hold(ReviewId review, Stage stage) {
            return open(review, stage);
        }

        @Override
        public List<StageTask> opened(ReviewId review) {
            return open(review);
        }

        /** They declared their interests before, as everybody does. */
        void hold(ReviewId review, String username) {
            declaring.accept(review, username);
            holders.put(review, username);
        }

        /** Somebody led the process past the use cases. */
        void stand(ReviewId review, Stage stage) {
            open.put(review, only(stage));
        }

        /** It runs by a version of the procedure in which nothing is changed on appeal. */
        void isOlder(ReviewId review) {
            older.add(review);
        }

        void on(Object event) {
            if (event instanceof ReviewOpened opened) {
                open.put(opened.review(), only(Stage.DOCUMENT_CHECK));
            }
            if (event instanceof AppealFiled filed) {
                open.put(filed.review(), only(Stage.APPEAL));
            }
            if (event instanceof DeltaReviewOpened opened) {
                open.put(opened.review(), only(Stage.LEGAL_STOP));
            }
            if (event instanceof CarriedOverReopened reopened) {
                boolean still = Objects.requireNonNull(process).stillDelta(reopened.review());
                open.put(reopened.review(), only(still ? due(reopened.review(), Stage.RESEARCH) : Stage.LEGAL_STOP));
            }
            if (event instanceof ApprovalLapsed lapsed) {
                open.put(lapsed.review(), lapsed.ends() ? Map.of() : only(Stage.CLARIFICATION));
            }
            if (event instanceof EndedByHold ended) {
                open.put(ended.review(), Map.of());
            }
            if (event instanceof StageCompleted completed) {
                Tier tier = reviews.get(completed.review()).tier();
                StageForm form = results.of(completed.review()).stream()
                        .filter(result -> result.stage() == completed.stage())
                        .reduce((first, second) -> second)
                        .orElseThrow()
                        .form();
                open.put(
                        completed.review(),
                        next(completed, form, tier).map(OpenStages::only).orElse(Map.of()));
            }
        }

        private Optional<Stage> next(StageCompleted completed, StageForm form, @Nullable Tier tier) {
            boolean delta = deltas.find(completed.review()).isPresent();
            if (!delta || form.stage().compareTo(Stage.VOTE) >= 0) {
                return StagePath.next(form, tier);
            }
            return switch (form.stage()) {
                case CLARIFICATION -> Optional.of(Stage.LEGAL_STOP);
                case LEGAL_STOP ->
                    StagePath.next(form, tier).map(next -> due(completed.review(), Stage.DOCUMENT_CHECK));
                case DOCUMENT_CHECK -> Optional.of(Stage.TRIAGE);
                case TRIAGE ->
                    Optional.of(
                            "ANEW".equals(completed.variables().get("triageResult"))
                                    ? Stage.LEGAL_STOP
                                    : due(completed.review(), Stage.RESEARCH));
                default -> Optional.of(due(completed.review(), after(form.stage())));
            };
        }

        private static Stage after(Stage stage) {
            List<Stage> stages = List.of(Stage.values());
            return stages.get(stages.indexOf(stage) + 1);
        }

        /** The first stage from here on that is due, as {@code delta-review.bpmn} leads. */
        private Stage due(ReviewId review, Stage stage) {
            if (stage == Stage.VOTE || stage == Stage.TRIAGE) {
                return stage;
            }
            Stage next = stage == Stage.DOCUMENT_CHECK ? Stage.TRIAGE : after(stage);
            return Objects.requireNonNull(process).notDue(review, stage) ? due(review, next) : stage;
        }

        /** It ends where facts change, as the newest version does. */
        @Override
        public boolean endsOnLapse(ReviewId review) {
            return !older.contains(review);
        }

        @Override
        public boolean beginsAnew(ReviewId review) {
            return !older.contains(review);
        }

        private static Map<Stage, Boolean> only(Stage stage) {
            return new EnumMap<>(Map.of(stage, true));
        }

        @Override
        public boolean takesChanges(ReviewId review) {
            return !older.contains(review);
        }

        @Override
        public boolean answerOverdue(UUID question) {
            return false;
        }

        @Override
        public Optional<StageTask> open(ReviewId review, Stage stage) {
            return open(review).stream().filter(task -> task.stage() == stage).findFirst();
        }

        @Override
        public List<StageTask> open(ReviewId review) {
            return open.getOrDefault(review, Map.of()).keySet().stream()
                    .map(stage -> new StageTask(stage, stage.shared() ? null : holders.get(review), began, due))
                    .toList();
        }
    }

    static Actor actor(String username, Role... roles) {
        Set<Role> held = EnumSet.of(Role.EMPLOYEE);
        held.addAll(Arrays.asList(roles));
        return new Actor(username, username, held);
    }
}
