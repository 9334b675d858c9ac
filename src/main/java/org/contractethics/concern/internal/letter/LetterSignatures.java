package org.contractethics.concern.internal.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.concern.internal.appeal.AppealRules;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signatures by which a person can be known: by name, or sealed under a mark. The database gives each its day. */
@Repository
class LetterSignatures {

    private final JdbcClient jdbc;

    LetterSignatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose signature it is, as far as it may be told from the row: exactly one of the two is there. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Signer(@Nullable String username, byte @Nullable [] mark) {

        static Signer named(String username) {
            return new Signer(username, null);
        }

        static Signer under(byte[] mark) {
            return new Signer(null, mark);
        }
    }

    /** @param username in letters with names; {@code sealed} elsewhere */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Given(
            UUID id,
            @Nullable String username,
            byte @Nullable [] sealed,
            LocalDate signedOn,
            @Nullable LocalDate invalidatedOn) {}

    /** False where this person has signed this version already. */
    boolean add(ConcernId letter, int version, UUID id, Signer signer, byte @Nullable [] sealed, boolean consents) {
        return jdbc.sql(
                                """
                insert into concern.letter_signature (id, letter, version, signer, mark, sealed, consents)
                values (:id, :letter, :version, :signer, :mark, :sealed, :consents) on conflict do nothing""")
                        .param("id", id)
                        .param("letter", letter.value())
                        .param("version", version)
                        .param("signer", signer.username(), java.sql.Types.VARCHAR)
                        .param("mark", signer.mark(), java.sql.Types.BINARY)
                        .param("sealed", sealed, java.sql.Types.BINARY)
                        .param("consents", consents)
                        .update()
                > 0;
    }

    /** Whether this person's signature on this version is there, valid or not. */
    Optional<Given> find(ConcernId letter, int version, Signer signer) {
        return jdbc.sql(
                        """
                select id, signer as username, sealed, signed_on, invalidated_on from concern.letter_signature
                where letter = :letter and version = :version and (signer = :signer or mark = :mark)""")
                .param("letter", letter.value())
                .param("version", version)
                .param("signer", signer.username(), java.sql.Types.VARCHAR)
                .param("mark", signer.mark(), java.sql.Types.BINARY)
                .query(Given.class)
                .optional();
    }

    void remove(UUID signature) {
        jdbc.sql("delete from concern.letter_signature where id = :id")
                .param("id", signature)
                .update();
    }

    /** False where there is no such valid signature on this version. */
    boolean invalidate(ConcernId letter, int version, UUID signature, Invalidation why) {
        return jdbc.sql(
                                """
                update concern.letter_signature
                set invalidated_on = :today, invalidated_by = :by, invalid_because = :because
                where id = :id and letter = :letter and version = :version and invalidated_on is null""")
                        .param("id", signature)
                        .param("letter", letter.value())
                        .param("version", version)
                        .param("today", why.on())
                        .param("by", why.by())
                        .param("because", why.because())
                        .update()
                > 0;
    }

    record Invalidation(LocalDate on, String by, String because) {}

    /** Valid signatures of days before this one, in no order of time. */
    List<Given> before(ConcernId letter, int version, LocalDate day) {
        return jdbc.sql(
                        """
                select id, signer as username, sealed, signed_on, invalidated_on from concern.letter_signature
                where letter = :letter and version = :version and invalidated_on is null and signed_on < :day
                order by signer, id""")
                .param("letter", letter.value())
                .param("version", version)
                .param("day", day)
                .query(Given.class)
                .list();
    }

    /** Valid signatures of today as well: for notices, never to be shown. */
    List<Given> all(ConcernId letter, int version) {
        return before(letter, version, LocalDate.of(9999, 12, 31));
    }

    /** Sealed names whose authors agreed that they be shown, and that nobody has opened yet, of days before this one. */
    List<Given> toReveal(ConcernId letter, int version, LocalDate day) {
        return jdbc.sql(
                        """
                select s.id, null as username, s.sealed, s.signed_on, s.invalidated_on from concern.letter_signature s
                where s.letter = :letter and s.version = :version and s.consents and s.invalidated_on is null
                  and s.signed_on < :day and not exists (select 1 from concern.letter_name n where n.signature = s.id)
                  and not exists (select 1 from concern.letter_name_broken b where b.signature = s.id)""")
                .param("letter", letter.value())
                .param("version", version)
                .param("day", day)
                .query(Given.class)
                .list();
    }

