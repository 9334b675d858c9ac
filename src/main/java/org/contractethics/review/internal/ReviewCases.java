package org.contractethics.review.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All reviews. */
@Repository
public class ReviewCases {

    /** Of the row that the statement calls {@code r}. */
    static final String COLUMNS =
            """
            r.id, r.contract_id, r.submitter, r.account_team, r.opened_at, r.pass, r.document_set_hash,
            r.contract_version, r.intake, r.table_tier, r.tier, r.outcome, r.closed_at,
            array(select o.person from contract.account_owner o where o.contract_id = r.contract_id order by o.number) as owners
            """;

    private static final String SELECT = "select " + COLUMNS + " from review.review r ";
    private static final String LATEST_FIRST = " (closed_at is null) desc, opened_at desc";

    private final JdbcClient jdbc;
    private final Json json;

    ReviewCases(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(ReviewCase review) {
        jdbc.sql(
                        """
                        insert into review.review (id, contract_id, submitter, account_team, opened_at, pass,
                            document_set_hash, contract_version, intake)
                        values (:id, :contract, :submitter, :team, :openedAt, :pass, :hash, :version,
                            cast(:intake as jsonb))
                        """)
                .param("id", review.id().value())
                .param("contract", review.contract().value())
                .param("submitter", review.submitter())
                .param("team", Rows.array(review.accountTeam()))
                .param("openedAt", Rows.at(review.openedAt()))
                .param("pass", review.pass())
                .param("hash", review.documentSetHash())
                .param("version", review.contractVersion())
                .param("intake", json.write(review.intake()))
                .update();
    }

    public Optional<ReviewCase> find(ReviewId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(this::map)
                .optional();
    }

    /** Like {@link #find}, but a missing review is refused with 404. */
    public ReviewCase get(ReviewId id) {
        return find(id).orElseThrow(ReviewCases::missing);
    }

    static Refused missing() {
        return Refused.notFound("There is no such review.");
    }

    /**
     * Holds the review until the end of the transaction: two people finishing the same stage come one after the other. Rows
     * that only refer to the review may still be added, or a voter and the chair could wait for each other for ever. The
     * contract is held first, as by those who change its facts, so that neither waits for the other for ever: PostgreSQL locks
     * the rows of a join in the order in which they are named. It is read afterwards, since what another table tells of it, its
     * owners, would else be as it was before the wait.
     */
    public ReviewCase lock(ReviewId id) {
        hold(id);
        return get(id);
    }

    /** The same for who reads the review afterwards by other means. */
    public void hold(ReviewId id) {
        jdbc.sql("select 1 from review.review r join contract.contract c on c.id = r.contract_id where r.id = :id"
                        + " for no key update of c, r")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    /** Why the approval of the pass that the review is in holds no longer; empty where it does, or where there is none. */
    Optional<String> lapsed(ReviewId id) {
        return jdbc.sql(
                        """
                        select l.reason from review.decision_lapse l
                        join review.decision d on d.id = l.decision_id
                        join review.review r on r.id = d.review_id and r.pass = d.pass
                        where r.id = :id order by l.lapsed_at desc limit 1
                        """)
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /** Every review of the contract, the newest first. */
    public List<ReviewCase> of(ContractId contract) {
        return jdbc.sql(SELECT + "where contract_id = :contract order by" + LATEST_FIRST)
                .param("contract", contract.value())
                .query(this::map)
                .list();
    }

    /** Every review of these contracts, in no order. */
    public List<ReviewCase> ofAll(Collection<ContractId> contracts) {
        return ofContracts(SELECT + "where contract_id = any(:contracts)", contracts);
    }

    /** The review of each contract that is open, or else the last one. */
    List<ReviewCase> latestOf(Collection<ContractId> contracts) {
        return ofContracts(
                SELECT.replaceFirst("select", "select distinct on (contract_id)")
                        + "where contract_id = any(:contracts) order by contract_id," + LATEST_FIRST,
                contracts);
    }

    private List<ReviewCase> ofContracts(String sql, Collection<ContractId> contracts) {
        return jdbc.sql(sql)
                .param("contracts", contracts.stream().map(ContractId::value).toArray(UUID[]::new))
                .query(this::map)
                .list();
    }

    void freezeDocuments(ReviewId id, String documentSetHash, int contractVersion) {
        jdbc.sql("update review.review set document_set_hash = :hash, contract_version = :version where id = :id")
                .param("hash", documentSetHash)
                .param("version", contractVersion)
                .param("id", id.value())
                .update();
    }

    /**
     * @param contractVersion the facts that are weighed from now on
     * @return the review as it is now
     */
    ReviewCase triaged(ReviewId id, Tier table, Tier confirmed, int contractVersion) {
        return jdbc.sql(
                        "update review.review r set table_tier = :table, tier = :tier, contract_version = :version where id = :id returning "
                                + COLUMNS)
                .param("version", contractVersion)
                .param("table", table.name())
                .param("tier", confirmed.name())
                .param("id", id.value())
                .query(this::map)
                .single();
    }

    void decided(ReviewId id, String outcome) {
        jdbc.sql("update review.review set outcome = :outcome where id = :id")
                .param("outcome", outcome)
                .param("id", id.value())
                .update();
    }

    /** Everything after the clarification is done afresh; what was done before stays as it was. */
    void nextPass(ReviewId id) {
        jdbc.sql("update review.review set pass = pass + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    void close(ReviewId id, Instant at) {
        jdbc.sql("update review.review set closed_at = :at where id = :id and closed_at is null")
                .param("at", Rows.at(at))
                .param("id", id.value())
                .update();
    }

    ReviewCase map(ResultSet row, int number) throws SQLException {
        return new ReviewCase(
                new ReviewId(row.getObject("id", UUID.class)),
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getString("submitter"),
                Rows.texts(row, "owners"),
                Rows.texts(row, "account_team"),
                Rows.instant(row, "opened_at"),
                row.getInt("pass"),
                row.getString("document_set_hash"),
                row.getInt("contract_version"),
                json.read(row.getString("intake"), Intake.class),
                Rows.constant(row, "table_tier", Tier.class),
                Rows.constant(row, "tier", Tier.class),
                row.getString("outcome"),
                Rows.instantOrNull(row, "closed_at"));
    }
}
