package org.contractethics.review.internal.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.review.internal.Json;
import org.contractethics.review.internal.panel.ActsAs;
import org.contractethics.review.internal.panel.HearingsHeld;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hearings that were held; one that ended because its concern was withdrawn was not. */
@Component
class RecordedHearings implements HearingsHeld {

    private final JdbcClient jdbc;
    private final Json json;
    private final WaitingOnContract waiting;

    RecordedHearings(JdbcClient jdbc, Json json, WaitingOnContract waiting) {
        this.jdbc = jdbc;
        this.json = json;
        this.waiting = waiting;
    }

    @Override
    public List<Hearing> knownTo(Actor viewer, ContractId contract, LocalDate from, LocalDate until) {
        Set<ConcernId> known = waiting.knownTo(viewer, contract).stream()
                .filter(taken -> taken.measure() == Measure.HEARING)
                .map(Taken::concern)
                .collect(Collectors.toSet());
        return jdbc
                .sql(
                        """
                        select concern_id, ended_by, ended_on, acts_as, chairs from review.concern_measure_end
                        where contract_id = :contract and measure = 'HEARING' and acts_as is not null
                          and ended_on between :from and :until
                        order by ended_on, concern_id
                        """)
                .param("contract", contract.value())
                .param("from", from)
                .param("until", until)
                .query((row, number) -> Map.entry(
                        new ConcernId(row.getObject("concern_id", UUID.class)),
                        new Hearing(
                                row.getString("ended_by"),
                                Objects.requireNonNull(row.getObject("ended_on", LocalDate.class)),
                                ActsAs.of(row, json))))
                .list()
                .stream()
                .filter(hearing -> known.contains(hearing.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
