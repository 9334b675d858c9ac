package org.contractethics.review.internal.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.review.internal.Json;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.followup.SuspensionReview.Proposal;
import org.contractethics.review.internal.followup.SuspensionReview.Purpose;
import org.contractethics.review.internal.followup.SuspensionReview.Ruling;
import org.contractethics.review.internal.panel.ActsAs;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** All suspension reviews. */
@Repository
public class Suspensions {

    private final JdbcClient jdbc;
    private final Json json;

    Suspensions(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<SuspensionReview> find(UUID id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    List<SuspensionReview> findAll(Collection<UUID> ids) {
        return load(jdbc.sql("select * from review.suspension_review where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new)));
    }

    /** Like {@link #find}, but a missing one is refused with 404. */
    public SuspensionReview get(UUID id) {
        return find(id).orElseThrow(() -> Refused.notFound("There is no such suspension review."));
    }

    /** The newest first. */
    public List<SuspensionReview> of(ContractId contract) {
        return load(
                jdbc.sql("select * from review.suspension_review where contract_id = :contract order by opened_at desc")
                        .param("contract", contract.value()));
    }

    List<SuspensionReview> openOnes() {
        return load(jdbc.sql("select * from review.suspension_review where closed_at is null order by opened_at"));
    }

    public Optional<SuspensionReview> openOf(ContractId contract) {
        return of(contract).stream().filter(SuspensionReview::open).findFirst();
    }

    boolean openedFor(UUID condition) {
        return jdbc.sql("select exists (select 1 from review.suspension_review where condition_id = :condition)")
                .param("condition", condition)
                .query(Boolean.class)
                .single();
    }

    void add(SuspensionReview review) {
        UUID condition = review.condition();
        jdbc.sql(
                        """
                        insert into review.suspension_review (id, contract_id, purpose, condition_id, reason, opened_by,
                            opened_at)
                        values (:id, :contract, :purpose, cast(:condition as uuid), :reason, :by, :at)
                        """)
                .param("id", review.id())
                .param("contract", review.contract().value())
                .param("purpose", review.purpose().name())
                .param("condition", condition == null ? null : condition.toString())
                .param("reason", review.reason())
                .param("by", review.openedBy())
                .param("at", Rows.at(review.openedAt()))
                .update();
    }

    void add(UUID review, Proposal proposal) {
        jdbc.sql(
                        """
                        insert into review.suspension_proposal (id, suspension_id, number, outcome, reasons,
                            customer_notice, safety, proposed_by, proposed_at, acts_as, chairs)
                        values (:id, :review, :number, :outcome, :reasons, :notice, :safety, :by, :at, :capacity,
                            cast(:chairs as jsonb))
                        """)
                .param("id", proposal.id())
                .param("review", review)
                .param("number", proposal.number())
                .param("outcome", proposal.outcome().name())
                .param("reasons", proposal.reasons())
                .param("notice", proposal.customerNotice())
                .param("safety", proposal.safety())
                .param("by", proposal.proposedBy())
                .param("at", Rows.at(proposal.proposedAt()))
                .param("capacity", proposal.actsAs().capacity().name())
                .param("chairs", json.write(proposal.actsAs().chairs()))
                .update();
    }

    void rule(Proposal proposal, Ruling ruling) {
        jdbc.sql(
                        """
                        insert into review.suspension_ruling (proposal_id, confirmed, reasons, ruled_by, ruled_at)
                        values (:proposal, :confirmed, :reasons, :by, :at)
                        """)
                .param("proposal", proposal.id())
                .param("confirmed", ruling.confirmed())
                .param("reasons", ruling.reasons())
                .param("by", ruling.by())
                .param("at", Rows.at(ruling.at()))
                .update();
    }

    void close(UUID review, Instant at) {
        jdbc.sql("update review.suspension_review set closed_at = :at where id = :id")
                .param("at", Rows.at(at))
                .param("id", review)
                .update();
    }

    private List<SuspensionReview> load(StatementSpec statement) {
        List<SuspensionReview> bare = statement.query(Suspensions::bare).list();
        Map<UUID, List<Proposal>> proposals = proposals(bare);
        return bare.stream()
                .map(review -> review.with(proposals.getOrDefault(review.id(), List.of())))
                .toList();
    }

    private static SuspensionReview bare(ResultSet row, int number) throws SQLException {
        return new SuspensionReview(
                row.getObject("id", UUID.class),
                new ContractId(row.getObject("contract_id", UUID.class)),
                Purpose.valueOf(row.getString("purpose")),
                row.getObject("condition_id", UUID.class),
                row.getString("reason"),
                row.getString("opened_by"),
                Rows.instant(row, "opened_at"),
                Rows.instantOrNull(row, "closed_at"),
                List.of());
    }

    private Map<UUID, List<Proposal>> proposals(List<SuspensionReview> reviews) {
        if (reviews.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select p.*, r.confirmed, r.reasons as ruling_reasons, r.ruled_by, r.ruled_at
                        from review.suspension_proposal p
                        left join review.suspension_ruling r on r.proposal_id = p.id
                        where p.suspension_id = any(:reviews) order by p.number
                        """)
                .param("reviews", reviews.stream().map(SuspensionReview::id).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("suspension_id", UUID.class), proposal(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                SuspensionOutcome.valueOf(row.getString("outcome")),
                row.getString("reasons"),
                row.getString("customer_notice"),
                row.getString("safety"),
                row.getString("proposed_by"),
                Rows.instant(row, "proposed_at"),
                ActsAs.of(row, json),
                ruling(row));
    }

    private static @Nullable Ruling ruling(ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "ruled_at");
        return at == null
                ? null
                : new Ruling(
                        row.getBoolean("confirmed"), row.getString("ruling_reasons"), row.getString("ruled_by"), at);
    }
}
