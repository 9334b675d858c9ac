package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.form;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.contractethics.review.internal.followup.Remediation;
import org.contractethics.review.internal.followup.Remediation.Report;
import org.contractethics.review.internal.followup.Remediations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** H13: a remediation that began with a concern is as secret as the concern; and no owner who left ends it. */
@IntegrationTest
class RemediationOfConcernIT {

    private static final String KEPT_FROM = "helen.okafor";

    private static final Map<String, String> ANSWER = Map.of(
            "cause", "NOTHING_WRONG",
            "considered", "The documents.",
            "decision", "To ask for safeguards.",
            "article", "ICCPR art. 17",
            "effect", "A condition is added.",
            "appeal", "To the board committee.");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final Remediations remediations;
    private final JdbcClient database;
    private final ConcernHands filing;
    private final String concern = UUID.randomUUID().toString();
    private SignedContract signed;

    @Autowired
    @SuppressWarnings("NullAway") // signed before each test
    RemediationOfConcernIT(MockMvcTester mvc, BegunReviews begun, Remediations remediations, JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.remediations = remediations;
        this.database = database;
        this.filing = new ConcernHands(mvc);
    }

    @BeforeEach
    void somebodyComplained() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
        file(concern, signed.contract.toString());
        exclude(KEPT_FROM);
    }

    @Test
    void whoever_must_not_learn_of_the_concern_is_offered_no_task_of_it() throws Exception {
        assertThat(open(concern)).hasStatus3xxRedirection();
        String claim = "/inbox/tasks/" + task() + "/claim";

        for (String list : List.of("all", "groups", "unclaimed")) {
            assertThat(signed.hands.inbox("dana.whitfield", list)).as(list).contains(task());
            assertThat(signed.hands.inbox(KEPT_FROM, list)).as(list).doesNotContain(task(), page());
        }
        assertThat(signed.hands.get(KEPT_FROM, page())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(signed.hands.post(KEPT_FROM, claim, Map.of()))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("There is no such task.");
        assertThat(excluded()).contains(KEPT_FROM).doesNotContain("erin.walsh", "dana.whitfield");
        assertThat(signed.hands.post("dana.whitfield", claim, Map.of())).hasStatus3xxRedirection();
    }

    @Test
    void every_entry_of_the_record_about_it_names_the_concern_and_is_kept_from_the_same_people() throws Exception {
        assertThat(open(concern)).hasStatus3xxRedirection();
        signed.claimOn(page(), "dana.whitfield");
        assertThat(plan("leo.brandt")).hasStatus3xxRedirection();
        signed.claimOn(page(), "george.tan");
        assertThat(approve()).hasStatus3xxRedirection();

        List<String> entries = database.sql(
                        "select encode(body, 'escape') from record.entry where position(:id in encode(body, 'escape')) > 0")
                .param("id", remediation().id().toString())
                .query(String.class)
                .list();
        assertThat(entries).hasSizeGreaterThanOrEqualTo(5).allSatisfy(entry -> assertThat(entry)
                .contains("\"concernId\":\"" + concern + "\""));
        assertThat(signed.hands.casePage(KEPT_FROM))
                .doesNotContain(page(), "Carry out the remedy", "remedy plan", "The remedy was");
    }

    @Test
    void a_concern_about_another_contract_about_none_or_answered_opens_nothing() throws Exception {
        String elsewhere = UUID.randomUUID().toString();
        file(elsewhere, begun.submitted(mvc).contract().toString());
        String nowhere = UUID.randomUUID().toString();
        file(nowhere, "");

        for (String other : List.of(elsewhere, nowhere)) {
            assertThat(open(other))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("open concern about this contract");
        }
        ConcernHands.sent(filing.post("/concerns/" + concern + "/acknowledge", "olga.petrova", Map.of()));
        ConcernHands.sent(filing.post("/concerns/" + concern + "/answer", "olga.petrova", ANSWER));
        assertThat(open(concern)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(remediations.of(signed.contract)).isEmpty();
    }

    @Test
    void observers_and_unknown_people_own_no_measure() throws Exception {
        assertThat(open(concern)).hasStatus3xxRedirection();
        signed.claimOn(page(), "dana.whitfield");

        for (String observer : List.of("august.lund", "lena.hoffman")) {
            assertThat(plan(observer))
                    .as(observer)
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("Auditors and leadership carry out no measure.");
        }
        assertThat(plan("nobody.known"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose who carries it out.");
    }

    @Test
    void whoever_must_not_learn_of_the_concern_owns_no_measure() throws Exception {
        assertThat(open(concern)).hasStatus3xxRedirection();
        signed.claimOn(page(), "dana.whitfield");

        for (String kept : List.of("tom.lindqvist", KEPT_FROM)) {
            assertThat(plan(kept))
                    .as(kept)
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("This person can own no measure of this remedy. Choose somebody else.");
            assertThat(signed.hands.page("dana.whitfield", page()))
                    .contains("value=\"leo.brandt\"")
                    .doesNotContain("value=\"" + kept + "\"");
        }
        assertThat(plan("leo.brandt")).hasStatus3xxRedirection();
        assertThatThrownBy(
                        () -> inDatabase(
                                "insert into review.remedy_measure select gen_random_uuid(), p.id, 2, 'Pay',"
                                        + " 'tom.lindqvist', current_date + 9 from review.remedy_plan p where p.remediation_id = :id"))
                .hasMessageContaining("this person owns no measure of this remedy");
        exclude("leo.brandt");
        signed.claimOn(page(), "george.tan");
        assertThat(approve())
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("The owner of measure 1 can own no measure of this remedy. Send the plan back");
        assertThatThrownBy(
                        () -> inDatabase("insert into review.remedy_plan_ruling select p.id, true, 'x', 'george.tan',"
                                + " now() from review.remedy_plan p where p.remediation_id = :id"))
                .hasMessageContaining("the owner of a measure of this plan owns none of this remedy");
    }

    @Test
    void an_owner_from_whom_the_concern_is_kept_later_reads_and_reports_nothing_and_somebody_else_does()
            throws Exception {
        assertThat(open(concern)).hasStatus3xxRedirection();
        signed.claimOn(page(), "dana.whitfield");
        assertThat(plan("priya.raman")).hasStatus3xxRedirection();
        signed.claimOn(page(), "george.tan");
        assertThat(approve()).hasStatus3xxRedirection();
        assertThat(signed.hands.get("priya.raman", page())).hasStatusOk();
        exclude("priya.raman");

        assertThat(signed.hands.get("priya.raman", page())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(report(0, "priya.raman")).hasStatus(HttpStatus.NOT_FOUND);
        assertThatThrownBy(
                        () -> inDatabase("insert into review.remedy_report select gen_random_uuid(), m.id, 1, 'Paid',"
                                + " m.owner, now() from review.remedy_measure m join review.remedy_plan p on p.id = m.plan_id"
                                + " where p.remediation_id = :id"))
                .hasMessageContaining("this person reports on no measure of this remedy");
        signed.claimOn(page(), "mona.keller");
        assertThat(signed.hands.page("mona.keller", page())).contains("Measure 1, on behalf of");
        assertThat(report(0, "mona.keller")).hasStatus3xxRedirection();
    }

    @Test
    void who_has_the_measures_carried_out_reports_for_an_owner_who_left_and_does_not_verify() throws Exception {
        assertThat(open(concern)).hasStatus3xxRedirection();
        signed.claimOn(page(), "dana.whitfield");
        assertThat(plan("leo.brandt")).hasStatus3xxRedirection();
        database.sql(
                        "insert into review.remedy_measure select gen_random_uuid(), p.id, 2, 'Write to them', 'gone.away',"
                                + " current_date + 9 from review.remedy_plan p where p.remediation_id = :id")
                .param("id", remediation().id())
                .update();
        signed.claimOn(page(), "george.tan");
        assertThat(approve()).hasStatus3xxRedirection();

        assertThat(report(1, "mona.keller")).hasStatus(HttpStatus.CONFLICT);
        signed.claimOn(page(), "mona.keller");
        assertThat(signed.hands.page("mona.keller", page())).contains("Measure 2, on behalf of gone.away");
        assertThat(report(0, "mona.keller")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(report(1, "mona.keller")).hasStatus3xxRedirection();

        assertThat(remediation().approved().orElseThrow().measures().get(1).reports())
                .extracting(Report::by)
                .containsExactly("mona.keller");
        assertThat(signed.hands.page("dana.whitfield", page())).contains("on behalf of the owner");
        assertThat(report(0, "leo.brandt")).hasStatus3xxRedirection();
        assertThat(signed.hands.post("mona.keller", page() + "/done", Map.of("done", "yes")))
                .hasStatus3xxRedirection();
        assertThat(signed.hands.page("mona.keller", page())).contains("You reported on a measure of the plan.");
        assertThatThrownBy(() -> inDatabase("insert into review.remedy_verification select gen_random_uuid(), p.id, 1,"
                        + " true, 'Fine', 'Read', 'mona.keller', now() from review.remedy_plan p"
                        + " where p.remediation_id = :id"))
                .hasMessageContaining("who reported on a measure does not verify");
        assertThatThrownBy(
                        () -> inDatabase("insert into review.remedy_report select gen_random_uuid(), m.id, 9, 'Paid',"
                                + " 'tom.lindqvist', now(), 'gone.away' from review.remedy_measure m join review.remedy_plan p"
                                + " on p.id = m.plan_id where m.number = 2 and p.remediation_id = :id"))
                .hasMessageContaining("reports on no measure but an own one");
    }

    private void exclude(String person) {
        database.sql("insert into concern.exclusion (concern, username) values (:id::uuid, :person)")
                .param("id", concern)
                .param("person", person)
                .update();
    }

    private void inDatabase(String statement) {
        database.sql(statement).param("id", remediation().id()).update();
    }

    private void file(String id, String contract) {
        Map<String, String> about = new HashMap<>();
        if (!contract.isEmpty()) {
            about.put("contract", contract);
        }
        ConcernHands.sent(filing.post("/concerns", "erin.walsh", form(id, about)));
    }

    private MvcTestResult open(String id) {
        return signed.hands.post(
                "olga.petrova",
                "/contracts/" + signed.contract + "/remediation",
                Map.of("cause", "concern", "concern", id, "involvement", "CONTRIBUTE", "harm", "Families were traced"));
    }

    private MvcTestResult plan(String owner) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("harmed", "Twelve families");
        plan.put("heard", "In two meetings");
        plan.put("forms", List.of("APOLOGY"));
        plan.put("agreement", "Signed by their speakers");
        plan.put("no-waiver", "yes");
        plan.put("measure-1-text", "Pay their lawyers");
        plan.put("measure-1-owner", owner);
        plan.put("measure-1-due", LocalDate.now(ZoneOffset.UTC).plusDays(30));
        return signed.hands.post("dana.whitfield", page() + "/plan", plan);
    }

    private MvcTestResult approve() {
        return signed.hands.post(
                "george.tan", page() + "/plan-ruling", Map.of("accepted", "yes", "ruling-reasons", "It is enough."));
    }

    private MvcTestResult report(int measure, String person) {
        UUID id = remediation().approved().orElseThrow().measures().get(measure).id();
        return signed.hands.post(
                person, page() + "/measures/" + id + "/report", Map.of("account-" + id, "Done in full"));
    }

    private Remediation remediation() {
        return remediations.of(signed.contract).get(0);
    }

    private String page() {
        return "/remediations/" + remediation().id();
    }

    private String task() {
        return database.sql("select task_id from workflow.inbox_item where subject_id = :id and completed_at is null")
                .param("id", remediation().id())
                .query(String.class)
                .single();
    }

    private List<String> excluded() {
        return database.sql("select username from workflow.inbox_exclusion where subject_id = :id")
                .param("id", remediation().id())
                .query(String.class)
                .list();
    }
}
