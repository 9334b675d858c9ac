package org.contractethics.concern.internal;

import java.util.List;
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
 * Seals apart what an earlier version sealed for all who handle a concern: the names of confidential filers, and original files. It needs
 * the custodian's private key, so it is done while the application runs and not by a migration, which would keep a sealed start from
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
        byte[] sealed =
                bytes("select name from concern.identity where concern = :id and part = 'HANDLING' for update", id, 0);
        jdbc.sql("update concern.identity set name = :name, part = 'IDENTITY' where concern = :id")
                .param("name", apart(id, Part.IDENTITY, SealedWords.NAME, sealed))
                .param("id", id.value())
                .update();
        log.info("name sealed apart concern={}", id);
    }

    private record Original(UUID concern, int number) {}

    private List<Original> originals() {
        return jdbc.sql(
                        """
                select concern, number from concern.attachment a
                where original_part = 'HANDLING'
                  and exists (select 1 from concern.concern_key k where k.concern = a.concern) limit :limit""")
                .param("limit", AT_ONCE)
                .query(Original.class)
                .list();
    }

    private void sealOriginal(Original original) {
        ConcernId id = new ConcernId(original.concern());
        byte[] sealed = bytes(
                "select original from concern.attachment where concern = :id and number = :number for update",
                id,
                original.number());
        jdbc.sql(
                        """
                update concern.attachment set original = :original, original_part = 'ORIGINAL'
                where concern = :id and number = :number""")
                .param("original", apart(id, Part.ORIGINAL, FilesOfConcerns.original(original.number()), sealed))
                .param("id", id.value())
                .param("number", original.number())
                .update();
    }

    private byte[] apart(ConcernId id, Part part, String field, byte[] sealed) {
        vault.beginApart(id, part);
        return vault.reseal(id, Part.HANDLING, part, field, sealed);
    }

    private byte[] bytes(String sql, ConcernId id, int number) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("number", number)
                .query(byte[].class)
                .single();
    }
}
