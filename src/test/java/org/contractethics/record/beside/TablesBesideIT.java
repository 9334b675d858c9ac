package org.contractethics.record.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.contract.internal.SignedContractsInTables;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.internal.RecordSettings;
import org.contractethics.record.internal.RecordWriter;
import org.contractethics.record.verification.Found;
import org.contractethics.review.internal.DecisionsInTables;
import org.contractethics.review.internal.Vote;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** R34: what the owner of the database does by SQL to what belongs to decisions; in transactions that are rolled back. */
@IntegrationTest
class TablesBesideIT {

    private static final List<String> TABLES = List.of(
            "contract.contract",
            "review.vote",
            "review.decision",
            "review.dissent",
            "review.condition",
            "review.condition_follow_up",
            "review.condition_ruling",
            "review.execution",
            "review.gate_confirmation");

    private final TransactionTemplate asOwner;
    private final JdbcClient owner;
    private final RecordWriter writer;
    private final ContractId contract;
    private final ReviewId review = new ReviewId(UUID.randomUUID());
    private final UUID decision = UUID.randomUUID();
    private final UUID condition = UUID.randomUUID();
    private final Vote vote = new Vote(
            review,
            1,
            "dana.whitfield",
            Role.HR_REVIEWER,
            Vote.Choice.REJECT,
            List.of("R09"),
            Severity.SEVERE,
            "",
            "It harms.",
            List.of(),
            "salt",
            RecordFixtures.NOW);

