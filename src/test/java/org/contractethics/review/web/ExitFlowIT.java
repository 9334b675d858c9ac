package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.EngineCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.internal.Uploading;
import org.contractethics.review.internal.followup.ContractExits;
import org.contractethics.review.internal.followup.ReReviews;
import org.contractethics.review.internal.followup.Suspensions;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** S15: a contract that two people decided to end is planned, approved, carried out and confirmed; nothing else ends it. */
@IntegrationTest
class ExitFlowIT {

    private final MockMvcTester mvc;
    private final DocumentStories stories;
    private final BegunReviews begun;
    private final ContractRegister contracts;
    private final Suspensions suspensions;
    private final ContractExits exits;
    private final ReReviews reReviews;
    private final JdbcClient database;
    private final EngineCalls engine;
    private SignedContract signed;

    @Autowired
    @SuppressWarnings("NullAway") // signed before each test
    ExitFlowIT(
            MockMvcTester mvc,
            BegunReviews begun,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            ContractRegister contracts,
            Suspensions suspensions,
            ContractExits exits,
            ReReviews reReviews,
            JdbcClient database,
            TaskService tasks) {
        this.mvc = mvc;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.begun = begun;
        this.contracts = contracts;
        this.suspensions = suspensions;
        this.exits = exits;
        this.reReviews = reReviews;
        this.database = database;
        this.engine = new EngineCalls(tasks, database);
    }

