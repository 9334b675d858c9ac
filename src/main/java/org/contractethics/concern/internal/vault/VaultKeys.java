package org.contractethics.concern.internal.vault;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys in the database: public halves, and private halves that somebody's key has sealed. */
@Repository
class VaultKeys {

    private final JdbcClient jdbc;

    VaultKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addConcernKey(ConcernId concern, Part part, byte[] publicKey, byte[] sealedPrivate, long custodianKey) {
        jdbc.sql(
                        """
                insert into concern.concern_key (concern, part, public_key, sealed_private, custodian_key)
                values (:concern, :part, :public, :private, :custodian)""")
                .param("concern", concern.value())
                .param("part", part.name())
                .param("public", publicKey)
                .param("private", sealedPrivate)
                .param("custodian", custodianKey)
                .update();
    }

    Optional<byte[]> publicKeyOf(ConcernId concern, Part part) {
        return bytes(
                "select public_key from concern.concern_key where concern = :concern and part = :part", concern, part);
    }

    Optional<byte[]> custodyOf(ConcernId concern, Part part) {
        return bytes(
                "select sealed_private from concern.concern_key where concern = :concern and part = :part",
                concern,
                part);
    }

    List<Part> partsOf(ConcernId concern) {
        return jdbc
                .sql("select part from concern.concern_key where concern = :concern order by part")
                .param("concern", concern.value())
                .query(String.class)
                .list()
                .stream()
                .map(Part::new)
                .toList();
    }

    void destroy(ConcernId concern) {
        jdbc.sql("delete from concern.concern_key where concern = :concern")
                .param("concern", concern.value())
                .update();
    }

    void destroy(ConcernId concern, Part part) {
        jdbc.sql("delete from concern.concern_key where concern = :concern and part = :part")
                .param("concern", concern.value())
                .param("part", part.name())
                .update();
    }

    /** Keeps the key of a person unless there is one. */
    void addRecipient(String recipient, byte[] publicKey, byte[] sealedPrivate, long custodianKey) {
        jdbc.sql(
                        """
                insert into concern.recipient_key (recipient, public_key, sealed_private, custodian_key)
                values (:recipient, :public, :private, :custodian) on conflict do nothing""")
                .param("recipient", recipient)
                .param("public", publicKey)
                .param("private", sealedPrivate)
                .param("custodian", custodianKey)
                .update();
    }

    Optional<byte[]> publicKeyOf(String recipient) {
        return jdbc.sql("select public_key from concern.recipient_key where recipient = :recipient")
                .param("recipient", recipient)
                .query(byte[].class)
                .optional();
    }

    void addWrap(ConcernId concern, Part part, String recipient, byte[] wrap) {
        jdbc.sql(
                        """
                insert into concern.key_wrap (concern, part, recipient, wrap)
                values (:concern, :part, :recipient, :wrap) on conflict do nothing""")
                .param("concern", concern.value())
                .param("part", part.name())
                .param("recipient", recipient)
                .param("wrap", wrap)
                .update();
    }

    /** @param sealedPrivate private half of the person's key, sealed for the custodian */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Wrap(byte[] wrap, byte[] sealedPrivate) {}

    Optional<Wrap> wrapOf(ConcernId concern, Part part, String recipient) {
        return jdbc.sql(
                        """
                select w.wrap, r.sealed_private from concern.key_wrap w join concern.recipient_key r using (recipient)
                where w.concern = :concern and w.part = :part and w.recipient = :recipient""")
                .param("concern", concern.value())
                .param("part", part.name())
                .param("recipient", recipient)
                .query((row, number) -> new Wrap(row.getBytes(1), row.getBytes(2)))
                .optional();
    }

    void withdraw(ConcernId concern, String recipient) {
        jdbc.sql("delete from concern.key_wrap where concern = :concern and recipient = :recipient")
                .param("concern", concern.value())
                .param("recipient", recipient)
                .update();
    }

    void putFilerWrap(ConcernId concern, Part part, byte[] wrap) {
        jdbc.sql("delete from concern.filer_wrap where concern = :concern and part = :part")
                .param("concern", concern.value())
                .param("part", part.name())
                .update();
        jdbc.sql("insert into concern.filer_wrap (concern, part, wrap) values (:concern, :part, :wrap)")
                .param("concern", concern.value())
                .param("part", part.name())
                .param("wrap", wrap)
                .update();
    }

    Optional<byte[]> filerWrapOf(ConcernId concern, Part part) {
        return bytes("select wrap from concern.filer_wrap where concern = :concern and part = :part", concern, part);
    }

    private Optional<byte[]> bytes(String sql, ConcernId concern, Part part) {
        UUID id = concern.value();
        return jdbc.sql(sql)
                .param("concern", id)
                .param("part", part.name())
                .query(byte[].class)
                .optional();
    }
}
