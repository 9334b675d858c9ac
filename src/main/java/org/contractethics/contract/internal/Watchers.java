package org.contractethics.contract.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who wants to hear of a contract's changes of state. Everyone the register is open to may watch, and only they themselves see
 * what they watch. It is not recorded: a record of who looks at which contract would single out those who care.
 */
@Service
public class Watchers {

    private static final int MOST_LISTED = 200;

    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final RegisterLines lines;
    private final Clock clock;

    Watchers(JdbcClient jdbc, Contracts contracts, RegisterLines lines, Clock clock) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.lines = lines;
        this.clock = clock;
    }

    /** Does nothing where the actor watches it already. */
    @Transactional
    public void watch(ContractId contract, Actor actor) {
        Visibility.demandRegister(actor);
        if (contracts.find(contract).isEmpty()) {
            throw Register.missing();
        }
        jdbc.sql(
                        """
                        insert into contract.watcher (contract_id, username, since) values (:contract, :username, :now)
                        on conflict do nothing
                        """)
                .param("contract", contract.value())
                .param("username", actor.username())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional
    public void unwatch(ContractId contract, Actor actor) {
        jdbc.sql("delete from contract.watcher where contract_id = :contract and username = :username")
                .param("contract", contract.value())
                .param("username", actor.username())
                .update();
    }

    public boolean watches(ContractId contract, Actor viewer) {
        return jdbc.sql(
                        "select exists (select 1 from contract.watcher where contract_id = :contract and username = :username)")
                .param("contract", contract.value())
                .param("username", viewer.username())
                .query(Boolean.class)
                .single();
    }

    /** What this person watches, the newest first, each as they may see it. */
    public List<RegisterLine> watchedBy(Actor viewer) {
        Visibility.demandRegister(viewer);
        List<UUID> ids = jdbc.sql(
                        "select contract_id from contract.watcher where username = :username order by since desc limit :most")
                .param("username", viewer.username())
                .param("most", MOST_LISTED)
                .query(UUID.class)
                .list();
        return lines.of(
                ids.stream()
                        .map(id -> contracts.find(new ContractId(id)))
                        .flatMap(Optional::stream)
                        .map(RegisterEntry::contract)
                        .toList(),
                viewer);
    }

    /** The notice of a new state; empty where nobody watches. Says nothing but the number and the state. */
    Optional<Notice> news(Contract contract, ContractState state) {
        Set<String> usernames =
                new HashSet<>(jdbc.sql("select username from contract.watcher where contract_id = :contract")
                        .param("contract", contract.id().value())
                        .query(String.class)
                        .list());
        return usernames.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notice(
                        usernames,
                        Set.of(),
                        contract.reference() + ": " + state.label(),
                        "A contract that you watch has a new state.",
                        "/contracts/" + contract.id()));
    }
}
