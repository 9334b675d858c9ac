package org.contractethics.review.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.Decision.Condition;
import org.contractethics.review.internal.Decision.DecisionTables;
import org.contractethics.review.internal.Decision.Dissent;
import org.contractethics.review.internal.Verdict.Hold;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions with their conditions and dissents. */
@Repository
public class Decisions {

    private final JdbcClient jdbc;
    private final Json json;
    private final AskedConditions asked;

    Decisions(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
        this.asked = new AskedConditions(jdbc);
    }

    /** @param appealEndsAt first moment at which it can be appealed no more */
    void add(Decision decision, Instant appealEndsAt) {
        jdbc.sql(
                        """
                        insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons, rights,
                            policy_number, policy_hash, document_set_hash, contract_version, tables, decided_by,
                            decided_at, expires_on, appeal_ends_at)
                        values (:id, :review, :contract, :pass, :round, :tier, :outcome, :reasons, :rights,
                            :policyNumber, :policyHash, :documentSetHash, :contractVersion, cast(:tables as jsonb),
                            :decidedBy, :decidedAt, :expiresOn, :appealEndsAt)
                        """)
                .param("id", decision.id().value())
                .param("review", decision.review().value())
                .param("contract", decision.contract().value())
                .param("pass", decision.pass())
                .param("round", decision.round())
                .param("tier", decision.tier().name())
                .param("outcome", decision.outcome().name())
                .param("reasons", decision.reasons())
                .param("rights", Rows.array(decision.rights()))
                .param("policyNumber", decision.policyNumber())
                .param("policyHash", decision.policyHash())
                .param("documentSetHash", decision.documentSetHash())
                .param("contractVersion", decision.contractVersion())
                .param("tables", json.write(decision.tables()))
                .param("decidedBy", decision.decidedBy())
                .param("decidedAt", Rows.at(decision.decidedAt()))
                .param("expiresOn", decision.expiresOn())
                .param("appealEndsAt", Rows.at(appealEndsAt))
                .update();
        for (int ordinal = 0; ordinal < decision.conditions().size(); ordinal++) {
            addCondition(decision.id(), ordinal + 1, decision.conditions().get(ordinal));
        }
        asked.add(decision.id(), decision.asked());
        decision.dissents().forEach(dissent -> addDissent(decision.id(), dissent));
    }

    /** What goes with a suspension; before the contract is suspended. */
    void hold(DecisionId decision, Hold hold) {
        jdbc.sql(
                        """
                        insert into review.hold_by_decision (decision_id, customer_notice, safety)
                        values (:id, :notice, :safety)
                        """)
                .param("id", decision.value())
                .param("notice", hold.customerNotice())
                .param("safety", hold.safety())
                .update();
    }

    /** What the customer was told with the decision to suspend; empty of any other decision. */
    public Optional<Hold> hold(DecisionId decision) {
        return jdbc.sql("select customer_notice, safety from review.hold_by_decision where decision_id = :id")
                .param("id", decision.value())
                .query((row, number) -> new Hold(row.getString("customer_notice"), row.getString("safety")))
                .optional();
    }

    private void addCondition(DecisionId decision, int ordinal, Condition condition) {
        jdbc.sql(
                        """
                        insert into review.condition (id, decision_id, ordinal, text, owner, due_on, blocking, evidence)
                        values (:id, :decision, :ordinal, :text, :owner, :dueOn, :blocking, :evidence)
                        """)
                .param("id", condition.id())
                .param("decision", decision.value())
                .param("ordinal", ordinal)
                .param("text", condition.text())
                .param("owner", condition.owner())
                .param("dueOn", condition.dueOn())
                .param("blocking", condition.blocking())
                .param("evidence", condition.evidence())
                .update();
    }

    private void addDissent(DecisionId decision, Dissent dissent) {
        jdbc.sql(
                        """
                        insert into review.dissent (id, decision_id, voter, role, outcome, rights, severity, reasons)
                        values (:id, :decision, :voter, :role, :outcome, :rights, :severity, :reasons)
                        """)
                .param("id", UUID.randomUUID())
                .param("decision", decision.value())
                .param("voter", dissent.voter())
                .param("role", dissent.role().name())
                .param("outcome", dissent.outcome().name())
                .param("rights", Rows.array(dissent.rights()))
                .param("severity", dissent.severity())
                .param("reasons", dissent.reasons())
                .update();
    }