    @Autowired
    TablesBesideIT(RegisteringContracts registering, RecordSettings record, Environment settings) {
        DriverManagerDataSource owners = new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getProperty("spring.flyway.password", ""));
        this.asOwner = new TransactionTemplate(new JdbcTransactionManager(owners));
        this.owner = JdbcClient.create(owners);
        this.writer = new RecordWriter(owners, record);
        this.contract = registering
                .register(RegisteredContracts.aDraft("Judged by hand"), "FORM", RegisteredContracts.SOFIA)
                .id();
    }

    @Test
    void what_entries_tell_of_raises_nothing() {
        byHand(() -> {
            told();
            written();
            assertThat(found()).isEmpty();
        });
    }

    @Test
    void a_row_that_was_added_raises_an_alarm() {
        byHand(() -> {
            written();
            assertThat(found().orElse("")).startsWith("The vote ").endsWith("it was made or changed by SQL.");
        });
        byHand(() -> {
            signed();
            assertThat(found())
                    .contains("The signed contract " + contract
                            + " stands in contract.contract, but no entry tells of it: it was made or changed by SQL.");
        });
    }

    @Test
    void a_row_that_was_changed_raises_an_alarm_with_its_entry() {
        changed("vote", "choice = 'APPROVE'", "review.vote tells otherwise of the vote", "(commitment)");
        changed("vote", "voter = 'sofia.marin'", "review.vote tells otherwise of the vote", "(commitment)");
        changed("dissent", "reasons = 'It is fine.'", "review.dissent tells otherwise of the dissent", "(reasons)");
        changed("condition", "due_on = due_on + 30", "review.condition tells otherwise", "(dueOn)");
        changed("condition", "blocking = false", "review.condition tells otherwise", "(blocking)");
        changed("condition_ruling", "ruled_by = 'x'", "review.condition_ruling tells otherwise", "(actor)");
        changed(
                "gate_confirmation",
                "document_set_hash = repeat('f', 64)",
                "review.gate_confirmation tells otherwise",
                "(documentSetHash)");
    }

    @Test
    void a_row_that_was_removed_raises_an_alarm_with_its_entry() {
        Map<String, String> things = Map.of(
                "vote", "vote",
                "dissent", "dissent",
                "condition_ruling", "ruling on a condition",
                "gate_confirmation", "confirmed signature");
        things.forEach((table, thing) -> byHand(() -> {
            told();
            written();
            executes("delete from review." + table + " where " + ofOurs(table));
            assertThat(found().orElse(""))
                    .matches("Entry \\d+: the " + thing + " that it tells of is missing in review." + table
                            + ": it was removed by SQL\\.");
        }));
    }

    private void changed(String table, String change, String... said) {
        byHand(() -> {
            told();
            written();
            executes("update review." + table + " set " + change + " where " + ofOurs(table));
            assertThat(found().orElse("")).startsWith("Entry ").contains(said);
        });
    }

    private String ofOurs(String table) {
        return switch (table) {
            case "vote" -> "review_id = '" + review + "'";
            case "condition_ruling" -> "condition_id = '" + condition + "'";
            default -> "decision_id = '" + decision + "'";
        };
    }

    private void byHand(Runnable work) {
        asOwner.executeWithoutResult(status -> {
            status.setRollbackOnly();
            TABLES.forEach(table -> executes("alter table " + table + " disable trigger user"));
            work.run();
        });
    }

    private Optional<String> found() {
        return TablesBeside.differences(
                        Stream.of(DecisionsInTables.judgements(owner), SignedContractsInTables.on(owner))
                                .flatMap(module -> module.tables().stream()),
                        new TellingEntries(owner))
                .stream()
                .map(Found::sentence)
                .findFirst();
    }

    private void told() {
        String ours = decision.toString();
        writer.append(
                Clock.systemUTC(),
                happened(
                        "decision-recorded",
                        Map.of(
                                "reviewId",
                                review.toString(),
                                "decisionId",
                                ours,
                                "outcome",
                                "REJECT",
                                "tier",
                                "T3",
                                "reasons",
                                "By hand",
                                "conditions",
                                1,
                                "policyHash",
                                "a".repeat(64),
                                "documentSetHash",
                                "0".repeat(64),
                                "decidedBy",
                                "dana.whitfield")),
                happened(
                        "vote-cast",
                        Map.of("reviewId", review.toString(), "round", 1, "commitment", vote.commitment())),
                happened(
                        "dissent-recorded",
                        Map.of(
                                "decisionId",
                                ours,
                                "voter",
                                "tariq.osman",
                                "outcome",
                                "REJECT",
                                "reasons",
                                "It harms.")),
                happened(
                        "condition-imposed",
                        Map.of(
                                "decisionId",
                                ours,
                                "conditionId",
                                condition.toString(),
                                "owner",
                                "noah.kim",
                                "dueOn",
                                "2027-01-31",
                                "blocking",
                                true)),
                happened("condition-waived", Map.of("conditionId", condition.toString(), "reasons", "Done elsewhere.")),
                happened(
                        "contract-signed",
                        Map.of(
                                "decisionId",
                                ours,
                                "contractId",
                                contract.toString(),
                                "documentSetHash",
                                "a".repeat(64),
                                "verdict",
                                "IDENTICAL",
                                "signedOn",
                                "2027-01-31",
                                "executedCopies",
                                List.of())));
    }

    private Happened happened(String kind, Map<String, Object> facts) {
        return new Happened(kind, contract, "dana.whitfield", RecordFixtures.NOW, facts);
    }

    /** As the application writes them. */
    private void written() {
        executes(
                "insert into review.review (id, contract_id, submitter, opened_at, document_set_hash, contract_version,"
                        + " intake) values ('" + review + "', '" + contract
                        + "', 'sofia.marin', now(), repeat('0', 64), 0, '{}')");
        executes("insert into review.vote_round (review_id, round, pass, space, panel, opened_at, closed_at, closed_by)"
                + " values ('" + review + "', 1, 1, '{}', true, now(), now(), 'ruth.castillo')");
        executes("insert into review.vote (id, review_id, round, voter, role, choice, rights, severity, evidence,"
                + " reasons, salt, commitment, cast_at) values (gen_random_uuid(), '" + review
                + "', 1, 'dana.whitfield', 'HR_REVIEWER', 'REJECT', '{R09}', 'SEVERE', '', 'It harms.', 'salt', '"
                + vote.commitment() + "', now())");
        executes("insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons, rights,"
                + " policy_number, policy_hash, document_set_hash, contract_version, tables, decided_by, decided_at)"
                + " values ('" + decision + "', '" + review + "', '" + contract + "', 1, 1, 'T3', 'REJECT', 'By hand',"
                + " '{}', 1, repeat('a', 64), repeat('0', 64), 0, '{}', 'dana.whitfield', '" + RecordFixtures.NOW
                + "')");
        executes("insert into review.dissent (id, decision_id, voter, role, outcome, rights, severity, reasons) values"
                + " (gen_random_uuid(), '" + decision
                + "', 'tariq.osman', 'HR_REVIEWER', 'REJECT', '{}', 'SEVERE', 'It harms.')");
        executes("insert into review.condition (id, decision_id, ordinal, text, owner, due_on, blocking, evidence)"
                + " values ('" + condition + "', '" + decision
                + "', 1, 'Stop it', 'noah.kim', '2027-01-31', true, 'A report')");
        executes("insert into review.condition_follow_up (condition_id, contract_id, review_id, started_at) values ('"
                + condition + "', '" + contract + "', '" + review + "', now())");
        executes("insert into review.condition_ruling (id, condition_id, result, reasons, ruled_by, ruled_as, ruled_at)"
                + " values (gen_random_uuid(), '" + condition
                + "', 'WAIVED', 'Done elsewhere.', 'dana.whitfield', 'PANEL_CHAIR', now())");
        executes("insert into review.execution (id, review_id, pass, decision_id, document_set_hash, verdict,"
                + " company_signatory, customer_signatory, signed_on, stated_by, stated_at) values ('" + decision
                + "', '"
                + review + "', 1, '" + decision
                + "', repeat('a', 64), 'IDENTICAL', 'A', 'B', '2027-01-31', 'dana.whitfield', now())");
        executes("insert into review.gate_confirmation (id, review_id, contract_id, decision_id, document_set_hash,"
                + " execution_id, confirmed_by, confirmed_at) values (gen_random_uuid(), '" + review + "', '" + contract
                + "', '"
                + decision + "', repeat('a', 64), '" + decision + "', 'dana.whitfield', now())");
        signed();
    }

    private void signed() {
        executes("update contract.contract set state = 'SIGNED' where id = '" + contract + "'");
    }

    private void executes(String sql) {
        owner.sql(sql).update();
    }
}
