package org.contractethics.record.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.record.RecordReader;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.verification.Found;
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
                    .contains("The decision " + decision
                            + " stands in review.decision, but no entry tells of it: it was made or changed by SQL.");
        });
        assertThat(record.verify("system").problem()).isNull();
    }

    @Test
    void a_decision_that_was_changed_or_removed_raises_an_alarm_with_the_entry_that_tells_of_it() {
        told("REJECT");
        asOwner.executeWithoutResult(status -> {
            status.setRollbackOnly();
            decide("REJECT");
            assertThat(difference()).isEmpty();

            executes("update review.decision set outcome = 'RETURN' where id = '" + decision + "'");
            assertThat(difference().orElse("")).startsWith("Entry ").endsWith("(outcome): it was changed by SQL.");

            executes("delete from review.decision where id = '" + decision + "'");
            assertThat(difference().orElse("")).startsWith("Entry ").endsWith("it was removed by SQL.");
        });
    }

    @Test
    void whatever_the_entry_tells_of_a_decision_cannot_be_changed_without_an_alarm() {
        told("APPROVE");
        Map<String, String> changes = Map.ofEntries(
                Map.entry(
                        "contract", "contract_id = (select id from contract.contract where id <> contract_id limit 1)"),
                Map.entry("tier", "tier = 'T1'"),
                Map.entry("rights", "rights = '{R09}'"),
                Map.entry("reasons", "reasons = 'It is fine.'"),
                Map.entry("policyVersion", "policy_number = 2"),
                Map.entry("policyHash", "policy_hash = repeat('b', 64)"),
                Map.entry("documentSetHash", "document_set_hash = repeat('1', 64)"),
                Map.entry("expiresOn", "expires_on = '2031-01-01'"),
                Map.entry("decidedBy", "decided_by = 'sofia.marin'"),
                Map.entry("at", "decided_at = decided_at + interval '1 second'"));

        changes.forEach((fact, change) -> asOwner.executeWithoutResult(status -> {
            status.setRollbackOnly();
            decide("APPROVE");
            assertThat(difference()).isEmpty();

            executes("update review.decision set " + change + " where id = '" + decision + "'");

            assertThat(difference().orElse(""))
                    .as(fact)
                    .endsWith("review.decision tells otherwise of the decision " + decision + " (" + fact
                            + "): it was changed by SQL.");
        }));
    }

    @Test
    void a_condition_that_was_added_to_a_decision_or_taken_from_it_is_counted() {
        told("APPROVE");
        asOwner.executeWithoutResult(status -> {
            status.setRollbackOnly();
            decide("APPROVE");
            executes("alter table review.condition disable trigger user");
            executes("insert into review.condition (id, decision_id, ordinal, text, owner, due_on, blocking, evidence)"
                    + " values (gen_random_uuid(), '" + decision
                    + "', 1, 'Stop', 'noah.kim', '2027-01-31', true, 'A')");

            assertThat(difference().orElse("")).endsWith("(conditions): it was changed by SQL.");
        });
    }

    private void told(String outcome) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "decisionId",
                decision.toString(),
                "reviewId",
                review.toString(),
                "outcome",
                outcome,
                "tier",
                "T3",
                "rights",
                List.of("R09", "R12"),
                "reasons",
                "By hand",
                "conditions",
                0,
                "policyVersion",
                1,
                "policyHash",
                "a".repeat(64),
                "documentSetHash",
                "0".repeat(64)));
        facts.put("decidedBy", "ruth.castillo");
        if (outcome.equals("APPROVE")) {
            facts.put("expiresOn", "2027-01-31");
        }
        asApplication.executeWithoutResult(status -> events.publishEvent(
                new Happened("decision-recorded", contract, "ruth.castillo", RecordFixtures.NOW, facts).whole()));
    }

    private Optional<String> difference() {
        return TablesBeside.differences(
                        DecisionsInTables.judgements(owner).tables().stream(), new TellingEntries(owner))
                .stream()
                .map(Found::sentence)
                .findFirst();
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
                + "', 'By hand', '{R09,R12}', 1, repeat('a', 64), repeat('0', 64), 0, '{}', 'ruth.castillo', '"
                + RecordFixtures.NOW
                + "', " + (outcome.equals("APPROVE") ? "date '2027-01-31'" : "null") + ")");
    }

    private void executes(String sql) {
        owner.sql(sql).update();
    }
}
