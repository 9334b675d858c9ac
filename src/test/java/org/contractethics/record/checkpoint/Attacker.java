package org.contractethics.record.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.signing.EntryMac;
import org.contractethics.record.signing.Notes;
import org.contractethics.record.signing.SigningKey;
import org.contractethics.record.verification.Scans;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with every right in the database, who knows how the record is made. */
final class Attacker {

    private final JdbcClient jdbc;

    Attacker(MigratedDatabase database) {
        this.jdbc = JdbcClient.create(database.asOwner());
        removeGuards();
        jdbc.sql("alter table record.entry drop constraint entry_leaf_is_the_hash_of_the_body")
                .update();
        jdbc.sql("alter table record.entry drop constraint entry_has_a_mac").update();
        jdbc.sql("alter table record.sealed drop constraint sealed_n_fkey").update();
    }

    void removeGuards() {
        for (String table : List.of("entry", "head", "sealed", "checkpoint", "cosignature", "mac_start")) {
            jdbc.sql("alter table record." + table + " disable trigger user").update();
        }
    }

    /** So that the application can go on as if nothing had happened. */
    void restoreGuards() {
        jdbc.sql("alter table record.entry enable trigger user").update();
        jdbc.sql("alter table record.head enable trigger user").update();
    }

    void sql(String statement) {
        jdbc.sql(statement).update();
    }

    byte[] body(long n) {
        return jdbc.sql("select body from record.entry where n = ?")
                .param(n)
                .query(byte[].class)
                .single();
    }

    /** Changes the bytes of an entry, its leaf hash if asked, and nothing else. */
    void rewrite(long n, String from, String to, boolean leafToo) {
        byte[] body =
                new String(body(n), StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8);
        jdbc.sql("update record.entry set body = ?, leaf = ? where n = ?")
                .params(body, leafToo ? Scans.leaf(body) : leaf(n), n)
                .update();
    }

    private byte[] leaf(long n) {
        return jdbc.sql("select leaf from record.entry where n = ?")
                .param(n)
                .query(byte[].class)
                .single();
    }

    /** Head and tree over the entries as they now are. */
    void rebuild() {
        sql(
                """
                with recursive tree (size, frontier) as (
                    select 0::bigint, ''::bytea
                    union all
                    select size + 1, record.extended_frontier(size, frontier, e.leaf)
                        from tree join record.entry e on e.n = tree.size)
                update record.head h set size = t.size, frontier = t.frontier, root = record.root_of(t.frontier)
                from (select * from tree order by size desc limit 1) t""");
    }

    /** With the key of the record: signs what now is there, at the sizes that were signed. */
    void signAnew(SigningKey key) {
        List<Long> sizes = jdbc.sql("select size from record.checkpoint order by size")
                .query(Long.class)
                .list();
        sql("delete from record.cosignature");
        sql("delete from record.checkpoint");
        for (long size : sizes) {
            byte[] root = new RecordTree(jdbc).hashes().root(size);
            String text = Notes.checkpoint(ProvableRecord.ORIGIN, size, root);
            jdbc.sql("insert into record.checkpoint values (?, ?, ?, ?, now())")
                    .params(ProvableRecord.ORIGIN, size, root, Notes.signed(text, List.of(key.sign(text))))
                    .update();
        }
    }

    /** With the other key as well. */
    void macAnew(EntryMac macs) {
        jdbc.sql("select n, leaf from record.entry")
                .query((row, number) -> List.of(row.getLong("n"), macs.of(row.getLong("n"), row.getBytes("leaf"))))
                .list()
                .forEach(pair -> jdbc.sql("update record.entry set mac = ? where n = ?")
                        .params(pair.get(1), pair.get(0))
                        .update());
    }

    /** Moves the entries from one number on by one, bodies included. */
    void renumberDown(long from) {
        List<Long> later = jdbc.sql("select n from record.entry where n > ? order by n")
                .param(from)
                .query(Long.class)
                .list();
        for (long n : later) {
            jdbc.sql("update record.entry set n = ? where n = ?")
                    .params(n - 1, n)
                    .update();
            jdbc.sql("update record.sealed set n = ? where n = ?")
                    .params(n - 1, n)
                    .update();
            rewrite(n - 1, "\"seq\":" + n, "\"seq\":" + (n - 1), true);
        }
    }

    /** Puts an entry behind the last one, under the keyed hash given. */
    @SuppressWarnings("NullAway") // a parameter of a statement may be null
    void append(byte[] body, byte @Nullable [] mac, String occurredAt) {
        jdbc.sql(
                        """
                        insert into record.entry (n, kind, contract, actor, occurred_at, recorded_at, body, leaf, mac)
                        select size, told ->> 'kind', (told ->> 'contract')::uuid, told ->> 'actor', ?::timestamptz,
                            ?::timestamptz, ?, ?, ?
                        from record.head, (select convert_from(?, 'UTF8')::jsonb as told) said""")
                .params(occurredAt, occurredAt, body, Scans.leaf(body), mac, body)
                .update();
        rebuild();
    }
}
