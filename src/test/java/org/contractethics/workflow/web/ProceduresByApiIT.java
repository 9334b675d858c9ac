package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.Contract;
import org.contractethics.review.Reviews;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Open cases are moved to the newest version of their procedure by calls of the API. */
@IntegrationTest
class ProceduresByApiIT {

    private static final String PROCEDURES = "/api/procedures";
    private static final String CHAIR = "ruth.castillo";

    private final ApiCalls api;
    private final SubmittedContracts contracts;
    private final Reviews reviews;
    private final RepositoryService repository;
    private final RuntimeService processes;

    @Autowired
    ProceduresByApiIT(
            Environment settings,
            SubmittedContracts contracts,
            Reviews reviews,
            RepositoryService repository,
            RuntimeService processes) {
        this.api = new ApiCalls(settings);
        this.contracts = contracts;
        this.reviews = reviews;
        this.repository = repository;
        this.processes = processes;
    }

    @Test
    void a_case_moves_by_a_plan_that_was_read_and_one_with_an_obstacle_stays() {
        theSameModelAnew();
        ProcessInstance moves = begun("To be moved");
        ProcessInstance stays = begun("To be left");
        stepsBack(stays);
        theSameModelAnew();
        String plan = PROCEDURES + "/" + moves.getProcessDefinitionId();
        Map<String, Object> both = Map.of("cases", List.of(moves.getId(), stays.getId()), "reasons", "Of the new law.");
        assertThat(api.get(CHAIR, PROCEDURES).body().findValuesAsString("definition"))
                .contains(moves.getProcessDefinitionId());
        assertThat(api.get(CHAIR, plan).body().path("cases").findValuesAsString("process"))
                .contains(moves.getId(), stays.getId());

        String seen = api.get(CHAIR, plan).tag();
        assertThat(api.post(CHAIR, plan + "/moves", both).status()).isEqualTo(428);
        Answer done = api.post(CHAIR, plan + "/moves", both, "If-Match", seen);

        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.body().path("moved").findValuesAsString("process")).containsExactly(moves.getId());
        JsonNode left = done.body().path("left").get(0);
        assertThat(left.at("/left/process").asString()).isEqualTo(stays.getId());
        assertThat(left.path("reason").asString()).contains("(H2)");
        assertThat(definition(moves)).isNotEqualTo(moves.getProcessDefinitionId());
        assertThat(definition(stays)).isEqualTo(stays.getProcessDefinitionId());
        assertThat(api.post(CHAIR, plan + "/moves", both, "If-Match", seen).status())
                .as("the plan is another now")
                .isEqualTo(412);
    }

    @Test
    void a_move_names_its_cases_and_its_reasons_and_is_not_for_auditors() {
        theSameModelAnew();
        ProcessInstance begun = begun("To stay");
        theSameModelAnew();
        String plan = PROCEDURES + "/" + begun.getProcessDefinitionId();

        Answer empty = api.change(CHAIR, plan, plan + "/moves", Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body().path("fields").findValuesAsString("field")).containsExactly("cases", "reasons");
        Map<String, Object> move = Map.of("cases", List.of(begun.getId()), "reasons", "Why not.");
        assertThat(api.change("august.lund", plan, plan + "/moves", move).status())
                .isEqualTo(403);
        assertThat(api.get("dana.whitfield", plan).status()).isEqualTo(403);
        assertThat(api.get(CHAIR, PROCEDURES + "/contract-review:0:none").status())
                .isEqualTo(404);
        assertThat(api.get(CHAIR, PROCEDURES + "/" + newest()).status())
                .as("cases of the newest have nowhere to move")
                .isEqualTo(409);
        assertThat(definition(begun)).isEqualTo(begun.getProcessDefinitionId());
    }

    private ProcessInstance begun(String title) {
        Contract contract = contracts.submitted(title + " " + UUID.randomUUID());
        return processes.createProcessInstanceQuery().processInstanceBusinessKey(review(contract)).list().stream()
                .filter(process -> process.getProcessDefinitionId().startsWith("contract-review:"))
                .findFirst()
                .orElseThrow();
    }

    private String review(Contract contract) {
        return reviews.latestOf(contract.id()).orElseThrow().id().toString();
    }

    /** The chair declares a conflict in the review of this case. */
    private void stepsBack(ProcessInstance process) {
        String review = "/api/reviews/" + process.getBusinessKey();
        Answer declared = api.change(CHAIR, review, review + "/conflicts", Map.of("interest", "FAMILY_OR_FRIEND"));
        assertThat(declared.status()).as(declared.toString()).isBetween(200, 204);
    }

    /** Its version holds the cases that begin after it, and no others. */
    private void theSameModelAnew() {
        repository
                .createDeployment()
                .addClasspathResource("bpmn/contract-review.bpmn")
                .deploy();
    }

    private String newest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("contract-review")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String definition(ProcessInstance process) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceId(process.getId())
                .singleResult()
                .getProcessDefinitionId();
    }
}
