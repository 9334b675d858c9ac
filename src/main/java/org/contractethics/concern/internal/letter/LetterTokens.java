package org.contractethics.concern.internal.letter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters that are only counted: who was issued a token, and which tokens came back. Nothing joins the two. */
@Repository
class LetterTokens {

    private final JdbcClient jdbc;

    LetterTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hash of what this person had signed for this version; empty where they had nothing signed. */
    Optional<byte[]> issuedTo(ConcernId letter, int version, String username) {
        return jdbc.sql(
                        """
                select blinded from concern.letter_issue
                where letter = :letter and version = :version and username = :username""")
                .param("letter", letter.value())
                .param("version", version)
                .param("username", username)
                .query(byte[].class)
                .optional();
    }

    void issued(ConcernId letter, int version, String username, byte[] blinded) {
        jdbc.sql(
                        """
                insert into concern.letter_issue (letter, version, username, blinded)
                values (:letter, :version, :username, :blinded)""")
                .param("letter", letter.value())
                .param("version", version)
                .param("username", username)
                .param("blinded", blinded)
                .update();
    }

    boolean isRedeemed(ConcernId letter, int version, byte[] token) {
        return jdbc.sql(
                        """
                select exists (select 1 from concern.letter_token
                               where letter = :letter and version = :version and token = :token)""")
                .param("letter", letter.value())
                .param("version", version)
                .param("token", token)
                .query(Boolean.class)
                .single();
    }

    /**
     * Adds a token, and lays down those of this day anew in the order of their hashes: the rows of a table lie in the order in which
     * they came, and beside the order of the issue log that could tell whose they are. The letter must be locked.
     */
    void redeemed(ConcernId letter, int version, byte[] token) {
        List<byte[]> today = new ArrayList<>(jdbc.sql(
                        """
                delete from concern.letter_token
                where letter = :letter and version = :version and signed_on = (now() at time zone 'UTC')::date
                returning token""")
                .param("letter", letter.value())
                .param("version", version)
                .query(byte[].class)
                .list());
        today.add(token);
        today.sort(Arrays::compareUnsigned);
        jdbc.sql(
                        """
                insert into concern.letter_token (letter, version, token)
                select :letter, :version, t from unnest(:tokens) t""")
                .param("letter", letter.value())
                .param("version", version)
                .param("tokens", today.toArray(byte[][]::new))
                .update();
    }

    /** False where it does not count. */
    boolean remove(ConcernId letter, int version, byte[] token) {
        return jdbc.sql(
                                """
                delete from concern.letter_token where letter = :letter and version = :version and token = :token""")
                        .param("letter", letter.value())
                        .param("version", version)
                        .param("token", token)
                        .update()
                > 0;
    }
}
