package org.contractethics.concern.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals apart what an earlier version sealed for all who handle a concern, the names of confidential filers and original files, and gives
 * each original the key of its own that an earlier version did not. It needs the custodian's private key, so it is done while the application runs and not by a migration, which would keep a sealed start from
 * coming up.
 */
@Component
class SealingApart implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(SealingApart.class);
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final TransactionTemplate transaction;

    SealingApart(JdbcClient jdbc, Vault vault, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.transaction = transaction;
    }

    @Override
    public void run() {
        if (!vault.isSealed()) {
            names().forEach(id -> transaction.executeWithoutResult(status -> sealName(id)));
            originals().forEach(original -> transaction.executeWithoutResult(status -> sealOriginal(original)));
        }
    }

    private List<ConcernId> names() {
        return jdbc
                .sql(
                        """
                select i.concern from concern.identity i join concern.concern c on c.id = i.concern
                where i.part = 'HANDLING' and c.mode = 'CONFIDENTIAL'
                  and exists (select 1 from concern.concern_key k where k.concern = i.concern) limit :limit""")
                .param("limit", AT_ONCE)
                .query(UUID.class)
                .list()
                .stream()
                .map(ConcernId::new)
                .toList();
    }

    private void sealName(ConcernId id) {
        byte[] sealed = jdbc.sql(
                        "select name from concern.identity where concern = :id and part = 'HANDLING' for update")
                .param("id", id.value())
                .query(byte[].class)
                .single();
        jdbc.sql("update concern.identity set name = :name, part = 'IDENTITY' where concern = :id")
                .param("name", apart(id, Part.HANDLING, Part.IDENTITY, SealedWords.NAME, sealed))
                .param("id", id.value())
                .update();
        log.info("name sealed apart concern={}", id);
    }

    private record Original(UUID concern, int number) {}

    private List<Original> originals() {
        return jdbc.sql(
                        """
                select concern, number from concern.attachment a
                where original_part <> 'ORIGINAL/' || number
                  and exists (select 1 from concern.concern_key k where k.concern = a.concern) limit :limit""")
                .param("limit", AT_ONCE)
                .query(Original.class)
                .list();
    }

    private void sealOriginal(Original original) {
        sealAlone(new ConcernId(original.concern()), original.number());
    }

    /** @param part whose key opens it now */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes on their way, never compared
    private record Together(byte[] original, Part part) {}

    /** Gives one original a key of its own, in the transaction of the caller; nothing where it has one. */
    void sealAlone(ConcernId id, int number) {
        together(id, number).ifPresent(before -> {
            Part alone = Part.original(number);
            byte[] sealed = apart(id, before.part(), alone, FilesOfConcerns.original(number), before.original());
            jdbc.sql(
                            """
                    update concern.attachment set original = :original, original_part = :part
                    where concern = :id and number = :number""")
                    .param("original", sealed)
                    .param("part", alone.name())
                    .param("id", id.value())
                    .param("number", number)
                    .update();
            destroyCommonKey(id);
        });
    }

    private Optional<Together> together(ConcernId id, int number) {
        return jdbc.sql(
                        """
                select original, original_part from concern.attachment
                where concern = :id and number = :number and original_part <> :alone for update""")
                .param("id", id.value())
                .param("number", number)
                .param("alone", Part.original(number).name())
                .query((row, line) -> new Together(row.getBytes(1), new Part(row.getString(2))))
                .optional();
    }

    /** The key that opened all originals goes with the last one that it opens. */
    private void destroyCommonKey(ConcernId id) {
        boolean needed = jdbc.sql(
                        "select exists (select 1 from concern.attachment where concern = :id and original_part = :common)")
                .param("id", id.value())
                .param("common", Part.ALL_ORIGINALS.name())
                .query(Boolean.class)
                .single();
        if (!needed) {
            vault.destroy(id, Part.ALL_ORIGINALS);
        }
    }

    private byte[] apart(ConcernId id, Part from, Part to, String field, byte[] sealed) {
        vault.beginApart(id, to);
        return vault.reseal(id, from, to, field, sealed);
    }
}
