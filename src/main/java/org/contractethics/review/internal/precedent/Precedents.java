package org.contractethics.review.internal.precedent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.RegisterNames;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.precedent.Likeness.Traits;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Decisions of the past on contracts with the same agency or kind of agency, capability or right, the most similar first. */
@Service
public class Precedents {

    private static final int SHOWN = 5;
    /** The newest that share anything; ranked afterwards, for ranking asks the words of each ground anyway. */
    private static final int CONSIDERED = 300;

    private static final String SHARING =
            """
            select d.id, d.review_id, d.contract_id, d.outcome, d.tier, d.reasons, d.rights, d.decided_at,
                   c.awarding_name, c.awarding_type, c.capabilities, d.changed_from,
                   exists (select 1 from review.decision_lapse l where l.decision_id = d.id) as lapsed,
                   exists (select 1 from review.appeal a join review.appeal_ruling r on r.appeal_id = a.id
                           where a.decision_id = d.id and r.result = 'RETURN') as sent_back
            from (select *, lag(outcome) over passed as changed_from, lead(id) over passed as changed_into
                  from review.decision where contract_id <> :contract
                  window passed as (partition by review_id, pass order by decided_at, id)) d
            join contract.contract c on c.id = d.contract_id
            where d.changed_into is null and d.outcome <> 'RETURN'
              and (lower(c.awarding_name) = lower(:agency) or c.awarding_type = :type
                   or c.capabilities && cast(:capabilities as text[])
                   or d.rights && cast(:rights as text[]))
            order by d.decided_at desc, d.id limit :considered
            """;

    private final JdbcClient jdbc;
    private final ContractRegister contracts;
    private final RegisterNames names;
    private final Policy policy;

    Precedents(JdbcClient jdbc, ContractRegister contracts, RegisterNames names, Policy policy) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.names = names;
        this.policy = policy;
    }

    /**
     * At most five. What is redacted or under secrecy terms is left out for whoever may not read its facts: its reasons would
     * tell what is withheld (H15, H18).
     *
     * @param rights codes of the rights that this case touches as far as known
     */
    public List<Precedent> of(ReviewCase review, Collection<String> rights, Actor viewer) {
        Contract contract = contracts.get(review.contract());
        Traits now = new Traits(
                contract.awardingAgency().name(),
                contract.awardingAgency().type(),
                contract.capabilities(),
                Set.copyOf(rights));
        return sharing(contract.id(), now).stream()
                .map(past -> new Ranked(past, Likeness.between(now, past.traits(), policy)))
                .sorted(Comparator.comparing((Ranked one) -> one.likeness().weight())
                        .reversed())
                .filter(one -> mayRead(one.past().contract(), viewer))
                .limit(SHOWN)
                .map(one -> precedent(one, viewer))
                .toList();
    }

    private boolean mayRead(ContractId contract, Actor viewer) {
        return contracts.mayReadFacts(contracts.get(contract), viewer) || !names.withholds(contract, viewer);
    }

    private List<Past> sharing(ContractId contract, Traits now) {
        return jdbc.sql(SHARING)
                .param("contract", contract.value())
                .param("agency", now.agency())
                .param("type", now.type().name())
                .param("capabilities", Rows.array(now.capabilities()))
                .param("rights", Rows.array(now.rights()))
                .param("considered", CONSIDERED)
                .query(Precedents::past)
                .list();
    }

    private Precedent precedent(Ranked one, Actor viewer) {
        Past past = one.past();
        return new Precedent(
                past.id(),
                past.review(),
                past.contract(),
                names.inWords(past.contract(), viewer),
                past.outcome().label(),
                standing(past),
                past.tier(),
                past.reasons(),
                List.copyOf(past.traits().rights()),
                past.decidedAt(),
                one.likeness().why(),
                one.likeness().weight());
    }

    /** What became of it, or what it came from; nothing of why, which not everybody may know. */
    private static List<String> standing(Past past) {
        List<String> words = new ArrayList<>();
        Outcome before = past.changedFrom();
        if (before != null) {
            words.add("Changed on appeal from: " + before.label());
        }
        if (past.sentBack()) {
            words.add("Sent back on appeal");
        } else if (past.lapsed()) {
            words.add("Lapsed");
        }
        return words;
    }

    private record Ranked(Past past, Likeness likeness) {}

    private record Past(
            UUID id,
            ReviewId review,
            ContractId contract,
            Outcome outcome,
            @Nullable Outcome changedFrom,
            boolean lapsed,
            boolean sentBack,
            String tier,
            String reasons,
            Instant decidedAt,
            Traits traits) {}

    private static Past past(ResultSet row, int number) throws SQLException {
        return new Past(
                row.getObject("id", UUID.class),
                new ReviewId(row.getObject("review_id", UUID.class)),
                new ContractId(row.getObject("contract_id", UUID.class)),
                Objects.requireNonNull(Rows.constant(row, "outcome", Outcome.class)),
                Rows.constant(row, "changed_from", Outcome.class),
                row.getBoolean("lapsed"),
                row.getBoolean("sent_back"),
                row.getString("tier"),
                row.getString("reasons"),
                Rows.instant(row, "decided_at"),
                new Traits(
                        row.getString("awarding_name"),
                        AgencyType.valueOf(row.getString("awarding_type")),
                        Set.copyOf(Rows.texts(row, "capabilities")),
                        Set.copyOf(Rows.texts(row, "rights"))));
    }
}
