package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUps;
import org.contractethics.review.internal.followup.Remediation;
import org.contractethics.review.internal.followup.Remediation.Measure;
import org.contractethics.review.internal.followup.Remediations;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every sentence by which opening, planning, carrying out and verifying a remedy refuse. */
@IntegrationTest
class RemediationRefusalsIT {

    private static final String TOO_LONG = "Shorten this to at most 4,000 characters. It has 4001.";
    private static final String LONG = "x".repeat(4_001);

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final Remediations remediations;
    private final FollowUps followUps;
    private final JdbcClient database;
    private SignedContract signed;

    @Autowired
    @SuppressWarnings("NullAway") // signed before each test
    RemediationRefusalsIT(
            MockMvcTester mvc,
            BegunReviews begun,
            Remediations remediations,
            FollowUps followUps,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.remediations = remediations;
        this.followUps = followUps;
        this.database = database;
    }

    @BeforeEach
    void somethingHappened() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
        assertThat(signed.hands.post(
                        "mona.keller",
                        "/contracts/" + signed.contract + "/incidents",
                        Map.of(
                                "kind", "PRESS",
                                "happened-on", today(),
                                "source", "A newspaper",
                                "reliability", "B",
                                "account", "Families were traced")))
                .hasStatus3xxRedirection();
    }

    @Test
    void a_harm_is_opened_by_what_showed_it_with_the_involvement_and_what_happened() {
        invalid(
                open(Map.of("cause", "incident:" + UUID.randomUUID())),
                "Choose what showed the harm.",
                "Say how the company is involved in the harm.",
                "Say what happened to people.");
        invalid(open(Map.of("cause", incident(), "involvement", "GUILTY", "harm", LONG)), TOO_LONG);
        assertThat(remediations.of(signed.contract)).isEmpty();

        opened();

        invalid(
                open(Map.of("cause", incident(), "involvement", "LINKED", "harm", "x")),
                "The remediation for this has begun already.");
        assertThat(remediations.of(signed.contract)).hasSize(1);
    }

    @Test
    void a_plan_needs_people_forms_agreement_court_and_measures_with_owner_and_day() throws Exception {
        opened();
        signed.claimOn(page(), "dana.whitfield");

        invalid(
                post("dana.whitfield", "/plan", Map.of("agreement", LONG)),
                "Say who was harmed, without names.",
                "Say how the people harmed were heard, or who speaks for them.",
                "Choose at least one form of remedy.",
                TOO_LONG,
                "A remedy must not cost anybody a right to go to court. Confirm that it does not.",
                "A plan needs at least one measure.");
        invalid(
                plan(Map.of("measure-1-text", "", "measure-1-owner", "", "measure-1-due", today().minusDays(1))),
                "Say what the measure is.",
                "Choose who carries it out.",
                "State a day by which it is carried out.",
                "Signed by their speakers");
        invalid(plan(Map.of("agreement", " ")), "Say what was agreed with them, or why nothing could be.");
        assertThat(remediation().plans()).isEmpty();
    }

    @Test
    void a_plan_that_came_in_the_place_of_the_one_that_was_read_is_not_approved_unread() throws Exception {
        planned();
        signed.claimOn(page(), "george.tan");
        assertThat(post("george.tan", "/plan-ruling", Map.of("accepted", "no", "ruling-reasons", "Too little.")))
                .hasStatus3xxRedirection();
        signed.claimOn(page(), "dana.whitfield");
        assertThat(plan(Map.of())).hasStatus3xxRedirection();
        signed.claimOn(page(), "george.tan");

        assertThat(post(
                        "george.tan",
                        "/plan-ruling",
                        Map.of("accepted", "yes", "ruling-reasons", "It is enough.", "seen", 1)))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Number 2 waits for a ruling now", "It is enough.");
        assertThat(remediation().approved()).isEmpty();
    }

    @Test
    void a_ruling_says_whether_and_why_and_is_never_the_planners() throws Exception {
        planned();
        signed.claimOn(page(), "george.tan");

        invalid(post("george.tan", "/plan-ruling", Map.of()), "Say whether you approve the plan.", "Give the reasons.");
        assertThat(remediation().approved()).isEmpty();
        assertThat(followUps.objections(
                        remediation().id(),
                        FollowUpStep.APPROVE_REMEDY_PLAN,
                        new Actor("dana.whitfield", "Dana", Set.of(Role.HR_REVIEWER, Role.PANEL_CHAIR))))
                .containsExactly("You made this plan. Somebody else has to approve it (H1).");
    }

    @Test
    void a_measure_is_reported_on_by_its_owner_with_what_was_done_and_while_the_remedy_is_open() throws Exception {
        approved();

        invalid(report("tom.lindqvist", " "), "Say what was done, and what shows it.");
        invalid(report("tom.lindqvist", LONG), TOO_LONG);
        assertThat(report("paul.nguyen", "Paid"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("Only its owner reports on a measure that is to be carried out.");
        assertThat(report("august.lund", "Paid"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("Auditors read everything and write nothing.");
        assertThat(measure().reports()).isEmpty();

        signed.claimOn(page(), "leo.brandt");
        invalid(
                post("leo.brandt", "/done", Map.of()),
                "Confirm that every measure is carried out and reported on.",
                "Measure 1 has no report that is new. Its owner has to report on it first.");
        assertThat(report("tom.lindqvist", "Paid")).hasStatus3xxRedirection();
        assertThat(post("leo.brandt", "/done", Map.of("done", "yes"))).hasStatus3xxRedirection();
        signed.claimOn(page(), "helen.okafor");
        assertThat(verify("helen.okafor")).hasStatus3xxRedirection();
        assertThat(report("tom.lindqvist", "Paid again"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("The remedy is verified already.", "Paid again");
    }

    @Test
    void a_verification_says_what_people_say_and_is_never_of_who_planned_owns_or_reported() throws Exception {
        approved();
        signed.claimOn(page(), "leo.brandt");
        assertThat(report("tom.lindqvist", "Paid")).hasStatus3xxRedirection();
        assertThat(post("leo.brandt", "/done", Map.of("done", "yes"))).hasStatus3xxRedirection();
        signed.claimOn(page(), "helen.okafor");

        invalid(
                post("helen.okafor", "/verification", Map.of("people-say", LONG)),
                "Say whether the harm is remedied as planned.",
                TOO_LONG,
                "Say what you checked, and how.");
        invalid(
                post("helen.okafor", "/verification", Map.of("verified", "yes", "verification-reasons", "Read")),
                "Say what the people harmed say of it, or why nobody could ask them.");
        assertThat(verify("dana.whitfield"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("You made the plan. Somebody else has to verify the remedy (H1).");
        assertThat(followUps.objections(
                        remediation().id(),
                        FollowUpStep.VERIFY_REMEDY,
                        new Actor("tom.lindqvist", "Tom", Set.of(Role.MONITOR))))
                .contains("You own a measure of the plan. Somebody else has to verify the remedy (H1).");
        assertThat(verify("mona.keller"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Somebody else holds this task.", "They agree");
        assertThat(remediation().open()).isTrue();
    }

    private void invalid(MvcTestResult answer, String... sentences) {
        assertThat(answer)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(sentences);
    }

    private String incident() {
        return "incident:"
                + database.sql("select id from review.incident where contract_id = :id")
                        .param("id", signed.contract.value())
                        .query(UUID.class)
                        .single();
    }

    private MvcTestResult open(Map<String, ?> fields) {
        return signed.hands.post("mona.keller", "/contracts/" + signed.contract + "/remediation", fields);
    }

    private void opened() {
        assertThat(open(Map.of("cause", incident(), "involvement", "CONTRIBUTE", "harm", "Families were traced")))
                .hasStatus3xxRedirection();
    }

    private void planned() throws Exception {
        opened();
        signed.claimOn(page(), "dana.whitfield");
        assertThat(plan(Map.of())).hasStatus3xxRedirection();
    }

    private void approved() throws Exception {
        planned();
        signed.claimOn(page(), "george.tan");
        assertThat(post("george.tan", "/plan-ruling", Map.of("accepted", "yes", "ruling-reasons", "It is enough.")))
                .hasStatus3xxRedirection();
    }

    private MvcTestResult plan(Map<String, ?> otherwise) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "harmed", "Twelve families",
                "heard", "In two meetings, in Spanish",
                "forms", List.of("APOLOGY", "COMPENSATION"),
                "agreement", "Signed by their speakers",
                "no-waiver", "yes",
                "measure-1-text", "Pay the cost of their lawyers",
                "measure-1-owner", "tom.lindqvist",
                "measure-1-due", today().plusDays(30)));
        fields.putAll(otherwise);
        return post("dana.whitfield", "/plan", fields);
    }

    private MvcTestResult report(String person, String account) {
        UUID id = measure().id();
        return post(person, "/measures/" + id + "/report", Map.of("account-" + id, account));
    }

    private MvcTestResult verify(String person) {
        return post(
                person,
                "/verification",
                Map.of("verified", "yes", "people-say", "They agree", "verification-reasons", "Receipts read"));
    }

    private MvcTestResult post(String person, String path, Map<String, ?> fields) {
        return signed.hands.post(person, page() + path, fields);
    }

    private Remediation remediation() {
        return remediations.of(signed.contract).get(0);
    }

    private Measure measure() {
        return remediation().approved().orElseThrow().measures().get(0);
    }

    private String page() {
        return "/remediations/" + remediation().id();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
