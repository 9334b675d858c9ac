package org.contractethics.concern.internal.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters in the database, without who signed them. */
@Repository
class LetterStore {

    private static final String SELECT =
            """
            select id, title, signing, reveal_at, version, opened_on, closed_on, names_destroyed_on,
                   (select reached_on from concern.letter_reveal r where r.letter = l.id and r.version = l.version) as reveal_reached_on
            from concern.letter l
            """;

    private final JdbcClient jdbc;

    LetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param issuing of letters that are only counted; null for others */
    record Version(LetterText text, @Nullable SealedKey issuing) {}

    /** @param open the public half, {@code sealed} the private one, for the vault */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record SealedKey(byte[] open, byte[] sealed) {}

    void add(Letter letter) {
        jdbc.sql(
                        """
                insert into concern.letter (id, title, signing, reveal_at, version, opened_on)
                values (:id, :title, :signing, :revealAt, :version, :opened)""")
                .param("id", letter.id().value())
                .param("title", letter.title())
                .param("signing", letter.signing().name())
                .param("revealAt", letter.revealAt(), java.sql.Types.INTEGER)
                .param("version", letter.version())
                .param("opened", letter.openedOn())
                .update();
    }

    void addContracts(ConcernId letter, Collection<ContractId> contracts) {
        for (ContractId contract : contracts) {
            jdbc.sql("insert into concern.letter_contract (letter, contract) values (:letter, :contract)")
                    .param("letter", letter.value())
                    .param("contract", contract.value())
                    .update();
        }
    }

    void addVersion(ConcernId letter, Version version) {
        SealedKey issuing = version.issuing();
        jdbc.sql(
                        """
                insert into concern.letter_version (letter, number, text, demands, written_on, issuing_key, sealed_issuing_key)
                values (:letter, :number, :text, :demands, :written, :open, :sealed)""")
                .param("letter", letter.value())
                .param("number", version.text().number())
                .param("text", version.text().text())
                .param("demands", version.text().demands().toArray(String[]::new))
                .param("written", version.text().writtenOn())
                .param("open", issuing == null ? null : issuing.open(), java.sql.Types.BINARY)
                .param("sealed", issuing == null ? null : issuing.sealed(), java.sql.Types.BINARY)
                .update();
    }

    void goOnTo(ConcernId letter, int version) {
        jdbc.sql("update concern.letter set version = :version where id = :letter")
                .param("letter", letter.value())
                .param("version", version)
                .update();
    }

    void close(ConcernId letter, LocalDate today) {
        jdbc.sql("update concern.letter set closed_on = :today where id = :letter")
                .param("letter", letter.value())
                .param("today", today)
                .update();
    }

    void revealReached(Letter letter, LocalDate today) {
        jdbc.sql("insert into concern.letter_reveal (letter, version, reached_on) values (:letter, :version, :today)")
                .param("letter", letter.id().value())
                .param("version", letter.version())
                .param("today", today)
                .update();
    }

    Optional<Letter> find(ConcernId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(LetterStore::letter)
                .optional();
    }

    /** Like {@link #find}, and nobody else signs or changes it until the transaction ends. */
    Optional<Letter> lock(ConcernId id) {
        return jdbc.sql(SELECT + "where id = :id for update of l")
                .param("id", id.value())
                .query(LetterStore::letter)
                .optional();
    }

    /** The newest first, those that can be signed before those that cannot. */
    List<Letter> all() {
        return jdbc.sql(SELECT + "order by closed_on is not null, opened_on desc, title, id limit 500")
                .query(LetterStore::letter)
                .list();
    }

    List<LetterText> texts(ConcernId letter) {
        return jdbc.sql(
                        """
                select number, text, demands, written_on from concern.letter_version where letter = :letter
                order by number desc""")
                .param("letter", letter.value())
                .query(LetterStore::text)
                .list();
    }

    /** Always in the same order, so that two letters never wait for each other's contracts. */
    List<ContractId> contracts(ConcernId letter) {
        return jdbc
                .sql("select contract from concern.letter_contract where letter = :letter order by contract")
                .param("letter", letter.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ContractId::new)
                .toList();
    }

    Optional<SealedKey> issuingKey(ConcernId letter, int version) {
        return jdbc.sql(
                        """
                select issuing_key, sealed_issuing_key from concern.letter_version
                where letter = :letter and number = :version and issuing_key is not null""")
                .param("letter", letter.value())
                .param("version", version)
                .query((row, number) -> new SealedKey(row.getBytes("issuing_key"), row.getBytes("sealed_issuing_key")))
                .optional();
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                new ConcernId(row.getObject("id", UUID.class)),
                row.getString("title"),
                SigningMode.valueOf(row.getString("signing")),
                row.getObject("reveal_at", Integer.class),
                row.getInt("version"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getObject("reveal_reached_on", LocalDate.class),
                row.getObject("names_destroyed_on", LocalDate.class));
    }

    private static LetterText text(ResultSet row, int number) throws SQLException {
        return new LetterText(
                row.getInt("number"),
                row.getString("text"),
                List.of((String[]) row.getArray("demands").getArray()),
                row.getObject("written_on", LocalDate.class));
    }
}
