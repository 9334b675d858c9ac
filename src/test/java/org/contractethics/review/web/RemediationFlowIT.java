package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.EngineCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.followup.Remediation;
import org.contractethics.review.internal.followup.Remediations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** S14: an actual harm is remedied by a plan with the people harmed; closed only when somebody else verified it. */
@IntegrationTest
class RemediationFlowIT {

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final Remediations remediations;
    private final JdbcClient database;
    private final EngineCalls engine;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private SignedContract signed;
    private String contractPath = "";

    @Autowired
    @SuppressWarnings("NullAway") // signed before each test
    RemediationFlowIT(
            MockMvcTester mvc,
            BegunReviews begun,
            Remediations remediations,
            JdbcClient database,
            TaskService tasks,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.mvc = mvc;
        this.begun = begun;
        this.remediations = remediations;
        this.database = database;
        this.engine = new EngineCalls(tasks, database);
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void somethingHappened() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
        contractPath = "/contracts/" + signed.contract;
        assertThat(signed.hands.post(
                        "mona.keller",
                        contractPath + "/incidents",
                        Map.of(
                                "kind", "PRESS",
                                "happened-on", today(),
                                "source", "A newspaper",
                                "reliability", "B",
                                "account", "Families were traced")))
                .hasStatus3xxRedirection();
    }

