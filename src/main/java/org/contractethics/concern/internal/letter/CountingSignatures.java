package org.contractethics.concern.internal.letter;

import java.time.LocalDate;
import java.util.Locale;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many have signed. What people are shown is rounded down to steps of five and moves once a day: nobody can tell by looking again
 * and again that a colleague has just signed.
 */
@Repository
class CountingSignatures {

    static final int STEP = 5;

    private final JdbcClient jdbc;

    CountingSignatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Valid signatures on the version at this moment; for consequences, never to be shown. */
    int now(ConcernId letter, int version) {
        return jdbc.sql("select concern.signatures_of(:letter, :version)")
                .param("letter", letter.value())
                .param("version", version)
                .query(Integer.class)
                .single();
    }

    /** What may be shown: those of days before this one, rounded down. */
    int shown(ConcernId letter, int version, LocalDate today) {
        int before = jdbc.sql(
                        """
                select (select count(*) from concern.letter_signature
                        where letter = :letter and version = :version and invalidated_on is null and signed_on < :today)
                     + (select count(*) from concern.letter_token
                        where letter = :letter and version = :version and signed_on < :today)""")
                .param("letter", letter.value())
                .param("version", version)
                .param("today", today)
                .query(Integer.class)
                .single();
        return before / STEP * STEP;
    }

    /** In words, for example "At least 15 people". */
    static String inWords(int shown) {
        return shown < STEP ? "Fewer than 5 people" : String.format(Locale.ROOT, "At least %,d people", shown);
    }
}
