package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What follows a signature, by calls of the API: the rules of the pages, on what the caller saw. */
@IntegrationTest
class FollowUpByApiIT {

    private final ApiCalls api;
    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final JdbcClient database;
    private final RuntimeService processes;
    private final ManagementService jobs;

    @Autowired
    FollowUpByApiIT(
            Environment settings,
            MockMvcTester mvc,
            BegunReviews begun,
            JdbcClient database,
            RuntimeService processes,
            ManagementService jobs) {
        this.api = new ApiCalls(settings);
        this.mvc = mvc;
        this.begun = begun;
        this.database = database;
        this.processes = processes;
        this.jobs = jobs;
    }

    @Test
    void a_contract_of_an_import_is_taken_over_once_on_what_was_seen() {
        ContractId contract = new ContractId(UUID.randomUUID());
        database.sql(
                        """
                        insert into contract.contract (id, title, description, awarding_name, awarding_type, awarding_country,
                            supplier, resellers, end_users, capabilities, data_kinds, countries, currency, secrecy, source,
                            imported_by, state, registered_at, changed_at, changed_by, words)
                        values (:id, 'An award', '', 'Border agency', 'BORDER', 'US', 'Our company', '{}', '{}', '{}', '{}',
                            '{}', 'USD', 'NONE', 'OCDS', 'sofia.marin', 'REGISTERED', now(), now(), 'sofia.marin', '')""")
                .param("id", contract.value())
                .update();
        String path = "/api/contracts/" + contract;

        assertThat(api.post("sofia.marin", path + "/owner", null).status()).isEqualTo(428);
        assertThat(api.change("dana.whitfield", path, path + "/owner", Map.of()).status())
                .isEqualTo(403);
        Answer taken = api.change("sofia.marin", path, path + "/owner", Map.of());
        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
        assertThat(taken.raw().body()).contains("sofia.marin");
        assertThat(api.change("tom.lindqvist", path, path + "/owner", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void services_are_restricted_suspended_set_free_and_the_contract_ended() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);
        String contract = "/api/contracts/" + signed.contract;
        restricted(contract);
        String suspension = "/api/suspensions/" + first(api.get("ruth.castillo", contract + "/suspensions"));
        suspended(suspension);
        String lifting = opened("george.tan", contract + "/suspensions", Map.of("reason", "They changed the terms."));
        assertThat(api.get("ruth.castillo", lifting).body().path("purpose").asString())
                .isEqualTo("LIFT");
        proposeAndRule(lifting, Map.of("outcome", "LIFT", "reasons", "The terms hold."));
        assertThat(state(contract)).isEqualTo("SIGNED");
        assertThat(done("ruth.castillo", contract + "/interim-measures", contract + "/interim-measures", restriction())
                        .status())
                .as("confirmed before, so it may be imposed again")
                .isEqualTo(200);
        String ending = "/api/suspensions/" + first(api.get("ruth.castillo", contract + "/suspensions"));
        proposeAndRule(ending, Map.of("outcome", "EXIT", "reasons", "Nothing helped."));
        exited(contract);
    }

    private void restricted(String contract) {
        String measures = contract + "/interim-measures";
        assertThat(api.post("ruth.castillo", measures, restriction()).status()).isEqualTo(428);
        assertThat(api.change("george.tan", measures, measures, restriction()).status())
                .isEqualTo(403);
        assertThat(api.get("ruth.castillo", measures).body().path("causes")).isNotEmpty();
        for (String reader : List.of("tom.lindqvist", "george.tan")) {
            Answer read = api.get(reader, measures);
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.body().path("causes"))
                    .as(reader + " cannot impose one")
                    .isEmpty();
        }
        Answer empty = api.change("ruth.castillo", measures, measures, Map.of("cause", "other"));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body().path("fields").toString()).contains("\"field\":\"restriction\"");
        Answer imposed = api.change("ruth.castillo", measures, measures, restriction());
        assertThat(imposed.status()).as(imposed.toString()).isEqualTo(200);
        assertThat(state(contract)).isEqualTo("RESTRICTED");
        assertThat(api.change("ruth.castillo", measures, measures, restriction())
                        .status())
                .isEqualTo(409);
        assertThat(api.get("erin.walsh", measures).status()).isEqualTo(404);
    }

    private void suspended(String suspension) {
        Map<String, String> proposal =
                Map.of("outcome", "SUSPEND", "reasons", "Misuse.", "customerNotice", "We stop.", "safety", "On paper.");
        String proposals = suspension + "/proposals";
        assertThat(api.change("ruth.castillo", suspension, proposals, proposal).status())
                .as("not claimed")
                .isEqualTo(409);
        claim(suspension, "propose-suspension", "ruth.castillo");
        Answer silent =
                api.change("ruth.castillo", suspension, proposals, Map.of("outcome", "SUSPEND", "reasons", "x"));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body().path("fields").toString()).contains("\"field\":\"customerNotice\"");
        Answer seen = api.get("ruth.castillo", suspension);
        assertThat(api.post("ruth.castillo", proposals, proposal, "If-Match", seen.tag())
                        .status())
                .isEqualTo(200);
        assertThat(api.post("ruth.castillo", proposals, proposal, "If-Match", seen.tag())
                        .status())
                .isEqualTo(412);
        assertThat(api.change("ruth.castillo", suspension, suspension + "/rulings", Map.of("confirmed", true))
                        .status())
                .as("two people")
                .isEqualTo(403);
        claim(suspension, "confirm-suspension", "george.tan");
        assertThat(api.change("george.tan", suspension, suspension + "/rulings", Map.of("confirmed", true))
                        .status())
                .isEqualTo(422);
        Answer ruled = api.change(
                "george.tan", suspension, suspension + "/rulings", Map.of("confirmed", true, "rulingReasons", "Read."));
        assertThat(ruled.status()).as(ruled.toString()).isEqualTo(200);
        assertThat(ruled.body().at("/proposals/0/confirmed").asBoolean()).isTrue();
    }

    private void proposeAndRule(String suspension, Map<String, String> proposal) {
        claim(suspension, "propose-suspension", "ruth.castillo");
        done("ruth.castillo", suspension, suspension + "/proposals", proposal);
        claim(suspension, "confirm-suspension", "george.tan");
        done(
                "george.tan",
                suspension,
                suspension + "/rulings",
                Map.of("confirmed", true, "rulingReasons", "The committee read it."));
    }

    private void exited(String contract) {
        assertThat(api.post("ruth.castillo", contract + "/exits", Map.of("reason", "Again"))
                        .status())
                .as("it began with the decision")
                .isEqualTo(409);
        String exit = "/api/exits/" + first(api.get("ruth.castillo", contract + "/exits"));
        claim(exit, "plan-exit", "dana.whitfield");
        Answer empty = api.change("dana.whitfield", exit, exit + "/plans", Map.of("leverage", "Letters."));
        assertThat(empty.body().path("fields").toString()).contains("\"field\":\"adverseImpacts\"");
        Map<String, Object> never = new HashMap<>(exitPlan());
        never.put("servicesEndOn", "9999-01-01");
        never.put("dataGoneBy", "9999-12-31");
        assertThat(api.change("dana.whitfield", exit, exit + "/plans", never)
                        .body()
                        .path("fields")
                        .toString())
                .contains("\"field\":\"servicesEndOn\"", "\"field\":\"dataGoneBy\"");
        done("dana.whitfield", exit, exit + "/plans", exitPlan());
        assertThat(api.change("dana.whitfield", exit, exit + "/plan-rulings", ruling())
                        .status())
                .isEqualTo(403);
        claim(exit, "approve-exit-plan", "george.tan");
        done("george.tan", exit, exit + "/plan-rulings", ruling());
        claim(exit, "carry-out-exit", "leo.brandt");
        done(
                "leo.brandt",
                exit,
                exit + "/reports",
                Map.of("servicesEndedOn", today().toString(), "dataProof", "Logs", "people", "The hotline runs on."));
        claim(exit, "confirm-exit", "george.tan");
        done("george.tan", exit, exit + "/report-rulings", ruling());
        assertThat(state(contract)).isEqualTo("EXITED");
    }

    @Test
    void a_harm_is_remedied_and_the_contract_looked_at_again() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);
        String contract = "/api/contracts/" + signed.contract;
        signed.hands.post("mona.keller", "/contracts/" + signed.contract + "/incidents", incident());
        signed.hands.post(
                "mona.keller", "/contracts/" + signed.contract + "/visibility", Map.of("statement", "No logs."));
        String cause = api.get("mona.keller", contract + "/remediations")
                .body()
                .path("causes")
                .propertyNames()
                .iterator()
                .next();
        assertThat(api.post("tom.lindqvist", contract + "/remediations", Map.of("cause", cause))
                        .status())
                .isEqualTo(403);
        remedied(opened(
                "mona.keller",
                contract + "/remediations",
                Map.of("cause", cause, "involvement", "CONTRIBUTE", "harm", "Families were traced")));
        lookedAtAgain(contract);
    }

    private void remedied(String remediation) {
        claim(remediation, "plan-remedy", "dana.whitfield");
        Answer waiver = api.change("dana.whitfield", remediation, remediation + "/plans", Map.of("harmed", "Families"));
        assertThat(waiver.status()).isEqualTo(422);
        assertThat(waiver.body().path("fields").toString()).contains("\"field\":\"noWaiver\"");
        Answer planned = done("dana.whitfield", remediation, remediation + "/plans", remedyPlan());
        String measure = planned.body().at("/plans/0/measures/0/id").asString();
        claim(remediation, "approve-remedy-plan", "george.tan");
        done("george.tan", remediation, remediation + "/plan-rulings", ruling());
        claim(remediation, "carry-out-remedy", "leo.brandt");
        assertThat(api.change("leo.brandt", remediation, remediation + "/completion", Map.of("done", true))
                        .status())
                .as("no report yet")
                .isEqualTo(422);
        done(
                "tom.lindqvist",
                remediation,
                remediation + "/measures/" + measure + "/reports",
                Map.of("account", "The letter was read out."));
        done("leo.brandt", remediation, remediation + "/completion", Map.of("done", true));
        claim(remediation, "verify-remedy", "helen.okafor");
        Answer verified = done(
                "helen.okafor",
                remediation,
                remediation + "/verifications",
                Map.of("verified", true, "peopleSay", "They accept it.", "verificationReasons", "Heard them."));
        assertThat(verified.body().path("closedAt").isNull()).isFalse();
        assertThat(api.get("erin.walsh", remediation).status()).isEqualTo(404);
    }

    private void lookedAtAgain(String contract) {
        String reReview = "/api/re-reviews/" + first(api.get("mona.keller", contract + "/re-reviews"));
        intervalIsOver(reReview);
        assertThat(api.change("helen.okafor", reReview, reReview + "/results", Map.of("result", "STILL_VALID"))
                        .status())
                .isEqualTo(409);
        claim(reReview, "re-review", "helen.okafor");
        Answer found = done(
                "helen.okafor",
                reReview,
                reReview + "/results",
                Map.of("result", "STILL_VALID", "reasons", "Nothing new."));
        assertThat(found.body().at("/results/0/result").asString()).isEqualTo("STILL_VALID");
        assertThat(api.change("tom.lindqvist", reReview, reReview + "/results", Map.of())
                        .status())
                .isEqualTo(403);
    }

    private void intervalIsOver(String reReview) {
        processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id(reReview))
                .list()
                .forEach(process -> jobs.createJobQuery()
                        .processInstanceId(process.getId())
                        .list()
                        .forEach(job -> jobs.executeJob(job.getId())));
    }

    private Answer done(String person, String resource, String path, Map<String, ?> body) {
        Answer answer = api.change(person, resource, path, body);
        assertThat(answer.status()).as(path + " " + answer).isBetween(200, 201);
        return answer;
    }

    private String opened(String person, String path, Map<String, ?> body) {
        Answer answer = api.post(person, path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.raw().headers().firstValue("Location").orElseThrow();
    }

    private void claim(String resource, String step, String person) {
        String task = database.sql(
                        """
                        select task_id from workflow.inbox_item
                        where subject_id = cast(:id as uuid) and task_key = :step and completed_at is null""")
                .param("id", id(resource))
                .param("step", step)
                .query(String.class)
                .single();
        assertThat(api.post(person, "/api/inbox/tasks/" + task + "/claim", null).status())
                .isEqualTo(204);
    }

    private static String id(String resource) {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    private static String first(Answer list) {
        return list.body().at("/0/id").asString();
    }

    private String state(String contract) {
        return api.get("ruth.castillo", contract).body().path("state").asString();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static Map<String, String> restriction() {
        return Map.of("cause", "other", "restriction", "No queries", "reasons", "Families are traced now.");
    }

    private static Map<String, Object> ruling() {
        return Map.of("accepted", true, "rulingReasons", "The committee read it.");
    }

    private static Map<String, String> incident() {
        return Map.of(
                "kind", "PRESS",
                "happened-on", today().toString(),
                "source", "A newspaper",
                "reliability", "B",
                "account", "Families were traced");
    }

    private static Map<String, Object> exitPlan() {
        Map<String, Object> plan = new HashMap<>();
        plan.put("leverage", "Letters were sent.");
        plan.put("affected", "People who call the hotline");
        plan.put("adverseImpacts", "Families lose a hotline");
        plan.put("prevention", "It runs on for three months.");
        plan.put("heard", "Two advice centres");
        plan.put("dataReturn", "All case files");
        plan.put("handOver", "Nobody");
        plan.put("publicNote", "We end this contract.");
        plan.put("servicesEndOn", today().plusDays(30).toString());
        plan.put("dataGoneBy", today().plusDays(60).toString());
        return plan;
    }

    private static Map<String, Object> remedyPlan() {
        return Map.of(
                "harmed",
                "Twelve families",
                "heard",
                "In two meetings",
                "forms",
                List.of("APOLOGY"),
                "agreement",
                "Signed by their speakers",
                "noWaiver",
                true,
                "measures",
                List.of(Map.of(
                        "text", "A letter",
                        "owner", "tom.lindqvist",
                        "due", today().plusDays(20).toString())));
    }
}
