package org.contractethics.concern.internal.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Retention;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A legal hold keeps what people did for a concern, too; it is not said which concern it is. */
@Component
class KeepingHeldConcerns implements Retention {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeepingHeldConcerns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<String> duties(Set<ContractId> contracts, Set<ConcernId> concerns) {
        if (concerns.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = concerns.stream().map(ConcernId::value).toList();
        boolean held = jdbc.sql(
                        "select exists (select 1 from concern.concern where id in (:ids) and concern.is_held(id, :today))")
                .param("ids", ids)
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
        return held ? List.of("A legal hold keeps records that name the person.") : List.of();
    }
}
