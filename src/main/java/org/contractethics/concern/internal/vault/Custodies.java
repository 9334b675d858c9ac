package org.contractethics.concern.internal.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is sealed for the custodian: the private half of each concern and of each person who reads concerns. */
@Repository
class Custodies {

    private static final String ALL =
            """
            select concern::text || '/' || part as name, concern, part, null as recipient, sealed_private, custodian_key
            from concern.concern_key
            union all
            select recipient, null, null, recipient, sealed_private, custodian_key from concern.recipient_key""";

    private final JdbcClient jdbc;

    Custodies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param name concern and part, or the account name
     * @param recipient null for that of a concern
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Custody(String name, @Nullable String recipient, byte[] sealedPrivate, byte[] context) {}

    Map<Long, Integer> byKey() {
        Map<Long, Integer> counted = new LinkedHashMap<>();
        jdbc.sql("select custodian_key, count(*) from (" + ALL + ") k group by custodian_key order by custodian_key")
                .query(row -> {
                    counted.put(row.getLong(1), row.getInt(2));
                });
        return counted;
    }

    /** At most this many that another key has sealed. */
    List<Custody> notUnder(long key, Collection<String> except, int limit) {
        return jdbc.sql("select * from (" + ALL
                        + ") k where custodian_key <> :key and name <> all(:except) order by name limit :limit")
                .param("key", key)
                .param("except", except.toArray(String[]::new))
                .param("limit", limit)
                .query(Custodies::custody)
                .list();
    }

    /** Only where nobody replaced it meanwhile. */
    void replace(Custody custody, byte[] sealedPrivate, long key) {
        String table = custody.recipient() == null ? "concern.concern_key" : "concern.recipient_key";
        String name = custody.recipient() == null ? "concern::text || '/' || part" : "recipient";
        jdbc.sql("update " + table + " set sealed_private = :sealed, custodian_key = :key where " + name
                        + " = :name and sealed_private = :before")
                .param("sealed", sealedPrivate)
                .param("key", key)
                .param("name", custody.name())
                .param("before", custody.sealedPrivate())
                .update();
    }

    private static Custody custody(ResultSet row, int number) throws SQLException {
        String recipient = row.getString("recipient");
        byte[] context = recipient == null
                ? Context.ofConcern(
                        new ConcernId(row.getObject("concern", UUID.class)), new Part(row.getString("part")))
                : Context.ofRecipient(recipient);
        return new Custody(row.getString("name"), recipient, row.getBytes("sealed_private"), context);
    }
}
