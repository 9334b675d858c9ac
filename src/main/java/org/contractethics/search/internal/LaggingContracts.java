package org.contractethics.search.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.document.Documents;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Contracts whose clauses carry old facts in the index, noted in the transaction that changed them. Searches leave out those of
 * them that the viewer may not read now, so that counts and facets are right from the commit on and not from the next indexing.
 */
@Component
class LaggingContracts {

    /** The cluster shows what was written after a second at the latest; a busy one is given more. */
    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Clock clock;

    LaggingContracts(JdbcClient jdbc, Documents documents, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.clock = clock;
    }

    /** @return false where nothing of the contract belongs into the index, so that nothing lags */
    boolean note(ContractId contract) {
        return jdbc.sql(
                                """
                insert into search.lagging (contract, noted)
                select :contract, :noted where exists (select from search.version where contract = :contract)
                                            or exists (select from search.incident where contract = :contract)
                on conflict (contract) do update set noted = excluded.noted, indexed_at = null""")
                        .param("contract", contract.value())
                        .param("noted", UUID.randomUUID())
                        .update()
                == 1;
    }

    /**
     * The versions of the contract are in the index; those that are for the first time will take their turn.
     *
     * @param noted the change that was taken along, if there was one; the contract lags on where its facts changed once more since
     */
    void indexed(ContractId contract, @Nullable UUID noted) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                with versions as (
                    update search.version set indexed_at = :now where contract = :contract and indexed_at is null),
                indexed as (
                    update search.lagging set indexed_at = :now where contract = :contract and noted = :noted::uuid)
                delete from search.lagging where indexed_at < :past and contract <> :contract""")
                .param("now", Timestamp.from(now))
                .param("contract", contract.value())
                .param("noted", noted == null ? null : noted.toString())
                .param("past", Timestamp.from(now.minus(UNTIL_SHOWN.multipliedBy(6))))
                .update();
    }

    /** How many contracts wait to be indexed again. */
    int waiting() {
        return jdbc.sql("select count(*) from search.lagging where indexed_at is null")
                .query(Integer.class)
                .single();
    }

    /** Those that this person may not read, whatever the index says. */
    Set<String> hiddenFrom(Actor viewer) {
        List<UUID> lagging = jdbc.sql(
                        "select contract from search.lagging where indexed_at is null or indexed_at > :shown")
                .param("shown", Timestamp.from(clock.instant().minus(UNTIL_SHOWN)))
                .query(UUID.class)
                .list();
        var hidden = new HashSet<String>();
        for (UUID contract : lagging) {
            if (!documents.mayRead(new ContractId(contract), viewer)) {
                hidden.add(contract.toString());
            }
        }
        return hidden;
    }
}