    @BeforeEach
    void decideToEnd() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
        String contract = "/contracts/" + signed.contract;
        assertThat(signed.hands.post("ruth.castillo", contract + "/suspension", Map.of("reason", "Misuse is proven.")))
                .hasStatus3xxRedirection();
        String suspension =
                "/suspensions/" + suspensions.of(signed.contract).get(0).id();
        engineStandsStill(suspensions.of(signed.contract).get(0).id());
        signed.claimAsOffered(suspension, "ruth.castillo");
        signed.hands.post(
                "ruth.castillo", suspension + "/proposal", Map.of("outcome", "EXIT", "reasons", "Nothing helped."));
        engineStandsStill(suspensions.of(signed.contract).get(0).id());
        signed.claimAsOffered(suspension, "george.tan");
        assertThat(signed.hands.post(
                        "george.tan",
                        suspension + "/ruling",
                        Map.of("confirmed", "yes", "ruling-reasons", "The committee read it.")))
                .hasStatus3xxRedirection();
    }

    @Test
    void is_planned_approved_carried_out_and_confirmed_by_different_people() throws Exception {
        engineStandsStill(exitId());
        signed.claimAsOffered(exit(), "dana.whitfield");
        assertThat(signed.hands.post("dana.whitfield", exit() + "/plan", Map.of("leverage", "Letters were sent.")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "Say what the end may do to them.", "Letters were sent.", "State the last day of the services");
        assertThat(plan("dana.whitfield")).hasStatus3xxRedirection();
        signed.claimAsOffered(exit(), "george.tan");
        assertThat(rule("plan-ruling", "no")).hasStatus3xxRedirection();
        signed.claimAsOffered(exit(), "dana.whitfield");
        plan("dana.whitfield");
        engineStandsStill(exitId());
        signed.claimAsOffered(exit(), "george.tan");
        stale("plan-ruling", "Number 2 waits for a ruling now");
        assertThat(rule("plan-ruling", "yes")).hasStatus3xxRedirection();
        engineStandsStill(exitId());
        signed.claimAsOffered(exit(), "leo.brandt");
        assertThat(report("leo.brandt")).hasStatus3xxRedirection();
        assertThat(state()).isEqualTo(ContractState.EXITING);
        engineStandsStill(exitId());
        signed.claimAsOffered(exit(), "george.tan");
        assertThat(rule("report-ruling", "no")).hasStatus3xxRedirection();
        signed.claimAsOffered(exit(), "leo.brandt");
        assertThat(report("leo.brandt")).hasStatus3xxRedirection();
        signed.claimAsOffered(exit(), "george.tan");
        stale("report-ruling", "Number 2 waits for a ruling now");
        assertThat(state()).isEqualTo(ContractState.EXITING);
        assertThat(rule("report-ruling", "yes")).hasStatus3xxRedirection();

        assertThat(state()).isEqualTo(ContractState.EXITED);
        assertThat(reReviews.openOf(signed.contract)).isEmpty();
        assertThat(signed.hands.page("mona.keller", exit())).contains("Families lose a hotline", "Ended");
        assertThat(signed.hands.casePage("mona.keller")).contains("Exit of the contract");
        assertThat(kinds())
                .containsSubsequence(
                        "exit-opened",
                        "exit-planned",
                        "exit-plan-sent-back",
                        "exit-planned",
                        "exit-plan-approved",
                        "exit-reported",
                        "contract-ended");
        assertThatThrownBy(() -> become("SIGNED")).hasMessageContaining("without a ruling");
        assertThat(signed.hands.post(
                        "ruth.castillo", "/contracts/" + signed.contract + "/suspension", Map.of("reason", "x")))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void only_those_of_the_step_who_hold_its_task_work_on_it() throws Exception {
        for (String person : List.of("sofia.marin", "tom.lindqvist", "august.lund", "lena.hoffman", "erin.walsh")) {
            assertThat(plan(person)).as(person).hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(plan("dana.whitfield"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains(
                        "Claim this task", "Nothing of yours was saved.", "Adverse impacts", "Families lose a hotline");
        assertThat(report("leo.brandt")).hasStatus(HttpStatus.CONFLICT);
        assertThat(rule("plan-ruling", "yes")).hasStatus(HttpStatus.CONFLICT);
        assertThat(signed.hands.get("erin.walsh", exit())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(signed.hands.post("ruth.castillo", "/contracts/" + signed.contract + "/exit", Map.of("reason", "x")))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(signed.hands.get("mona.keller", "/contracts/" + signed.contract + "/exit"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void the_database_ends_nothing_without_a_confirmed_report_of_somebody_else() throws Exception {
        signed.claimAsOffered(exit(), "dana.whitfield");
        plan("dana.whitfield");

        assertThatThrownBy(() -> become("EXITED")).hasMessageContaining("without a ruling");
        assertThatThrownBy(
                        () -> database.sql("update review.contract_exit set closed_at = now() where contract_id = :id")
                                .param("id", signed.contract.value())
                                .update())
                .hasMessageContaining("closed by a confirmed report only");
        assertThatThrownBy(() -> approve("dana.whitfield")).hasMessageContaining("does not approve the plan");
        assertThatThrownBy(() -> approve("tom.lindqvist")).hasMessageContaining("does not approve the plan");
        assertThatThrownBy(() -> reportInDatabase("leo.brandt")).hasMessageContaining("exit plan is not approved");
        approve("george.tan");
        assertThatThrownBy(() -> reportInDatabase("tom.lindqvist")).hasMessageContaining("does not report on its exit");
        reportInDatabase("leo.brandt");
        assertThatThrownBy(() -> confirm("leo.brandt")).hasMessageContaining("does not confirm its end");
        for (String table : List.of("contract_exit", "exit_plan", "exit_plan_ruling", "exit_report")) {
            assertThatThrownBy(() -> database.sql("delete from review." + table).update())
                    .as(table)
                    .hasStackTraceContaining("permission denied");
        }
        ContractId other = stories.aContract();
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.contract_exit (id, contract_id, reason, opened_by, opened_at)
                                values (gen_random_uuid(), :contract, 'Because', 'ruth.castillo', now())
                                """)
                        .param("contract", other.value())
                        .update())
                .hasMessageContaining("is not to be ended");
    }

    private void engineStandsStill(UUID subject) {
        engine.assertRefused(subject, "(H9)");
    }

    private UUID exitId() {
        return exits.of(signed.contract).orElseThrow().id();
    }

    private String exit() {
        return "/exits/" + exitId();
    }

    private MvcTestResult plan(String person) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "leverage", "Letters were sent.",
                "affected", "People who call the hotline",
                "adverse-impacts", "Families lose a hotline",
                "prevention", "The hotline runs on for three months.",
                "heard", "Two advice centres",
                "data-return", "All case files; the copies are deleted.",
                "hand-over", "Nobody",
                "public-note", "We end this contract."));
        fields.put("services-end-on", LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30));
        fields.put("data-gone-by", LocalDate.now(java.time.ZoneOffset.UTC).plusDays(60));
        return signed.hands.post(person, exit() + "/plan", fields);
    }

    private MvcTestResult report(String person) {
        return signed.hands.post(
                person,
                exit() + "/report",
                Map.of(
                        "services-ended-on",
                        LocalDate.now(java.time.ZoneOffset.UTC),
                        "data-proof",
                        "Certificate of deletion",
                        "people",
                        "The hotline still runs."));
    }

    private MvcTestResult rule(String path, String accepted) {
        return signed.hands.post(
                "george.tan",
                exit() + "/" + path,
                Map.of("accepted", accepted, "ruling-reasons", "The committee read it."));
    }

    /** From a page that shows the first one still. */
    private void stale(String path, String message) {
        assertThat(signed.hands.post(
                        "george.tan",
                        exit() + "/" + path,
                        Map.of("accepted", "yes", "ruling-reasons", "It was the first.", "seen", 1)))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains(message, "It was the first.");
    }

    private ContractState state() {
        return contracts.get(signed.contract).state();
    }

    private List<String> kinds() {
        return database.sql("select kind from record.entry where contract = :id order by n")
                .param("id", signed.contract.value())
                .query(String.class)
                .list();
    }

    private void become(String state) {
        database.sql("update contract.contract set state = :state where id = :id")
                .param("state", state)
                .param("id", signed.contract.value())
                .update();
    }

    private void approve(String by) {
        database.sql(
                        """
                        insert into review.exit_plan_ruling (plan_id, approved, reasons, ruled_by, ruled_at)
                        select p.id, true, 'Because', :by, now() from review.exit_plan p
                        join review.contract_exit e on e.id = p.exit_id where e.contract_id = :contract
                        """)
                .param("by", by)
                .param("contract", signed.contract.value())
                .update();
    }

    private void reportInDatabase(String by) {
        database.sql(
                        """
                        insert into review.exit_report (id, plan_id, number, services_ended_on, data_proof, people, reported_by,
                            reported_at)
                        select gen_random_uuid(), p.id, 1, current_date, 'Proof', 'Fine', :by, now() from review.exit_plan p
                        join review.contract_exit e on e.id = p.exit_id where e.contract_id = :contract
                        """)
                .param("by", by)
                .param("contract", signed.contract.value())
                .update();
    }

    private void confirm(String by) {
        database.sql(
                        """
                        insert into review.exit_report_ruling (report_id, confirmed, reasons, ruled_by, ruled_at)
                        select t.id, true, 'Because', :by, now() from review.exit_report t
                        join review.exit_plan p on p.id = t.plan_id
                        join review.contract_exit e on e.id = p.exit_id where e.contract_id = :contract
                        """)
                .param("by", by)
                .param("contract", signed.contract.value())
                .update();
    }
}
