package org.contractethics.concern.internal;

import java.util.Optional;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers to collective letters: given to everybody, and therefore not sealed. */
@Repository
class PublishedAnswers {

    private final JdbcClient jdbc;

    PublishedAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ConcernId letter, Answer answer) {
        jdbc.sql(
                        """
                insert into concern.letter_answer (letter, officer, answered_on, considered, decision, article, effect, appeal)
                values (:letter, :officer, :on, :considered, :decision, :article, :effect, :appeal)""")
                .param("letter", letter.value())
                .param("officer", answer.officer())
                .param("on", answer.answeredOn())
                .param("considered", answer.considered())
                .param("decision", answer.decision())
                .param("article", answer.article())
                .param("effect", answer.effect())
                .param("appeal", answer.appeal())
                .update();
    }

    Optional<Answer> answerTo(ConcernId letter) {
        return jdbc.sql(
                        """
                select officer, answered_on, considered, decision, article, effect, appeal
                from concern.letter_answer where letter = :letter""")
                .param("letter", letter.value())
                .query(Answer.class)
                .optional();
    }
}