    @Test
    void a_harm_is_remedied_by_owners_and_verified_by_somebody_else() throws Exception {
        open();
        assertThat(signed.hands.post("mona.keller", contractPath + "/remediation", opening()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .as("nothing is left to choose")
                .contains("records it as an incident of the contract first");
        signed.claimAsOffered(page(), "dana.whitfield");
        assertThat(signed.hands.post(
                        "dana.whitfield",
                        page() + "/plan",
                        Map.of("harmed", "Twelve families", "measure-2-text", "Pay")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "Twelve families",
                        "right to go to court",
                        "how the people harmed were heard",
                        "who carries it out");
        engineStandsStill();
        assertThat(plan("dana.whitfield")).hasStatus3xxRedirection();
        engineStandsStill();
        signed.claimAsOffered(page(), "george.tan");
        assertThat(rule("george.tan")).hasStatus3xxRedirection();
        engineStandsStill();
        signed.claimAsOffered(page(), "leo.brandt");
        assertThat(done("leo.brandt"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Measure 1 has no report");
        assertThat(report("leo.brandt")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(report("tom.lindqvist")).hasStatus3xxRedirection();
        assertThat(done("leo.brandt")).hasStatus3xxRedirection();
        assertThat(signed.hands.page("dana.whitfield", page())).contains("You made the plan.");
        engineStandsStill();
        signed.claimAsOffered(page(), "helen.okafor");
        assertThat(verify("helen.okafor", "no")).hasStatus3xxRedirection();
        signed.claimAsOffered(page(), "leo.brandt");
        assertThat(done("leo.brandt")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        report("tom.lindqvist");
        assertThat(done("leo.brandt")).hasStatus3xxRedirection();
        signed.claimAsOffered(page(), "helen.okafor");
        assertThat(verify("helen.okafor", "yes")).hasStatus3xxRedirection();

        assertThat(remediation().open()).isFalse();
        assertThat(report("tom.lindqvist")).hasStatus(HttpStatus.CONFLICT);
        assertThat(kinds())
                .containsSubsequence(
                        "remediation-opened",
                        "remedy-planned",
                        "remedy-plan-approved",
                        "remedy-measure-reported",
                        "remedy-carried-out",
                        "remedy-not-verified",
                        "remedy-measure-reported",
                        "remedy-carried-out",
                        "remedy-verified");
        assertThat(signed.hands.casePage("mona.keller")).contains("Remedy verified");
    }

    @Test
    void a_concern_opens_it_only_for_who_handles_the_concern() throws Exception {
        Map<String, Object> fields = new HashMap<>(opening());
        fields.put("cause", "concern");
        fields.put("concern", UUID.randomUUID());

        assertThat(signed.hands.post("mona.keller", contractPath + "/remediation", fields))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(signed.hands.post("olga.petrova", contractPath + "/remediation", fields))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("open concern about this contract that you handle");
    }

    @Test
    void an_assessment_that_finds_a_harm_to_be_happening_opens_it_by_itself_and_once() {
        UUID assessment = UUID.randomUUID();
        database.sql(
                        "insert into review.assessment select :id, review_id, 99, assessed_by, now(), consultation, proxy_reason"
                                + " from review.assessment where review_id = :review limit 1")
                .param("id", assessment)
                .param("review", signed.review.value())
                .update();
        database.sql(
                        """
                        insert into review.assessed_impact (assessment_id, right_code, touched, kind, affected,
                            vulnerable_groups, likelihood, involvement, mitigation, severity, clauses)
                        values (:id, 'R05', true, 'ACTUAL', 'Families at the border', '', 'OCCURRING', 'CONTRIBUTE', '',
                            'INCOMPLETE', '[]')
                        """)
                .param("id", assessment)
                .update();
        Facts.Recorded recorded = Facts.of("reviewId", signed.review)
                .and("rights", List.of())
                .and("overallSeverity", "INCOMPLETE")
                .recorded("assessment-recorded", signed.contract, "helen.okafor", Instant.now());

        transaction.executeWithoutResult(status -> events.publishEvent(recorded));
        transaction.executeWithoutResult(status -> events.publishEvent(recorded));

        assertThat(remediations.of(signed.contract)).singleElement().satisfies(opened -> {
            assertThat(opened.cause()).isEqualTo("assessment:" + assessment);
            assertThat(opened.involvement()).isEqualTo(Involvement.CONTRIBUTE);
            assertThat(opened.harm()).contains("Families at the border");
            assertThat(opened.openedBy()).isEqualTo("system");
        });
        assertThat(kinds()).contains("remediation-opened");
    }

    @Test
    void interested_people_observers_and_strangers_have_no_part_in_it() throws Exception {
        for (String person : List.of("tom.lindqvist", "august.lund", "lena.hoffman", "erin.walsh")) {
            assertThat(signed.hands.post(person, contractPath + "/remediation", opening()))
                    .as(person)
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        open();

        assertThat(signed.hands.get("erin.walsh", page())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(plan("dana.whitfield")).hasStatus(HttpStatus.CONFLICT);
        assertThat(verify("helen.okafor", "yes")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void the_database_closes_nothing_unverified_and_takes_no_ruling_of_the_planner() throws Exception {
        open();
        assertThatThrownBy(this::close).hasMessageContaining("closed by a verified remedy only");
        signed.claimAsOffered(page(), "dana.whitfield");
        plan("dana.whitfield");
        assertThatThrownBy(() -> approve("dana.whitfield")).hasMessageContaining("does not approve the plan");
        assertThatThrownBy(() -> approve("tom.lindqvist")).hasMessageContaining("does not approve the plan");
        assertThatThrownBy(() -> reportInDatabase("tom.lindqvist")).hasMessageContaining("plan is not approved");
        approve("george.tan");
        assertThatThrownBy(() -> reportInDatabase("mona.keller")).hasMessageContaining("only its owner");
        assertThatThrownBy(() -> verifyInDatabase("helen.okafor")).hasMessageContaining("not reported on");
        reportInDatabase("tom.lindqvist");
        assertThatThrownBy(() -> verifyInDatabase("dana.whitfield")).hasMessageContaining("does not verify");
        assertThatThrownBy(() -> verifyInDatabase("tom.lindqvist")).hasMessageContaining("does not verify");
        assertThatThrownBy(this::close).hasMessageContaining("closed by a verified remedy only");
        for (String table : List.of("remediation", "remedy_plan", "remedy_measure", "remedy_report")) {
            assertThatThrownBy(() -> database.sql("delete from review." + table).update())
                    .as(table)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private void open() {
        assertThat(signed.hands.post("mona.keller", contractPath + "/remediation", opening()))
                .hasStatus3xxRedirection();
    }

    private Map<String, Object> opening() {
        UUID incident = database.sql("select id from review.incident where contract_id = :id")
                .param("id", signed.contract.value())
                .query(UUID.class)
                .single();
        return Map.of("cause", "incident:" + incident, "involvement", "CONTRIBUTE", "harm", "Families were traced");
    }

    private void engineStandsStill() {
        engine.assertRefused(remediation().id(), "(H9)");
    }

    private Remediation remediation() {
        return remediations.of(signed.contract).get(0);
    }

    private String page() {
        return "/remediations/" + remediation().id();
    }

    private MvcTestResult plan(String person) {
        return signed.hands.post(
                person,
                page() + "/plan",
                Map.of(
                        "harmed", "Twelve families",
                        "heard", "In two meetings, in Spanish",
                        "forms", List.of("APOLOGY", "COMPENSATION"),
                        "agreement", "Signed by their speakers",
                        "no-waiver", "yes",
                        "measure-1-text", "Pay the cost of their lawyers",
                        "measure-1-owner", "tom.lindqvist",
                        "measure-1-due", today().plusDays(30)));
    }

    private MvcTestResult rule(String person) {
        return signed.hands.post(
                person, page() + "/plan-ruling", Map.of("accepted", "yes", "ruling-reasons", "It is enough."));
    }

    private MvcTestResult report(String person) {
        UUID measure = remediation().approved().orElseThrow().measures().get(0).id();
        return signed.hands.post(
                person, page() + "/measures/" + measure + "/report", Map.of("account-" + measure, "Paid in full"));
    }

    private MvcTestResult done(String person) {
        return signed.hands.post(person, page() + "/done", Map.of("done", "yes"));
    }

    private MvcTestResult verify(String person, String verified) {
        return signed.hands.post(
                person,
                page() + "/verification",
                Map.of("verified", verified, "people-say", "They agree", "verification-reasons", "Receipts read"));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private List<String> kinds() {
        return database.sql("select kind from record.entry where contract = :id order by n")
                .param("id", signed.contract.value())
                .query(String.class)
                .list();
    }

    private void close() {
        database.sql("update review.remediation set closed_at = now() where id = :id")
                .param("id", remediation().id())
                .update();
    }

    private void approve(String by) {
        insert(
                "insert into review.remedy_plan_ruling select p.id, true, 'Because', :by, now() from review.remedy_plan p"
                        + " where p.remediation_id = :id",
                by);
    }

    private void reportInDatabase(String by) {
        insert(
                "insert into review.remedy_report select gen_random_uuid(), m.id, 1, 'Paid', :by, now() from"
                        + " review.remedy_measure m join review.remedy_plan p on p.id = m.plan_id where p.remediation_id = :id",
                by);
    }

    private void verifyInDatabase(String by) {
        insert(
                "insert into review.remedy_verification select gen_random_uuid(), p.id, 1, true, 'Fine', 'Read', :by, now()"
                        + " from review.remedy_plan p where p.remediation_id = :id",
                by);
    }

    private void insert(String sql, String by) {
        database.sql(sql).param("by", by).param("id", remediation().id()).update();
    }
}