    /** There is one with this id. */
    public Decision get(DecisionId id) {
        UUID review = jdbc.sql("select review_id from review.decision where id = :id")
                .param("id", id.value())
                .query(UUID.class)
                .single();
        return of(new ReviewId(review)).stream()
                .filter(decision -> decision.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Every decision of the review, the newest first. */
    public List<Decision> of(ReviewId review) {
        return jdbc.sql("select * from review.decision where review_id = :review order by decided_at desc, pass desc")
                .param("review", review.value())
                .query((row, number) -> map(row))
                .list();
    }

    /** The approval that the contract of the review can be signed on; refused where the last decision is none (H7). */
    public Decision approvalToSignOn(ReviewId review) {
        return latestOf(review)
                .filter(Decision::approves)
                .orElseThrow(() -> Refused.conflict("There is no approval to sign on (H7)."));
    }

    public Optional<Decision> latestOf(ReviewId review) {
        return of(review).stream().findFirst();
    }

    /** The newest decision of any review of the contract. */
    public Optional<Decision> latestAbout(ContractId contract) {
        return jdbc.sql(
                        """
                        select * from review.decision where contract_id = :contract
                         order by decided_at desc, pass desc limit 1
                        """)
                .param("contract", contract.value())
                .query((row, number) -> map(row))
                .optional();
    }

    /** Why the approval holds no longer; empty while it does. */
    public Optional<String> lapse(DecisionId decision) {
        return jdbc.sql("select reason from review.decision_lapse where decision_id = :id")
                .param("id", decision.value())
                .query(String.class)
                .optional();
    }

    void lapse(DecisionId decision, String reason, Instant at) {
        jdbc.sql(
                        """
                        insert into review.decision_lapse (decision_id, reason, lapsed_at) values (:id, :reason, :at)
                        on conflict do nothing
                        """)
                .param("id", decision.value())
                .param("reason", reason)
                .param("at", Rows.at(at))
                .update();
    }

    /** @param execution what was stated of the signature and its executed copies */
    void confirm(Decision decision, String documentSetHash, UUID execution, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into review.gate_confirmation (id, review_id, contract_id, decision_id, document_set_hash,
                            execution_id, confirmed_by, confirmed_at)
                        values (:id, :review, :contract, :decision, :hash, :execution, :by, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("review", decision.review().value())
                .param("contract", decision.contract().value())
                .param("decision", decision.id().value())
                .param("hash", documentSetHash)
                .param("execution", execution)
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    private Decision map(ResultSet row) throws SQLException {
        DecisionId id = new DecisionId(row.getObject("id", UUID.class));
        return new Decision(
                id,
                new ReviewId(row.getObject("review_id", UUID.class)),
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getInt("pass"),
                row.getInt("round"),
                Tier.valueOf(row.getString("tier")),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reasons"),
                Rows.texts(row, "rights"),
                row.getInt("policy_number"),
                row.getString("policy_hash"),
                row.getString("document_set_hash"),
                row.getInt("contract_version"),
                json.read(row.getString("tables"), DecisionTables.class),
                row.getString("decided_by"),
                Rows.instant(row, "decided_at"),
                expiresOn(row),
                conditions(id),
                asked.of(id),
                dissents(id));
    }

    private static @Nullable LocalDate expiresOn(ResultSet row) throws SQLException {
        return row.getObject("expires_on", LocalDate.class);
    }

    private List<Condition> conditions(DecisionId decision) {
        return jdbc.sql("select * from review.condition where decision_id = :id order by ordinal")
                .param("id", decision.value())
                .query((row, number) -> new Condition(
                        row.getObject("id", UUID.class),
                        row.getString("text"),
                        row.getString("owner"),
                        Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                        row.getBoolean("blocking"),
                        row.getString("evidence")))
                .list();
    }

    private List<Dissent> dissents(DecisionId decision) {
        return jdbc.sql(
                        """
                        select d.*, exists (select 1 from review.recusal c join review.decision e on e.review_id = c.review_id
                                            where e.id = d.decision_id and c.person = d.voter) as stepped_back
                        from review.dissent d where d.decision_id = :id order by d.voter
                        """)
                .param("id", decision.value())
                .query((row, number) -> new Dissent(
                        row.getString("voter"),
                        Role.valueOf(row.getString("role")),
                        Vote.Choice.valueOf(row.getString("outcome")),
                        Rows.texts(row, "rights"),
                        row.getString("severity"),
                        row.getString("reasons"),
                        row.getBoolean("stepped_back")))
                .list();
    }
}
