package org.contractethics.record.trail;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.internal.ErasureBasis;
import org.contractethics.record.internal.RecordSettings;
import org.contractethics.record.signing.EntryMac;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of the access trail. Callers check who may see them. */
@Repository
public class AccessTrail {

    private static final int ROWS_AT_ONCE = 500;
    private static final int NONCE = 32;
    private static final String STAR = "*";

    private static final String WITH_READER =
            """
            select a.*, encode(a.commitment, 'hex') as committed,
                (select p.actor from record.access_person p where p.n = a.n) as reader,
                (select x.basis || x.erased_on from record.erased_access x where x.n = a.n) as erased,
            """;

    private static final String SHOWN = WITH_READER
            + " not exists (select from record.access_entry r where r.refuses = a.n) as shown"
            + " from record.access_entry a";

    private static final String ROW =
            """
            insert into record.access_entry
                (n, at, actor, commitment, kind, subject, contract, method, route, allowed_by, task, refuses, mac)
            values (:n, :at, :actor, :commitment, :kind, :subject, :contract, :method, :route, :allowedBy, :task, :refuses, :mac)""";

    private static final String WITH_PERSON = "with written as (" + ROW + " returning n)"
            + " insert into record.access_person (n, actor, nonce) select n, :person, :nonce from written";

    private final JdbcClient jdbc;
    private final EntryMac macs;
    private final TransactionTemplate ownTransaction;
    private final SecureRandom random = new SecureRandom();

    AccessTrail(JdbcClient jdbc, RecordSettings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.macs = EntryMac.ofAccess(settings.macSecret());
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Committed when it returns, whatever becomes of the transaction around it; fails where the row is not there. */
    long add(Access access) {
        Long number = ownTransaction.execute(status -> {
            long next =
                    jdbc.sql("select record.next_access()").query(Long.class).single();
            insert(next, access);
            return next;
        });
        if (number == null) {
            throw new IllegalStateException("an access entry without a number");
        }
        return number;
    }

    /** A reader is committed to and stands beside the row; where nobody is named there is nothing to commit to. */
    private void insert(long number, Access access) {
        if (access.actor().equals(RecordEntry.UNNAMED)) {
            row(ROW, number, access, null).update();
            return;
        }
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        row(WITH_PERSON, number, access, AccessBytes.commitment(nonce, access.actor()))
                .param("person", access.actor())
                .param("nonce", nonce)
                .update();
    }

    private StatementSpec row(String statement, long number, Access access, byte @Nullable [] commitment) {
        String committed = commitment == null ? null : HexFormat.of().formatHex(commitment);
        return jdbc.sql(statement)
                .param("n", number)
                .param("at", access.at().atOffset(ZoneOffset.UTC))
                .param("actor", commitment == null ? access.actor() : STAR)
                .param("commitment", commitment, Types.BINARY)
                .param("kind", access.kind().name())
                .param("subject", access.subject(), Types.VARCHAR)
                .param("contract", access.contract(), Types.OTHER)
                .param("method", access.method())
                .param("route", access.route())
                .param("allowedBy", access.allowedBy())
                .param("task", access.task(), Types.VARCHAR)
                .param("refuses", access.refuses(), Types.BIGINT)
                .param("mac", macs.of(number, AccessBytes.leaf(number, access, committed)));
    }

    public long count(AccessFilter filter) {
        AccessMatching matching = new AccessMatching(filter);
        return jdbc.sql("select count(*) from record.access_entry a" + matching.where())
                .params(matching.parameters())
                .query(Long.class)
                .single();
    }

    /** The matching rows, newest first. */
    public List<AccessEntry> page(AccessFilter filter, int limit, long offset) {
        return select(filter, " order by n desc limit " + limit + " offset " + offset)
                .query(AccessTrail::entry)
                .list();
    }

    /** Hands over every matching row in order; in a transaction, because only there PostgreSQL hands out rows piece by piece. */
    @Transactional(readOnly = true)
    public void each(AccessFilter filter, Consumer<AccessEntry> consumer) {
        try (Stream<AccessEntry> entries =
                select(filter, " order by n").withFetchSize(ROWS_AT_ONCE).query(AccessTrail::entry).stream()) {
            entries.forEach(consumer);
        }
    }

    /** Rows with these numbers, refusals among them, in order. */
    List<AccessEntry> between(long first, long last, int limit) {
        return jdbc.sql(WITH_READER + " true as shown from record.access_entry a"
                        + " where n between :first and :last order by n limit " + limit)
                .param("first", first)
                .param("last", last)
                .query(AccessTrail::entry)
                .list();
    }

    /** The largest number; no smaller one comes any more. Waits for rows that are being written at this moment. */
    long last() {
        Long last = ownTransaction.execute(status ->
                jdbc.sql("select record.last_access()").query(Long.class).single());
        return last == null ? 0 : last;
    }

    private StatementSpec select(AccessFilter filter, String tail) {
        AccessMatching matching = new AccessMatching(filter);
        return jdbc.sql(SHOWN + matching.where() + tail).params(matching.parameters());
    }

    private static AccessEntry entry(ResultSet row, int number) throws SQLException {
        return new AccessEntry(
                row.getLong("n"),
                new Access(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        reader(row),
                        AccessKind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getObject("contract", UUID.class),
                        row.getString("method"),
                        row.getString("route"),
                        row.getString("allowed_by"),
                        row.getString("task"),
                        refused(row)),
                row.getString("committed"),
                row.getBoolean("shown"));
    }

    /** As the readers of the record see people: the account name, or on which basis it was erased. */
    private static String reader(ResultSet row) throws SQLException {
        String reader = row.getString("reader");
        if (reader != null || row.getString("committed") == null) {
            return reader != null ? reader : row.getString("actor");
        }
        String erased = row.getString("erased");
        return erased == null ? STAR : ErasureBasis.erased(erased);
    }

    private static @Nullable Long refused(ResultSet row) throws SQLException {
        return row.getObject("refuses", Long.class);
    }
}
