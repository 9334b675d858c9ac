package org.contractethics.review.internal.returning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.Rows;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds the refused and ended deals that a contract could be again, by another supplier or reseller. */
@Service
public class ReturningDeals {

    /** How long a refused deal is remembered here. */
    public static final int MONTHS = 24;

    private static final int CONSIDERED = 500;

    /** Wider than what is found in the end: names are compared without dots and spaces on both sides. */
    private static final String REFUSED =
            """
            select refused.contract_id, max(refused.at) as at
            from (select d.contract_id, d.decided_at as at from review.decision d where d.outcome in ('REJECT', 'EXIT')
                  union all select e.contract_id, e.opened_at from review.contract_exit e) refused
            join contract.contract c on c.id = refused.contract_id
            where refused.at >= :since and c.id <> :contract and c.state in ('REJECTED', 'EXITING', 'EXITED')
              and (regexp_replace(lower(c.awarding_name), '[[:punct:][:space:]]+', '', 'g') = any(cast(:agencies as text[]))
                   or regexp_replace(lower(c.funding_name), '[[:punct:][:space:]]+', '', 'g')
                       = any(cast(:agencies as text[]))
                   or c.capabilities && cast(:capabilities as text[]))
            group by refused.contract_id order by at desc, refused.contract_id limit :considered
            """;

    private final JdbcClient jdbc;
    private final ContractRegister contracts;
    private final Clock clock;

    ReturningDeals(JdbcClient jdbc, ContractRegister contracts, Clock clock) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** The newest first. */
    public List<EarlierDeal> of(Contract contract) {
        List<Refused> refused = refused(contract);
        Map<ContractId, Contract> found =
                contracts.findAll(refused.stream().map(Refused::contract).toList());
        List<EarlierDeal> deals = new ArrayList<>();
        for (Refused one : refused) {
            Contract earlier = found.get(one.contract());
            if (earlier != null) {
                DealSigns.between(contract, earlier)
                        .ifPresent(sign -> deals.add(new EarlierDeal(
                                earlier.id(), earlier.reference(), tier(earlier.tier()), one.on(), sign)));
            }
        }
        return List.copyOf(deals);
    }

    private List<Refused> refused(Contract contract) {
        return jdbc.sql(REFUSED)
                .param(
                        "since",
                        Rows.at(clock.instant()
                                .atOffset(ZoneOffset.UTC)
                                .minusMonths(MONTHS)
                                .toInstant()))
                .param("contract", contract.id().value())
                .param("agencies", Rows.array(DealSigns.agencies(contract)))
                .param("capabilities", Rows.array(contract.capabilities()))
                .param("considered", CONSIDERED)
                .query((row, number) -> new Refused(
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        LocalDate.ofInstant(Rows.instant(row, "at"), ZoneOffset.UTC)))
                .list();
    }

    private static @Nullable Tier tier(@Nullable String tier) {
        return tier == null ? null : Tier.valueOf(tier);
    }

    private record Refused(ContractId contract, LocalDate on) {}
}
