package org.contractethics.review.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ContractParticipants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody who ever had a hand in a contract; the same people whom the database gives no key of a concern about it. */
@Repository
class ParticipantsOfDatabase implements ContractParticipants {

    private final JdbcClient jdbc;

    ParticipantsOfDatabase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(UUID contract, boolean paid, String person) {}

    @Override
    public Map<ContractId, Participants> of(Collection<ContractId> contracts) {
        List<Row> rows = contracts.isEmpty()
                ? List.of()
                : jdbc.sql("select contract, paid, person from review.participant where contract = any(:contracts)")
                        .param(
                                "contracts",
                                contracts.stream().map(ContractId::value).toArray(UUID[]::new))
                        .query(Row.class)
                        .list();
        Map<ContractId, List<Row>> byContract =
                rows.stream().collect(Collectors.groupingBy(row -> new ContractId(row.contract())));
        Map<ContractId, Participants> found = new HashMap<>();
        contracts.forEach(contract -> found.put(contract, participants(byContract.getOrDefault(contract, List.of()))));
        return found;
    }

    @Override
    public Set<ContractId> paidBy(String username) {
        return jdbc
                .sql("select distinct contract from review.participant where paid and person = :person")
                .param("person", username)
                .query(UUID.class)
                .list()
                .stream()
                .map(ContractId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Participants participants(List<Row> rows) {
        Set<String> paid = new HashSet<>();
        Set<String> judged = new HashSet<>();
        rows.forEach(row -> (row.paid() ? paid : judged).add(row.person()));
        return new Participants(paid, judged);
    }
}
