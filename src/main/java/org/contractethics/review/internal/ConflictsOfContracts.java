package org.contractethics.review.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.screening.ScreeningConflicts;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hits of a screening are kept from those who are paid by the contract (H1) and from those who stepped back from any review of it (H2). */
@Repository
class ConflictsOfContracts implements ScreeningConflicts {

    private final JdbcClient jdbc;

    ConflictsOfContracts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Kept(ContractId contract, String person) {}

    @Override
    public Map<ContractId, Set<String>> of(Collection<ContractId> contracts) {
        return jdbc
                .sql(
                        """
                        select contract, person from review.participant where paid and contract = any(:contracts)
                        union
                        select r.contract_id, c.person from review.recusal c join review.review r on r.id = c.review_id
                         where r.contract_id = any(:contracts)
                        """)
                .param("contracts", contracts.stream().map(ContractId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        new Kept(new ContractId(row.getObject("contract", UUID.class)), row.getString("person")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Kept::contract, Collectors.mapping(Kept::person, Collectors.toSet())));
    }
}
