package org.contractethics.contract.internal.redaction;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All redactions. Whether one is in force is asked with a day each time; nothing has to run for it to end. */
@Repository
public class Redactions {

    /** True of a row {@code r} that withholds on the day bound as {@code :today}: approved, or for its first days. */
    public static final String IN_FORCE = "r.ended_at is null and r.approved is distinct from false"
            + " and case when r.approved then r.ends_on else r.provisional_until end >= :today";

    /** True of a contract {@code c} whose agency nobody withholds on the day bound as {@code :today}. */
    public static final String AGENCY_SHOWN = "not exists (select 1 from contract.redaction r"
            + " where r.contract_id = c.id and 'AGENCY' = any(r.fields) and " + IN_FORCE + ")";

    private static final String SELECT =
            """
            select r.*, c.number from contract.redaction r join contract.contract c on c.id = r.contract_id
            """;

    /** In whose name a request is dropped that nobody decided on. */
    static final String SYSTEM = "system";

    private final JdbcClient jdbc;

    public Redactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is withheld of each of these contracts on the day, with the last day of it; contracts without are left out. */
    public Map<ContractId, Map<RedactedField, LocalDate>> inForce(Collection<ContractId> contracts, LocalDate today) {
        if (contracts.isEmpty()) {
            return Map.of();
        }
        Map<ContractId, Map<RedactedField, LocalDate>> found = new HashMap<>();
        jdbc.sql(SELECT + "where r.contract_id = any(cast(:ids as uuid[])) and " + IN_FORCE)
                .param("ids", contracts.stream().map(ContractId::toString).toArray(String[]::new))
                .param("today", Date.valueOf(today))
                .query(Redactions::map)
                .list()
                .forEach(redaction -> redaction.fields().forEach(field -> found.computeIfAbsent(
                                redaction.contract(), none -> new EnumMap<>(RedactedField.class))
                        .merge(field, redaction.withholdsUntil(), (one, other) -> one.isAfter(other) ? one : other)));
        return found;
    }

    public Map<RedactedField, LocalDate> inForce(ContractId contract, LocalDate today) {
        return inForce(List.of(contract), today).getOrDefault(contract, Map.of());
    }

    /** Of one contract, the newest first. */
    List<Redaction> of(ContractId contract) {
        return jdbc.sql(SELECT + "where r.contract_id = :contract order by r.requested_at desc")
                .param("contract", contract.value())
                .query(Redactions::map)
                .list();
    }

    /** Of all contracts: those that wait first, and of these what lapses soonest; then the newest. */
    List<Redaction> newest(int limit) {
        return jdbc.sql(SELECT
                        + "order by (r.approved is null) desc, case when r.approved is null then r.provisional_until end nulls last,"
                        + " r.requested_at desc limit :limit")
                .param("limit", limit)
                .query(Redactions::map)
                .list();
    }

    /**
     * What is over soon and was not told of so far: provisional ones within five days, approved ones within thirty. Held until the end of the
     * transaction, and told of from now on.
     */
    List<Redaction> soonOver(LocalDate today, Instant now, int limit) {
        List<UUID> soon = jdbc.sql(
                        """
                        update contract.redaction set reminded_at = :now where id in (
                            select r.id from contract.redaction r
                            where r.reminded_at is null and %s
                              and case when r.approved then r.ends_on - 30 else r.provisional_until - 5 end <= :today
                            order by r.requested_at limit :limit for update skip locked)
                        returning id
                        """
                                .formatted(IN_FORCE))
                .param("now", Timestamp.from(now))
                .param("today", Date.valueOf(today))
                .param("limit", limit)
                .query(UUID.class)
                .list();
        return soon.stream().flatMap(id -> lock(id).stream()).toList();
    }

    /** What secrecy terms of the contract asked for and nobody ended or refused. Held until the end of the transaction. */
    List<Redaction> lockOfSecrecy(ContractId contract) {
        return jdbc.sql(SELECT + "where r.contract_id = :contract and r.secrecy is not null and r.ended_at is null"
                        + " and r.approved is distinct from false order by r.requested_at for update of r")
                .param("contract", contract.value())
                .query(Redactions::map)
                .list();
    }

    /** Held until the end of the transaction: two who decide at once come one after the other. */
    Optional<Redaction> lock(UUID id) {
        return jdbc.sql(SELECT + "where r.id = :id for update of r")
                .param("id", id)
                .query(Redactions::map)
                .optional();
    }

    void ask(UUID id, ContractId contract, RedactionRequest request, String actor, Instant now) {
        jdbc.sql(
                        """
                        insert into contract.redaction (id, contract_id, fields, reason, requested_by, requested_at, ends_on,
                                                        secrecy, provisional_until)
                        values (:id, :contract, :fields, :reason, :by, :at, :ends, :secrecy, :provisional)
                        """)
                .param("id", id)
                .param("contract", contract.value())
                .param("fields", request.fields().stream().map(Enum::name).toArray(String[]::new))
                .param("reason", request.reason())
                .param("by", actor)
                .param("at", Timestamp.from(now))
                .param("ends", date(request.endsOn()))
                .param(
                        "secrecy",
                        request.secrecy() == null ? null : request.secrecy().name())
                .param("provisional", date(request.provisionalUntil()))
                .update();
    }

    void decide(UUID id, boolean approved, @Nullable String why, String actor, Instant now) {
        jdbc.sql(
                        """
                        update contract.redaction
                        set approved = :approved, decided_by = :by, decided_at = :at, decided_why = :why, reminded_at = null
                        where id = :id
                        """)
                .param("approved", approved)
                .param("by", actor)
                .param("at", Timestamp.from(now))
                .param("why", why)
                .param("id", id)
                .update();
    }

    void end(UUID id, String why, String actor, Instant now) {
        jdbc.sql("update contract.redaction set ended_by = :by, ended_at = :at, ended_why = :why where id = :id")
                .param("by", actor)
                .param("at", Timestamp.from(now))
                .param("why", why)
                .param("id", id)
                .update();
    }

    /** A request whose ground fell away. */
    void withdraw(UUID id, String why, Instant now) {
        decide(id, false, why, SYSTEM, now);
    }

    /** A request nobody decided on before its day makes way for the next one. */
    void dropOverdue(ContractId contract, LocalDate today, Instant now) {
        jdbc.sql(
                        """
                        update contract.redaction
                        set approved = false, decided_by = 'system', decided_at = :at, decided_why = 'Not decided before its last day'
                        where contract_id = :contract and approved is null and ends_on < :today
                        """)
                .param("at", Timestamp.from(now))
                .param("contract", contract.value())
                .param("today", Date.valueOf(today))
                .update();
    }

    private static Redaction map(ResultSet row, int number) throws SQLException {
        String digits = Long.toString(row.getLong("number"));
        String secrecy = row.getString("secrecy");
        return new Redaction(
                row.getObject("id", UUID.class),
                new ContractId(row.getObject("contract_id", UUID.class)),
                "C-" + "0".repeat(Math.max(0, 6 - digits.length())) + digits,
                Arrays.stream((String[]) row.getArray("fields").getArray())
                        .map(RedactedField::valueOf)
                        .sorted()
                        .toList(),
                row.getString("reason"),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                secrecy == null ? null : Secrecy.valueOf(secrecy),
                row.getObject("provisional_until", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("approved", Boolean.class),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("decided_why"),
                row.getString("ended_by"),
                instant(row, "ended_at"),
                row.getString("ended_why"));
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
