package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.internal.followup.InterimMeasure;
import org.contractethics.review.internal.followup.InterimMeasure.Result;
import org.contractethics.review.internal.followup.InterimMeasures;
import org.contractethics.review.internal.followup.Suspensions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** S13 and H17: a signed contract is suspended and set free by two people, or restricted by one for some days. */
@IntegrationTest
class SuspensionFlowIT {

    private static final Map<String, String> RESTRICTION = Map.of(
            "cause", "other", "restriction", "No queries by field offices", "reasons", "Families are traced now.");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ContractRegister contracts;
    private final Suspensions suspensions;
    private final InterimMeasures measures;
    private final RuntimeService processes;
    private final ManagementService jobs;
    private final JdbcClient database;
    private SignedContract signed;
    private String contractPath = "";

    @Autowired
    @SuppressWarnings("NullAway") // signed before each test
    SuspensionFlowIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ContractRegister contracts,
            Suspensions suspensions,
            InterimMeasures measures,
            RuntimeService processes,
            ManagementService jobs,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.contracts = contracts;
        this.suspensions = suspensions;
        this.measures = measures;
        this.processes = processes;
        this.jobs = jobs;
        this.database = database;
    }

    @BeforeEach
    void sign() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
        contractPath = "/contracts/" + signed.contract;
    }

    @Test
    void two_people_suspend_the_services_and_two_people_set_them_free() throws Exception {
        open();
        Map<String, String> withoutNotice = Map.of("outcome", "SUSPEND", "reasons", "Families are traced.");
        signed.claimAsOffered(suspension(), "ruth.castillo");
        assertThat(signed.hands.post("ruth.castillo", suspension() + "/proposal", withoutNotice))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Write what the customer is told.", "safety of the people affected");
        propose("SUSPEND");
        assertThat(state()).isEqualTo(ContractState.SIGNED);
        signed.claimAsOffered(suspension(), "george.tan");
        assertThat(rule("no")).hasStatus3xxRedirection();
        assertThat(state()).isEqualTo(ContractState.SIGNED);
        signed.claimAsOffered(suspension(), "ruth.castillo");
        propose("SUSPEND");
        signed.claimAsOffered(suspension(), "george.tan");
        assertThat(ruleOn("1"))
                .as("from a page that shows the first proposal still")
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Number 2 waits for a ruling now", "The committee read it.");
        assertThat(ruleOn("")).as("without saying what was read").hasStatus(HttpStatus.CONFLICT);
        assertThat(state()).isEqualTo(ContractState.SIGNED);
        assertThat(rule("yes")).hasStatus3xxRedirection();

        assertThat(state()).isEqualTo(ContractState.SUSPENDED);
        assertThat(rule("yes")).hasStatus(HttpStatus.CONFLICT);
        assertThat(signed.hands.casePage("dana.whitfield")).contains("We stop the service tomorrow.");
        open();
        signed.claimAsOffered(suspension(), "ruth.castillo");
        assertThat(signed.hands.post(
                        "ruth.castillo",
                        suspension() + "/proposal",
                        Map.of("outcome", "SUSPEND", "reasons", "x", "customer-notice", "x", "safety", "x")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        propose("LIFT");
        signed.claimAsOffered(suspension(), "george.tan");
        assertThat(rule("yes")).hasStatus3xxRedirection();

        assertThat(state()).isEqualTo(ContractState.SIGNED);
    }

    @Test
    void an_exit_is_final() throws Exception {
        open();
        signed.claimAsOffered(suspension(), "ruth.castillo");
        propose("EXIT");
        signed.claimAsOffered(suspension(), "george.tan");
        rule("yes");

        assertThat(state()).isEqualTo(ContractState.EXITING);
        assertThat(signed.hands.post("ruth.castillo", contractPath + "/suspension", Map.of("reason", "x")))
                .hasStatus(HttpStatus.CONFLICT);
        assertThatThrownBy(() -> become("SIGNED")).hasMessageContaining("without a ruling");
    }

    @Test
    void only_chair_and_board_open_a_review_and_one_at_a_time() throws Exception {
        for (String person : List.of("mona.keller", "tom.lindqvist", "august.lund", "lena.hoffman", "erin.walsh")) {
            assertThat(signed.hands.post(person, contractPath + "/suspension", Map.of("reason", "x")))
                    .as(person)
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(signed.hands.post("ruth.castillo", contractPath + "/suspension", Map.of("reason", " ")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        open();

        assertThat(signed.hands.post("george.tan", contractPath + "/suspension", Map.of("reason", "Again")))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(signed.hands.post("george.tan", suspension() + "/proposal", Map.of("outcome", "CONTINUE")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(signed.hands.get("erin.walsh", suspension())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void the_database_refuses_one_person_interested_people_and_holds_without_a_ruling() throws Exception {
        open();
        signed.claimAsOffered(suspension(), "ruth.castillo");
        propose("SUSPEND");

        assertThatThrownBy(() -> confirm("ruth.castillo")).hasMessageContaining("who proposed does not confirm");
        assertThatThrownBy(() -> confirm("tom.lindqvist")).hasMessageContaining("does not rule on its suspension");
        for (String held : List.of("RESTRICTED", "SUSPENDED", "EXITING")) {
            assertThatThrownBy(() -> become(held)).as(held).hasMessageContaining("without a ruling");
        }
        for (String table : List.of("suspension_review", "suspension_proposal")) {
            assertThatThrownBy(() -> database.sql("delete from review." + table).update())
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> database.sql("update review.suspension_proposal set outcome = 'CONTINUE'")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void a_restriction_by_the_chair_ends_by_itself_and_cannot_be_chained() throws Exception {
        assertThat(signed.hands.post("george.tan", contractPath + "/interim-measure", RESTRICTION))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(restrict()).hasStatus3xxRedirection();
        assertThat(state()).isEqualTo(ContractState.RESTRICTED);
        assertThat(suspensions.openOf(signed.contract)).isPresent();
        assertThat(restrict()).hasStatus(HttpStatus.CONFLICT);
        assertThatThrownBy(() -> become("SIGNED")).hasMessageContaining("without a ruling");

        daysAreOver();

        assertThat(state()).isEqualTo(ContractState.SIGNED);
        assertThat(measure().end()).isNotNull().satisfies(end -> assertThat(end.result())
                .isEqualTo(Result.EXPIRED));
        assertThat(database.sql(
                                "select actor from record.entry where contract = :id and kind = 'interim-measure-expired'")
                        .param("id", signed.contract.value())
                        .query(String.class)
                        .list())
                .containsExactly("system");
        assertThat(restrict())
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("a suspension by one person (H17)", "recorded as an incident");
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.interim_measure (id, contract_id, cause, restriction, reasons, imposed_by,
                                    imposed_at, ends_at)
                                select gen_random_uuid(), contract_id, cause, 'Again', 'Again', imposed_by, now(),
                                    now() + interval '14 days' from review.interim_measure where id = :id
                                """)
                        .param("id", measure().id())
                        .update())
                .hasMessageContaining("was not confirmed");
    }

    @Test
    void a_restriction_that_the_decision_confirms_becomes_the_suspension() throws Exception {
        restrict();
        signed.claimAsOffered(suspension(), "ruth.castillo");
        propose("SUSPEND");
        signed.claimAsOffered(suspension(), "george.tan");
        rule("yes");

        assertThat(state()).isEqualTo(ContractState.SUSPENDED);
        assertThat(measure().end()).isNotNull().satisfies(end -> assertThat(end.result())
                .isEqualTo(Result.CONFIRMED));
        assertThat(timers(measure().id())).isEmpty();
    }

    @Test
    void a_restriction_ends_with_a_decision_to_continue() throws Exception {
        restrict();
        signed.claimAsOffered(suspension(), "ruth.castillo");
        propose("CONTINUE");
        signed.claimAsOffered(suspension(), "george.tan");
        rule("yes");
        assertThat(signed.hands.casePage("dana.whitfield"))
                .as("the day it ended, not the one it would have ended by itself")
                .containsPattern("Ended by a decision</span>, <time");

        assertThat(state()).isEqualTo(ContractState.SIGNED);
        assertThat(measure().end()).isNotNull().satisfies(end -> assertThat(end.result())
                .isEqualTo(Result.ENDED));
        assertThat(restrict()).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void open() {
        assertThat(signed.hands.post(
                        "ruth.castillo", contractPath + "/suspension", Map.of("reason", "A paper reports misuse.")))
                .hasStatus3xxRedirection();
    }

    private String suspension() {
        return "/suspensions/" + suspensions.of(signed.contract).get(0).id();
    }

    private void propose(String outcome) {
        assertThat(signed.hands.post(
                        "ruth.castillo",
                        suspension() + "/proposal",
                        Map.of(
                                "outcome", outcome,
                                "reasons", "Families are traced.",
                                "customer-notice", "We stop the service tomorrow.",
                                "safety", "Open cases are handed over on paper.")))
                .hasStatus3xxRedirection();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult rule(String confirmed) {
        return signed.hands.post(
                "george.tan",
                suspension() + "/ruling",
                Map.of("confirmed", confirmed, "ruling-reasons", "The committee read it."));
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult ruleOn(String seen) {
        return signed.hands.post(
                "george.tan",
                suspension() + "/ruling",
                Map.of("confirmed", "yes", "ruling-reasons", "The committee read it.", "seen", seen));
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult restrict() {
        return signed.hands.post("ruth.castillo", contractPath + "/interim-measure", RESTRICTION);
    }

    private ContractState state() {
        return contracts.get(signed.contract).state();
    }

    private InterimMeasure measure() {
        return measures.of(signed.contract).get(0);
    }

    private List<String> timers(UUID measure) {
        return processes.createProcessInstanceQuery().processInstanceBusinessKey(measure.toString()).list().stream()
                .flatMap(process -> jobs.createJobQuery().processInstanceId(process.getId()).list().stream())
                .map(job -> job.getId())
                .toList();
    }

    private void daysAreOver() {
        timers(measure().id()).forEach(jobs::executeJob);
    }

    private void become(String state) {
        database.sql("update contract.contract set state = :state where id = :id")
                .param("state", state)
                .param("id", signed.contract.value())
                .update();
    }

    private void confirm(String by) {
        database.sql(
                        """
                        insert into review.suspension_ruling (proposal_id, confirmed, reasons, ruled_by, ruled_at)
                        select p.id, true, 'Because', :by, now() from review.suspension_proposal p
                        join review.suspension_review s on s.id = p.suspension_id where s.contract_id = :contract
                        """)
                .param("by", by)
                .param("contract", signed.contract.value())
                .update();
    }
}
