package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.contract.Contract;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordReader;
import org.contractethics.workflow.internal.TargetBook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Targets: read by those whom they concern, changed by the board committee alone, never changed after the fact. */
@IntegrationTest
class TargetsIT {

    private final MockMvcTester mvc;
    private final SubmittedContracts contracts;
    private final TargetBook targets;
    private final WorkingDays days;
    private final RecordReader record;
    private final JdbcClient database;

    @Autowired
    TargetsIT(
            MockMvcTester mvc,
            SubmittedContracts contracts,
            TargetBook targets,
            WorkingDays days,
            RecordReader record,
            JdbcClient database) {
        this.mvc = mvc;
        this.contracts = contracts;
        this.targets = targets;
        this.days = days;
        this.record = record;
        this.database = database;
    }

    @Test
    void auditors_read_the_targets_their_history_and_the_working_days_and_change_nothing() {
        assertThat(mvc.get().uri("/targets").with(People.signedInAs("august.lund")))
                .hasStatusOk()
                .bodyText()
                .contains("Confirm the triage", "United States, federal", "5 U.S.C. 6103")
                .doesNotContain("Change the target");
        assertThat(change("august.lund", "triage", "", "4", "Because I want to."))
                .hasStatus(403);
        assertThat(change("tariq.osman", "triage", "", "4", "Because I want to."))
                .hasStatus(403);
        assertThat(mvc.get().uri("/targets").with(People.signedInAs("erin.walsh")))
                .hasStatus(403);
    }

    @Test
    void a_change_holds_for_tasks_that_open_afterwards_and_stands_in_history_and_record() {
        Contract before = contracts.submitted("Before " + UUID.randomUUID());
        String reason = "Documents have become longer " + UUID.randomUUID();
        try {
            assertThat(change("george.tan", "document-check", "", "6", reason)).hasStatus3xxRedirection();
            Contract after = contracts.submitted("After " + UUID.randomUUID());

            assertThat(workingDays(before)).isEqualTo(1);
            assertThat(workingDays(after)).isEqualTo(6);
            assertThat(mvc.get().uri("/targets").with(People.signedInAs("august.lund")))
                    .bodyText()
                    .contains(reason, "George Tan", "6 working days");
            assertThat(record.newest(EntryFilter.ofKind("target-changed"), Long.MAX_VALUE, 1))
                    .first()
                    .satisfies(entry -> assertThat(entry.facts())
                            .containsEntry("step", "document-check")
                            .containsEntry("reason", reason));
        } finally {
            change("george.tan", "document-check", "", "1", "Back to what it was before.");
        }
    }

    @Test
    void a_target_of_a_tier_goes_before_the_one_for_all_tiers() {
        int all = targets.workingDays("appeal", "T2");
        try {
            change("george.tan", "appeal", "T3", "44", "Appeals of T3 need hearings.");

            assertThat(targets.workingDays("appeal", "T3")).isEqualTo(44);
            assertThat(targets.workingDays("appeal", "T2")).isEqualTo(all);
        } finally {
            change("george.tan", "appeal", "T3", Integer.toString(all), "Back to what it was before.");
        }
    }

    @Test
    void what_follows_a_signature_and_a_change_of_the_rules_have_targets_with_history_too() {
        int plan = targets.workingDays("plan-exit", "T3");
        int policy = targets.workingDays("decide-policy-version", null);
        assertThat(mvc.get().uri("/targets").with(People.signedInAs("august.lund")))
                .bodyText()
                .contains(
                        "S15 Plan the exit",
                        "S14 Verify the remedy",
                        "S13 Propose on suspension, services restricted at once",
                        "S11 Re-review the contract",
                        "S0 Decide on a change of the rules")
                .doesNotContain("S15 Carry out the exit");
        try {
            change("george.tan", "plan-exit", "T3", "33", "Exits of T3 touch more people.");
            change("george.tan", "decide-policy-version", "", "15", "The committee meets every fortnight.");

            assertThat(targets.workingDays("plan-exit", "T3")).isEqualTo(33);
            assertThat(targets.workingDays("plan-exit", "T2")).isEqualTo(plan);
            assertThat(targets.workingDays("decide-policy-version", null)).isEqualTo(15);
            assertThat(targets.workingDays("propose-suspension-urgent", "T3")).isEqualTo(3);
        } finally {
            change("george.tan", "plan-exit", "T3", Integer.toString(plan), "Back to what it was before.");
            change("george.tan", "decide-policy-version", "", Integer.toString(policy), "Back to what it was.");
        }
    }

    @Test
    void what_was_typed_stays_after_an_error() {
        assertThat(change("george.tan", "triage", "T9", "0.5", "why"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"0.5\"", ">why</textarea>", "from 1 to 250", "Choose a tier", "10 to 2,000");
    }

    @Test
    void the_database_keeps_the_history_as_it_was() {
        change("george.tan", "appeal", "T4", "30", "The same number, said openly.");

        assertThatThrownBy(() -> database.sql("update workflow.target set working_days = 99")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("delete from workflow.target").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into workflow.target (id, step, tier, working_days, valid_from, changed_by, reason)
                                values (gen_random_uuid(), 'appeal', 'T4', 1, '2020-01-01', 'nobody', 'after the fact')
                                """)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("from now on");
    }

    private int workingDays(Contract contract) {
        return database.sql("select created_at, due_at from workflow.inbox_item where contract_id = :contract")
                .param("contract", contract.id().value())
                .query((row, number) -> days.between(instant(row.getTimestamp(1)), instant(row.getTimestamp(2))))
                .single();
    }

    private static Instant instant(java.sql.Timestamp timestamp) {
        return timestamp.toInstant();
    }

    private MvcTestResult change(String person, String step, String tier, String days, String reason) {
        return mvc.post()
                .uri("/targets")
                .param("step", step)
                .param("tier", tier)
                .param("days", days)
                .param("reason", reason)
                .with(csrf())
                .with(People.signedInAs(person))
                .exchange();
    }
}
