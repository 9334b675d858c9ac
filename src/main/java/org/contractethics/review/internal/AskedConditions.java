package org.contractethics.review.internal;

import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.Decision.AnsweredCondition;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the conditions that votes asked for, kept with the decision. */
final class AskedConditions {

    private final JdbcClient jdbc;

    AskedConditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DecisionId decision, List<AnsweredCondition> all) {
        all.forEach(asked -> add(decision, asked));
    }

    private void add(DecisionId decision, AnsweredCondition asked) {
        jdbc.sql(
                        """
                        insert into review.asked_condition (id, decision_id, voter, ordinal, text, taken_up, answer)
                        values (:id, :decision, :voter, :ordinal, :text, :takenUp, :answer)
                        """)
                .param("id", asked.id())
                .param("decision", decision.value())
                .param("voter", asked.condition().voter())
                .param("ordinal", asked.condition().ordinal())
                .param("text", asked.condition().text())
                .param("takenUp", asked.takenUp())
                .param("answer", asked.answer())
                .update();
    }

    List<AnsweredCondition> of(DecisionId decision) {
        return jdbc.sql(
                        """
                        select a.id, a.voter, v.role, a.ordinal, a.text, a.taken_up, a.answer
                        from review.asked_condition a
                        join review.decision d on d.id = a.decision_id
                        join review.vote v on v.review_id = d.review_id and v.round = d.round and v.voter = a.voter
                        where a.decision_id = :id order by a.voter, a.ordinal
                        """)
                .param("id", decision.value())
                .query((row, number) -> new AnsweredCondition(
                        row.getObject("id", UUID.class),
                        new AskedCondition(
                                row.getString("voter"),
                                Role.valueOf(row.getString("role")),
                                row.getInt("ordinal"),
                                row.getString("text")),
                        row.getBoolean("taken_up"),
                        row.getString("answer")))
                .list();
    }
}