    void reveal(UUID signature, String username) {
        jdbc.sql("insert into concern.letter_name (signature, username) values (:signature, :username)")
                .param("signature", signature)
                .param("username", username)
                .update();
    }

    /** Its name was changed outside of the application: nobody tries to open it again. */
    void isBroken(UUID signature, LocalDate today) {
        jdbc.sql("insert into concern.letter_name_broken (signature, found_on) values (:signature, :today)")
                .param("signature", signature)
                .param("today", today)
                .update();
    }

    /**
     * Letters that had their number of valid signatures before this day, where that was not noted or names are to be opened. One that
     * fell below it opens no further name.
     */
    Set<ConcernId> withNamesToReveal(LocalDate day) {
        return jdbc
                .sql(
                        """
                select l.id from concern.letter l
                where l.signing = 'REVEALED_AT' and l.names_destroyed_on is null
                  and l.reveal_at <= (select count(*) from concern.letter_signature s
                                      where s.letter = l.id and s.version = l.version
                                        and s.invalidated_on is null and s.signed_on < :day)
                  and (not exists (select 1 from concern.letter_reveal r where r.letter = l.id and r.version = l.version)
                       or exists (select 1 from concern.letter_signature s
                                  where s.letter = l.id and s.version = l.version
                                    and s.consents and s.invalidated_on is null and s.signed_on < :day
                                    and not exists (select 1 from concern.letter_name n where n.signature = s.id)
                                    and not exists (select 1 from concern.letter_name_broken b where b.signature = s.id)))""")
                .param("day", day)
                .query(UUID.class)
                .list()
                .stream()
                .map(ConcernId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names that were opened, with the signatures they stand under. */
    List<Given> revealed(ConcernId letter, int version) {
        return jdbc.sql(
                        """
                select s.id, n.username, null as sealed, s.signed_on, s.invalidated_on from concern.letter_signature s
                join concern.letter_name n on n.signature = s.id
                where s.letter = :letter and s.version = :version and s.invalidated_on is null order by n.username""")
                .param("letter", letter.value())
                .param("version", version)
                .query(Given.class)
                .list();
    }

    /** Letters whose answer stands, whose sealed names nobody needs any more and no legal hold keeps. */
    List<ConcernId> withNamesToDestroy(LocalDate today) {
        return jdbc
                .sql(
                        """
                select l.id from concern.letter l join concern.concern c on c.id = l.id
                left join concern.appeal a on a.concern = l.id
                left join concern.appeal_ruling r on r.concern = l.id
                where l.signing <> 'NAMED' and l.names_destroyed_on is null
                  and c.status = 'ANSWERED' and c.answered_on + :days < :today
                  and (a.concern is null or r.concern is not null) and not concern.is_held(l.id, :today)
                order by l.id""")
                .param("days", AppealRules.DAYS_TO_APPEAL)
                .param("today", today)
                .query(UUID.class)
                .list()
                .stream()
                .map(ConcernId::new)
                .toList();
    }

    /** Letters with names to destroy some day. */
    List<ConcernId> namesNotDestroyed() {
        return jdbc
                .sql(
                        "select id from concern.letter where signing <> 'NAMED' and names_destroyed_on is null order by id")
                .query(UUID.class)
                .list()
                .stream()
                .map(ConcernId::new)
                .toList();
    }

    /** Letters whose names were destroyed, with the day. */
    Map<ConcernId, LocalDate> namesDestroyed() {
        return jdbc
                .sql("select id, names_destroyed_on from concern.letter where names_destroyed_on is not null")
                .query((row, number) -> Map.entry(
                        new ConcernId(row.getObject("id", UUID.class)),
                        row.getObject("names_destroyed_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Names, marks, and who had a blind signature made; how many had signed stays. */
    void destroyNames(ConcernId letter, LocalDate today) {
        jdbc.sql("select concern.destroy_names(:letter, :today)")
                .param("letter", letter.value())
                .param("today", today)
                .query((row, number) -> 0)
                .list();
    }
}
