package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.review.internal.Rows;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How a condition may be waived, which the tables know, and what was proposed of it. */
@Repository
public class Waivers {

    private final JdbcClient jdbc;
    private final FollowedConditions conditions;

    Waivers(JdbcClient jdbc, FollowedConditions conditions) {
        this.jdbc = jdbc;
        this.conditions = conditions;
    }

    /** Holds all conditions of its decision: of two waivers at once the second one sees the first. */
    FollowedCondition lock(UUID condition) {
        jdbc.sql(
                        """
                        select f.condition_id from review.condition_follow_up f
                        join review.condition c on c.id = f.condition_id
                        where c.decision_id = (select o.decision_id from review.condition o where o.id = :id)
                        order by f.condition_id for no key update of f
                        """)
                .param("id", condition)
                .query(UUID.class)
                .list();
        return conditions.lock(condition);
    }

    /** Whether it blocks, votes asked for it, or the board decided on it. */
    public boolean needsTwo(UUID condition) {
        return says("review.waived_by_two(:id)", condition);
    }

    /** Whether only conditions allowed the approval and no other of them is left. */
    public boolean approvalRestsOn(UUID condition) {
        return says("review.approval_rests_on(:id)", condition);
    }

    private boolean says(String function, UUID condition) {
        return jdbc.sql("select " + function)
                .param("id", condition)
                .query(Boolean.class)
                .single();
    }

    /** The oldest first. */
    public List<WaiverProposal> of(UUID condition) {
        return jdbc.sql(
                        """
                        select p.id, p.number, p.reasons as why, p.proposed_by, p.proposed_as, p.proposed_at,
                            r.confirmed as accepted, r.reasons as ruling_reasons, r.ruled_by, r.ruled_at
                        from review.waiver_proposal p left join review.waiver_ruling r on r.proposal_id = p.id
                        where p.condition_id = :condition order by p.number
                        """)
                .param("condition", condition)
                .query((row, number) -> new WaiverProposal(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getString("why"),
                        row.getString("proposed_by"),
                        Role.valueOf(row.getString("proposed_as")),
                        Rows.instant(row, "proposed_at"),
                        Ruling.of(row)))
                .list();
    }

    /** The one that waits for the board committee. */
    public Optional<WaiverProposal> waiting(UUID condition) {
        return of(condition).stream().filter(one -> one.ruling() == null).findFirst();
    }

    void add(UUID condition, WaiverProposal proposal) {
        jdbc.sql(
                        """
                        insert into review.waiver_proposal (id, condition_id, number, reasons, proposed_by, proposed_as,
                            proposed_at)
                        values (:id, :condition, :number, :reasons, :by, :as, :at)
                        """)
                .param("id", proposal.id())
                .param("condition", condition)
                .param("number", proposal.number())
                .param("reasons", proposal.reasons())
                .param("by", proposal.by())
                .param("as", proposal.as().name())
                .param("at", Rows.at(proposal.at()))
                .update();
    }

    void rule(WaiverProposal proposal, Ruling ruling) {
        jdbc.sql(
                        """
                        insert into review.waiver_ruling (proposal_id, confirmed, reasons, ruled_by, ruled_at)
                        values (:proposal, :confirmed, :reasons, :by, :at)
                        """)
                .param("proposal", proposal.id())
                .param("confirmed", ruling.accepted())
                .param("reasons", ruling.reasons())
                .param("by", ruling.by())
                .param("at", Rows.at(ruling.at()))
                .update();
    }

    /** Whose votes the decision rests on: everybody in the round that carried it who declared no conflict since. */
    Set<String> voters(DecisionId decision) {
        return Set.copyOf(jdbc.sql(
                        """
                        select v.voter from review.decision d
                        join review.vote v on v.review_id = d.review_id and v.round = d.round
                        where d.id = :decision
                          and not exists (select 1 from review.recusal c
                                          where c.review_id = d.review_id and c.person = v.voter)
                        """)
                .param("decision", decision.value())
                .query(String.class)
                .list());
    }
}
