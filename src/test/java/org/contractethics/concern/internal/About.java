package org.contractethics.concern.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Every concern is about these contracts. */
final class About extends ContractsConcerned {

    private final Set<ContractId> contracts;

    About(Set<ContractId> contracts) {
        super(JdbcClient.create(new DriverManagerDataSource()));
        this.contracts = contracts;
    }

    @Override
    Map<ConcernId, Set<ContractId>> of(Collection<ConcernId> concerns) {
        return concerns.stream().collect(Collectors.toMap(concern -> concern, concern -> contracts));
    }
}
