package org.contractethics.concern.internal;

import java.time.LocalDate;
import java.util.List;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What reviewers asked about collective letters, and what was released of the answers: shown to everybody, and therefore not sealed. */
@Repository
public class ShownAnswers {

    private final JdbcClient jdbc;

    ShownAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param question as it was passed on to whoever opened the letter
     * @param answer what those who handle the letter released of it
     */
    public record ShownAnswer(int number, String question, String answer, LocalDate releasedOn) {}

    /** Refused by the database unless it was released. */
    public void add(ConcernId letter, ShownAnswer shown) {
        jdbc.sql(
                        """
                insert into concern.letter_shown_answer (letter, number, question, answer, released_on)
                values (:letter, :number, :question, :answer, :on)""")
                .param("letter", letter.value())
                .param("number", shown.number())
                .param("question", shown.question())
                .param("answer", shown.answer())
                .param("on", shown.releasedOn())
                .update();
    }

    /** In the order in which reviewers asked. */
    public List<ShownAnswer> of(ConcernId letter) {
        return jdbc.sql(
                        """
                select number, question, answer, released_on from concern.letter_shown_answer
                where letter = :letter order by number""")
                .param("letter", letter.value())
                .query(ShownAnswer.class)
                .list();
    }

    /** Whether everybody reads who signed. */
    public boolean isSignedWithNames(ConcernId letter) {
        return jdbc.sql("select signing = 'NAMED' from concern.letter where id = :letter")
                .param("letter", letter.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
