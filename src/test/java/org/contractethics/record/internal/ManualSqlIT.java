package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.record.RecordReader;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.verification.Finding;
import org.contractethics.review.internal.DecisionsInTables;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** R34, R17: decisions that the owner of the database makes, changes or removes by SQL; in transactions that are rolled back. */
@IntegrationTest
class ManualSqlIT {

    private final RecordReader record;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate asApplication;
    private final TransactionTemplate asOwner;
    private final JdbcClient owner;
    private final ContractId contract;
    private final UUID review = UUID.randomUUID();
    private final UUID decision = UUID.randomUUID();

    @Autowired
    ManualSqlIT(
            RecordReader record,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            RegisteringContracts registering,
            Environment settings) {
        this.record = record;
        this.events = events;
        this.asApplication = transaction;
        DriverManagerDataSource owners = new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getProperty("spring.flyway.password", ""));
        this.asOwner = new TransactionTemplate(new JdbcTransactionManager(owners));
        this.owner = JdbcClient.create(owners);
        this.contract = registering
                .register(RegisteredContracts.aDraft("Decided by hand"), "FORM", RegisteredContracts.SOFIA)
                .id();
    }

    @Test
    void a_decision_that_no_entry_tells_of_raises_an_alarm() {
        asOwner.executeWithoutResult(status -> {
            status.setRollbackOnly();
            decide("APPROVE");

            assertThat(difference())
                    .contains("The decision " + decision + " on contract " + contract
                            + " stands in the tables, but no entry tells of it: it was made by SQL.");
        });
        assertThat(record.verify("system").problem()).isNull();
    }

    @Test
    void a_decision_that_was_changed_or_removed_raises_an_alarm_with_the_entry_that_tells_of_it() {
        asApplication.executeWithoutResult(status -> events.publishEvent(new Happened(
                        "decision-recorded",
                        contract,
                        "ruth.castillo",
                        RecordFixtures.NOW,
                        Map.of("decisionId", decision.toString(), "reviewId", review.toString(), "outcome", "REJECT"))
                .whole()));
        asOwner.executeWithoutResult(status -> {
            status.setRollbackOnly();
            decide("REJECT");
            assertThat(difference()).isEmpty();

            executes("update review.decision set outcome = 'RETURN' where id = '" + decision + "'");
            assertThat(difference().orElse(""))
                    .startsWith("Entry ")
                    .endsWith("(RETURN instead of REJECT): they were changed by SQL.");

            executes("delete from review.decision where id = '" + decision + "'");
            assertThat(difference().orElse("")).startsWith("Entry ").endsWith("it was removed by SQL.");
        });
    }

    private Optional<String> difference() {
        return new DecisionsBeside(owner, DecisionsInTables.on(owner))
                .difference()
                .map(Finding::message);
    }

    private void decide(String outcome) {
        executes("alter table review.decision disable trigger user");
        executes(
                "insert into review.review (id, contract_id, submitter, opened_at, document_set_hash, contract_version,"
                        + " intake) values ('" + review + "', '" + contract
                        + "', 'sofia.marin', now(), repeat('0', 64), 0, '{}')");
        executes("insert into review.vote_round (review_id, round, pass, space, panel, opened_at, closed_at, closed_by)"
                + " values ('" + review + "', 1, 1, '{}', true, now(), now(), 'ruth.castillo')");
        executes("insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons, rights,"
                + " policy_number, policy_hash, document_set_hash, contract_version, tables, decided_by, decided_at,"
                + " expires_on) values ('" + decision + "', '" + review + "', '" + contract + "', 1, 1, 'T3', '"
                + outcome
                + "', 'By hand', '{}', 1, repeat('a', 64), repeat('0', 64), 0, '{}', 'ruth.castillo', now(), "
                + (outcome.equals("APPROVE") ? "current_date" : "null") + ")");
    }

    private void executes(String sql) {
        owner.sql(sql).update();
    }
}
