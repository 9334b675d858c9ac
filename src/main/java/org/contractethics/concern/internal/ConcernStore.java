package org.contractethics.concern.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.policy.ConcernRouting.ConcernAction;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The concerns in the database, without whoever filed them. */
@Repository
class ConcernStore {

    private static final String SELECT = "select c.* from concern.concern c ";

    private static final String STANDING =
            " and not exists (select 1 from concern.withdrawal w where w.concern = c.id)";

    private final JdbcClient jdbc;

    ConcernStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Concern concern) {
        ContractId contract = concern.contract();
        ConcernMatter matter = concern.matter();
        Routing routing = Objects.requireNonNull(concern.routing(), "a concern that is filed is routed");
        routed(
                        concern.id(),
                        new RoutingConcerns.Routed(routing, concern.acknowledgeBy(), concern.answerBy()),
                        """
                insert into concern.concern (id, contract, agency, matter, matter_code, mode, topic, status, filed_on, acknowledge_by, answer_by,
                                             urgency, contract_action, meeting_working_days, routing_rule, policy_number)
                values (:id, :contract, :agency, :matter, :code, :mode, :topic, :status, :filed, :acknowledge, :answer,
                        :urgency, :action, :meeting, :rule, :policy)""")
                .param("contract", contract == null ? null : contract.value(), java.sql.Types.OTHER)
                .param("agency", concern.agency())
                .param("matter", matter == null ? null : matter.kind().name())
                .param("code", matter == null ? null : matter.code())
                .param("mode", concern.mode().name())
                .param("topic", concern.topic().name())
                .param("status", concern.status().name())
                .param("filed", concern.filedOn())
                .update();
    }

    /** What the table says of it from now on. */
    void routed(ConcernId id, RoutingConcerns.Routed routed) {
        routed(
                        id,
                        routed,
                        """
                update concern.concern set acknowledge_by = :acknowledge, answer_by = :answer, urgency = :urgency,
                    contract_action = :action, meeting_working_days = :meeting, routing_rule = :rule, policy_number = :policy
                where id = :id""")
                .update();
    }

    private StatementSpec routed(ConcernId id, RoutingConcerns.Routed routed, String statement) {
        Routing routing = routed.routing();
        return jdbc.sql(statement)
                .param("id", id.value())
                .param("acknowledge", routed.acknowledgeBy())
                .param("answer", routed.answerBy())
                .param("urgency", routing.urgency())
                .param("action", routing.action().name())
                .param("meeting", routing.meetingWorkingDays())
                .param("rule", routing.rule())
                .param("policy", routing.policyNumber());
    }

    Optional<Concern> find(ConcernId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(ConcernStore::concern)
                .optional();
    }

    List<Concern> findAll(Collection<ConcernId> ids) {
        return jdbc.sql(SELECT + "where id = any(:ids)")
                .param("ids", ids.stream().map(ConcernId::value).toArray(UUID[]::new))
                .query(ConcernStore::concern)
                .list();
    }

    /** An open concern with one of the contracts it is about. */
    record OpenOn(ContractId contract, Concern concern) {}

    /** Every open concern about one of these contracts, once for each of them. */
    List<OpenOn> openOn(Collection<ContractId> contracts) {
        return jdbc.sql(
                        """
                select a.contract as on_contract, c.* from concern.concern c join concern.about a on a.concern = c.id
                where a.contract = any(:contracts) and c.status <> 'ANSWERED'"""
                                + STANDING)
                .param("contracts", contracts.stream().map(ContractId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        new OpenOn(new ContractId(row.getObject("on_contract", UUID.class)), concern(row, number)))
                .list();
    }

    /** Of this kind of matter those without an answer, those that their filers took back among them. */
    List<Concern> unansweredAbout(ConcernMatter.Kind kind) {
        return jdbc.sql(SELECT + "where c.matter = :kind and c.status <> 'ANSWERED'")
                .param("kind", kind.name())
                .query(ConcernStore::concern)
                .list();
    }

    /** Whether a letter about it, alone or among several contracts, waits for an answer. */
    boolean letterOpenOn(ContractId contract) {
        return jdbc.sql("select exists (" + SELECT
                        + "join concern.about a on a.concern = c.id and a.contract = :contract"
                        + " where c.mode = :letter and c.status <> 'ANSWERED'" + STANDING + ")")
                .param("contract", contract.value())
                .param("letter", ConcernMode.COLLECTIVE.name())
                .query(Boolean.class)
                .single();
    }

    /** A concern that is there; an id of none is a defect of the caller. */
    Concern get(ConcernId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no such concern " + id));
    }

    /** Like {@link #find}, and nobody else moves it until the transaction ends. */
    Optional<Concern> lock(ConcernId id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id.value())
                .query(ConcernStore::concern)
                .optional();
    }

    /** Those that wait longest for what is due come first. */
    List<Concern> all() {
        return jdbc.sql(
                        SELECT
                                + """
                order by status = 'ANSWERED', case status when 'RECEIVED' then acknowledge_by else answer_by end, id""")
                .query(ConcernStore::concern)
                .list();
    }

    /** Of these concerns those that wait for their answer first, then the latest. */
    List<Concern> latestFirst(Collection<ConcernId> ids) {
        return jdbc.sql(SELECT + "where id = any(:ids) order by status = 'ANSWERED', filed_on desc, id")
                .param("ids", ids.stream().map(ConcernId::value).toArray(UUID[]::new))
                .query(ConcernStore::concern)
                .list();
    }

    /** Every concern about the contract: alone, among several, or about its agency. */
    List<Concern> on(ContractId contract) {
        return jdbc.sql(SELECT
                        + "where exists (select 1 from concern.about a where a.concern = c.id and a.contract = :contract)"
                        + STANDING + " order by status = 'ANSWERED', filed_on desc, id")
                .param("contract", contract.value())
                .query(ConcernStore::concern)
                .list();
    }

    /** Concerns of which nothing is left but the outcome. */
    List<ConcernId> purged() {
        return jdbc.sql("select concern from concern.purged").query(UUID.class).list().stream()
                .map(ConcernId::new)
                .toList();
    }

    /** By each contract every concern about it, letters about several among them. */
    Map<ContractId, List<ConcernId>> byContract() {
        return jdbc
                .sql("select contract, concern from concern.about")
                .query((row, number) -> Map.entry(
                        new ContractId(row.getObject("contract", UUID.class)),
                        new ConcernId(row.getObject("concern", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Nothing else is done with it from now on. */
    void withdraw(ConcernId id, LocalDate today) {
        jdbc.sql("insert into concern.withdrawal (concern, withdrawn_on) values (:id, :today)")
                .param("id", id.value())
                .param("today", today)
                .update();
    }

    /** Those that their filers took back. */
    Set<ConcernId> withdrawn() {
        return jdbc.sql("select concern from concern.withdrawal").query(UUID.class).list().stream()
                .map(ConcernId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The day on which its filer took it back; empty where they did not. */
    Optional<LocalDate> withdrawnOn(ConcernId id) {
        return jdbc.sql("select withdrawn_on from concern.withdrawal where concern = :id")
                .param("id", id.value())
                .query(LocalDate.class)
                .optional();
    }

    /** Why a legal hold keeps it on this day; empty where none does. */
    Optional<String> heldBecause(ConcernId id, LocalDate today) {
        return jdbc.sql(
                        """
                select reason from concern.legal_hold
                where concern = :id and lifted_on is null and concern.is_held(concern, :today)
                order by asked_on desc limit 1""")
                .param("id", id.value())
                .param("today", today)
                .query(String.class)
                .optional();
    }

    void acknowledged(ConcernId id, LocalDate today) {
        jdbc.sql("update concern.concern set status = 'ACKNOWLEDGED', acknowledged_on = :today where id = :id")
                .param("id", id.value())
                .param("today", today)
                .update();
    }

    void followUpBegan(ConcernId id, LocalDate today) {
        jdbc.sql("update concern.concern set status = 'IN_FOLLOW_UP', follow_up_on = :today where id = :id")
                .param("id", id.value())
                .param("today", today)
                .update();
    }

    /** Only where its reasoned answer is kept already. */
    void answered(ConcernId id, LocalDate today) {
        jdbc.sql("update concern.concern set status = 'ANSWERED', answered_on = :today where id = :id")
                .param("id", id.value())
                .param("today", today)
                .update();
    }

    void escalated(ConcernId id, LocalDate today) {
        jdbc.sql("update concern.concern set escalated_on = :today where id = :id")
                .param("id", id.value())
                .param("today", today)
                .update();
    }

    private static Concern concern(ResultSet row, int number) throws SQLException {
        UUID contract = row.getObject("contract", UUID.class);
        return new Concern(
                new ConcernId(row.getObject("id", UUID.class)),
                contract == null ? null : new ContractId(contract),
                row.getString("agency"),
                matter(row),
                ConcernMode.valueOf(row.getString("mode")),
                ConcernTopic.valueOf(row.getString("topic")),
                ConcernStatus.valueOf(row.getString("status")),
                row.getObject("filed_on", LocalDate.class),
                row.getObject("acknowledge_by", LocalDate.class),
                row.getObject("answer_by", LocalDate.class),
                row.getObject("acknowledged_on", LocalDate.class),
                row.getObject("follow_up_on", LocalDate.class),
                row.getObject("answered_on", LocalDate.class),
                routing(row));
    }

    private static @Nullable ConcernMatter matter(ResultSet row) throws SQLException {
        String kind = row.getString("matter");
        return kind == null ? null : new ConcernMatter(ConcernMatter.Kind.valueOf(kind), row.getString("matter_code"));
    }

    private static @Nullable Routing routing(ResultSet row) throws SQLException {
        String urgency = row.getString("urgency");
        return urgency == null
                ? null
                : new Routing(
                        urgency,
                        ConcernAction.valueOf(row.getString("contract_action")),
                        row.getInt("meeting_working_days"),
                        row.getString("routing_rule"),
                        row.getInt("policy_number"));
    }
}
