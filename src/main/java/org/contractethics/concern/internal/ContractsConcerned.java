package org.contractethics.concern.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every contract that a concern is about: the one its filer named, each that a letter names, and each of an agency that is named. */
@Repository
class ContractsConcerned {

    private final JdbcClient jdbc;

    ContractsConcerned(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Concerns about no known contract are left out. */
    Map<ConcernId, Set<ContractId>> of(Collection<ConcernId> concerns) {
        return jdbc
                .sql("select concern, contract from concern.about where concern = any(:ids)")
                .param("ids", concerns.stream().map(ConcernId::value).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        new ConcernId(row.getObject("concern", UUID.class)),
                        new ContractId(row.getObject("contract", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }
}
