package org.contractethics.record.internal.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.record.internal.ErasureBasis;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Erasures in the database, which alone removes what was sealed. */
@Repository
class Erasures {

    private static final String OPEN =
            """
            select id, subject, subject_name, basis, reason, requested_by, requested_at
            from record.erasure where state = 'REQUESTED'""";

    private final JdbcClient jdbc;

    Erasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OpenErasure erasure) {
        jdbc.sql(
                        """
                insert into record.erasure (id, state, basis, subject, subject_name, reason, requested_by, requested_at)
                values (:id, 'REQUESTED', :basis, :subject, :name, :reason, :by, :at)""")
                .param("id", erasure.id())
                .param("basis", erasure.basis().letter())
                .param("subject", erasure.subject())
                .param("name", erasure.name(), Types.VARCHAR)
                .param("reason", erasure.reason())
                .param("by", erasure.requestedBy())
                .param("at", erasure.requestedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<OpenErasure> open() {
        return jdbc.sql(OPEN + " order by requested_at, id")
                .query(Erasures::erasure)
                .list();
    }

    Optional<OpenErasure> open(UUID id) {
        return jdbc.sql(OPEN + " and id = :id")
                .param("id", id)
                .query(Erasures::erasure)
                .optional();
    }

    boolean isOpenAbout(String subject) {
        return open().stream().anyMatch(erasure -> erasure.subject().equalsIgnoreCase(subject));
    }

    /** Whether a request that waits was made by this person. */
    boolean isOpenBy(String person) {
        return open().stream().anyMatch(erasure -> erasure.requestedBy().equalsIgnoreCase(person));
    }

    /** The account as it was asked for and as it stands in the record. */
    Set<String> spellings(String subject) {
        Set<String> spellings = new HashSet<>(jdbc.sql(
                        """
                select person from record.sealed where lower(person) = lower(:subject)
                union select actor from record.access_person where lower(actor) = lower(:subject)""")
                .param("subject", subject)
                .query(String.class)
                .list());
        spellings.add(subject);
        return spellings;
    }

    /** The newest first. */
    List<DecidedErasure> decided(int limit) {
        return jdbc.sql(
                        """
                select state = 'ERASED' as erased, basis, decided_at, coalesce(fields, 0) as fields,
                    coalesce(entries, 0) as entries
                from record.erasure where state in ('ERASED', 'DECLINED') order by decided_at desc, id limit :limit""")
                .param("limit", limit)
                .query((row, number) -> new DecidedErasure(
                        row.getBoolean("erased"),
                        ErasureBasis.valueOf(row.getString("basis").toUpperCase(Locale.ROOT)),
                        time(row, "decided_at"),
                        row.getLong("fields"),
                        row.getLong("entries")))
                .list();
    }

    Extent extent(String subject, @Nullable String name) {
        return jdbc.sql(
                        """
                select count(*) as fields, count(distinct n) as entries,
                    count(*) filter (where lower(person) <> lower(:subject)) as named,
                    (select count(*) from record.access_person where lower(actor) = lower(:subject)) as reads,
                    (select count(*) from record.entry where lower(actor) = lower(:subject))
                        + (select count(*) from record.access_entry where lower(actor) = lower(:subject)) as fixed
                from record.sealed s where record.is_of(s, :subject, :name)""")
                .param("subject", subject)
                .param("name", name, Types.VARCHAR)
                .query(Extent.class)
                .single();
    }

    boolean standsInTheRecord(String subject) {
        return jdbc.sql("select exists (select 1 from record.sealed where lower(person) = lower(:subject)"
                        + " union all select 1 from record.access_person where lower(actor) = lower(:subject))")
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    /** Of every entry that the erasure would take something of, not only of those that name the person. */
    Set<ContractId> contracts(String subject, @Nullable String name) {
        return jdbc
                .sql(
                        """
                select distinct contract from record.entry where contract is not null
                    and n in (select n from record.sealed s where record.is_of(s, :subject, :name))""")
                .param("subject", subject)
                .param("name", name, Types.VARCHAR)
                .query(UUID.class)
                .list()
                .stream()
                .map(ContractId::new)
                .collect(Collectors.toSet());
    }

    Set<ConcernId> concerns(String subject, @Nullable String name) {
        return jdbc
                .sql(
                        """
                select distinct substring(encode(body, 'escape') from '"concernId":"([0-9a-f-]{36})"') as concern
                from record.entry where position('"concernId":"' in encode(body, 'escape')) > 0
                    and n in (select n from record.sealed s where record.is_of(s, :subject, :name))""")
                .param("subject", subject)
                .param("name", name, Types.VARCHAR)
                .query(String.class)
                .list()
                .stream()
                .map(ConcernId::valueOf)
                .collect(Collectors.toSet());
    }

    /** Removes everything of the person. Returns number and pointer of each field that it was, like {@code 12/actor}. */
    List<Removed> erase(UUID id, String approver, Instant at) {
        return jdbc.sql("select entry, erased from record.erase(:id, :by, :at)")
                .param("id", id)
                .param("by", approver)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Removed(row.getLong("entry"), row.getString("erased")))
                .list();
    }

    /** Numbers of the access entries whose reader this erasure removed, in order. */
    List<Long> reads(UUID id) {
        return jdbc.sql("select n from record.erased_access where erasure = :id order by n")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    void decline(UUID id, String decider, Instant at) {
        jdbc.sql("select record.decline_erasure(:id, :by, :at)")
                .param("id", id)
                .param("by", decider)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(row -> {});
    }

    /**
     * @param field JSON pointer into the entry
     */
    record Removed(long entry, String field) {

        @Override
        public String toString() {
            return entry + field;
        }
    }

    private static OpenErasure erasure(ResultSet row, int number) throws SQLException {
        return new OpenErasure(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getString("subject_name"),
                ErasureBasis.valueOf(row.getString("basis").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getString("requested_by"),
                time(row, "requested_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
