package org.contractethics.review.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.contractethics.shared.KeptTables;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the record see decisions and what belongs to them: votes, dissents, conditions and the rulings on them, confirmed signatures. */
@Component
class JudgementsForTheRecord implements KeptTables {

    private static final String COMMITMENT = "commitment";

    private static final String DECISIONS =
            """
            select d.id, d.review_id as owner, d.id::text as decision, d.contract_id::text as contract, d.outcome, d.tier,
                array_to_string(d.rights, ',') as rights, d.reasons,
                (select count(*) from review.condition c where c.decision_id = d.id)::text as conditions,
                d.policy_number::text as policy, d.policy_hash, d.document_set_hash,
                coalesce(d.expires_on::text, '') as expires_on, d.decided_by, coalesce(c.person, '') as countersigner,
                to_char(date_trunc('milliseconds', d.decided_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as decided
            from review.decision d
                left join review.residual_countersignature c on c.id = d.residual_standing and c.agreed
            order by d.decided_at, d.id""";

    private final JdbcClient jdbc;

    JudgementsForTheRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        Set<String> decisions = ids("review.decision");
        return List.of(
                votes(),
                decisions(),
                dissents(decisions),
                conditions(decisions),
                asked(decisions),
                rulings(),
                signatures(decisions));
    }

    /** All that the entry says, and when it says it was: papers and the gate of signatures take their facts from the row. */
    private KeptTable decisions() {
        return new KeptTable(
                "decision",
                "review.decision",
                List.of("decision-recorded"),
                "reviewId",
                List.of(
                        "decisionId",
                        CONTRACT,
                        "outcome",
                        "tier",
                        "rights",
                        "reasons",
                        "conditions",
                        "policyVersion",
                        "policyHash",
                        "documentSetHash",
                        "expiresOn",
                        "decidedBy",
                        ACTOR,
                        "residualCountersignedBy",
                        AT),
                ids("review.review"),
                rows(
                        DECISIONS,
                        values(
                                "decision",
                                "contract",
                                "outcome",
                                "tier",
                                "rights",
                                "reasons",
                                "conditions",
                                "policy",
                                "policy_hash",
                                "document_set_hash",
                                "expires_on",
                                "decided_by",
                                "decided_by",
                                "countersigner",
                                "decided")));
    }

    /** The commitment is over everything that a vote says, so it is computed again from the row. */
    private KeptTable votes() {
        return new KeptTable(
                "vote",
                "review.vote",
                List.of("vote-cast"),
                "reviewId",
                List.of(COMMITMENT, "round", COMMITMENT),
                ids("review.review"),
                rows("select * from review.vote order by cast_at, id", JudgementsForTheRecord::vote));
    }

    private KeptTable dissents(Set<String> decisions) {
        return new KeptTable(
                "dissent",
                "review.dissent",
                List.of("dissent-recorded"),
                "decisionId",
                List.of("voter", "outcome", "reasons"),
                decisions,
                rows(
                        "select id, decision_id as owner, voter, outcome, reasons from review.dissent order by id",
                        values("voter", "outcome", "reasons")));
    }

    private KeptTable conditions(Set<String> decisions) {
        return new KeptTable(
                "condition",
                "review.condition",
                List.of("condition-imposed"),
                "decisionId",
                List.of("conditionId", "owner", "dueOn", "blocking"),
                decisions,
                rows(
                        """
                        select id, decision_id as owner, id::text as condition, owner as holder, due_on::text as due,
                            blocking::text as blocking from review.condition order by id""",
                        values("condition", "holder", "due", "blocking")));
    }

    private KeptTable asked(Set<String> decisions) {
        return new KeptTable(
                "asked condition",
                "review.asked_condition",
                List.of("asked-condition-answered"),
                "decisionId",
                List.of("askedId", "voter", "ordinal", "takenUp", "answer"),
                decisions,
                rows(
                        """
                        select id, decision_id as owner, id::text as asked, voter, ordinal::text as place,
                            taken_up::text as taken_up, answer
                        from review.asked_condition order by 1""",
                        values("asked", "voter", "place", "taken_up", "answer")));
    }

    private KeptTable rulings() {
        return new KeptTable(
                "ruling on a condition",
                "review.condition_ruling",
                List.of("condition-met", "condition-not-met", "condition-waived"),
                "conditionId",
                List.of(KIND, ACTOR, "reasons"),
                ids("review.condition"),
                rows(
                        """
                        select id, condition_id as owner, 'condition-' || lower(replace(result, '_', '-')) as kind, ruled_by,
                            reasons from review.condition_ruling order by ruled_at, id""",
                        values("kind", "ruled_by", "reasons")));
    }

    private KeptTable signatures(Set<String> decisions) {
        return new KeptTable(
                "confirmed signature",
                "review.gate_confirmation",
                List.of("contract-signed"),
                "decisionId",
                List.of("contractId", "documentSetHash", ACTOR),
                decisions,
                rows(
                        """
                        select id, decision_id as owner, contract_id::text as contract, document_set_hash, confirmed_by
                        from review.gate_confirmation order by confirmed_at, id""",
                        values("contract", "document_set_hash", "confirmed_by")));
    }

    private List<Row> rows(String sql, RowMapper<Row> mapper) {
        return jdbc.sql(sql).query(mapper).list();
    }

    private Set<String> ids(String table) {
        return new HashSet<>(
                jdbc.sql("select id::text from " + table).query(String.class).list());
    }

    private static RowMapper<Row> values(String... columns) {
        return (row, number) -> {
            String[] values = new String[columns.length];
            for (int i = 0; i < columns.length; i++) {
                values[i] = row.getString(columns[i]);
            }
            return new Row(row.getString("id"), row.getString("owner"), List.of(values));
        };
    }

    private static Row vote(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("review_id"),
                List.of(row.getString(COMMITMENT), row.getString("round"), commitment(row, number)));
    }

    /** Empty where the row holds what no vote can say. */
    private static String commitment(ResultSet row, int number) throws SQLException {
        try {
            return Votes.vote(row, number).commitment();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
