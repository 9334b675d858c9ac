package org.contractethics.screening.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.UUID;
import org.contractethics.screening.internal.Hit.Answer;
import org.contractethics.screening.internal.Hit.Approval;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people say of hits. */
@Repository
class AnswerStore {

    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID hit, Answer answer) {
        jdbc.sql(
                        """
                        insert into screening.answer (hit_id, number, verdict, evidence, reason, ends_on, answered_by, answered_at)
                        values (:hit, :number, :verdict, :evidence, :reason, :ends, :by, :at)
                        """)
                .param("hit", hit)
                .param("number", answer.number())
                .param("verdict", answer.verdict().name())
                .param("evidence", answer.evidence())
                .param("reason", answer.reason())
                .param("ends", answer.endsOn(), Types.DATE)
                .param("by", answer.by())
                .param("at", Timestamp.from(answer.at()))
                .update();
    }

    void add(UUID hit, int number, Approval approval) {
        jdbc.sql(
                        """
                        insert into screening.approval (hit_id, number, approved, reason, decided_by, decided_at)
                        values (:hit, :number, :approved, :reason, :by, :at)
                        """)
                .param("hit", hit)
                .param("number", number)
                .param("approved", approval.approved())
                .param("reason", approval.reason())
                .param("by", approval.by())
                .param("at", Timestamp.from(approval.at()))
                .update();
    }
}
