package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.Stage;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the compiler cannot see: the models in {@code bpmn/} name things that exist, and people can read them. */
class BpmnFilesTests {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{(\\w+)\\.(\\w+)\\(");
    private static final Map<String, Class<?>> BEANS = Map.of(
            "dueDates", DueDates.class,
            "reviewPath", ReviewPath.class,
            "deltaPath", DeltaPath.class,
            "escalations", Escalations.class,
            "followUps", FollowUpSteps.class,
            "announcements", Announcements.class,
            "policySteps", PolicySteps.class,
            "deliveries", Deliveries.class,
            "absenceDays", AbsenceProcess.class);

    static Stream<File> models() {
        File[] files = Objects.requireNonNull(new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn")));
        return Arrays.stream(files);
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_expression_calls_a_public_method_of_a_bean_of_workflow(File file) {
        String text = Bpmn.convertToString(Bpmn.readModelFromFile(file));
        long expressions = text.codePoints().filter(sign -> sign == '{').count();
        Matcher matcher = EXPRESSION.matcher(text);

        int found = 0;
        while (matcher.find()) {
            found++;
            Class<?> bean = BEANS.get(matcher.group(1));
            assertThat(bean).as("bean %s in %s", matcher.group(1), file).isNotNull();
            String method = matcher.group(2);
            assertThat(Objects.requireNonNull(bean).getMethods())
                    .as("method %s in %s", method, file)
                    .anyMatch(known -> known.getName().equals(method));
        }
        assertThat(found)
                .as("expressions of %s", file)
                .isEqualTo(Math.toIntExact(expressions))
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_candidate_group_is_a_role_and_every_task_has_a_due_date(File file) {
        assertThat(tasks(file)).allSatisfy(task -> {
            assertThat(task.getCamundaCandidateGroupsList()).isNotEmpty().allSatisfy(Role::valueOf);
            assertThat(task.getCamundaDueDate())
                    .as("due date of %s", task.getId())
                    .isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_process_has_a_name_a_documentation_and_a_time_to_live(File file) {
        assertThat(Bpmn.readModelFromFile(file).getModelElementsByType(Process.class))
                .hasSize(1)
                .allSatisfy(process -> {
                    assertThat(process.getName()).isNotBlank();
                    assertThat(process.getDocumentations()).isNotEmpty();
                    assertThat(process.getCamundaHistoryTimeToLiveString()).startsWith("P");
                    assertThat(process.getId()).isEqualTo(file.getName().replace(".bpmn", ""));
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_element_is_labelled_and_every_task_explained(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);

        assertThat(model.getModelElementsByType(FlowNode.class))
                .filteredOn(node -> !(node instanceof ExclusiveGateway)
                        || node.getOutgoing().size() > 1)
                .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
        assertThat(model.getModelElementsByType(ExclusiveGateway.class))
                .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
                .flatExtracting(FlowNode::getOutgoing)
                .allSatisfy(flow -> assertThat(flow.getName()).as(flow.getId()).isNotBlank());
        assertThat(model.getModelElementsByType(Task.class))
                .allSatisfy(task ->
                        assertThat(task.getDocumentations()).as(task.getId()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_element_is_drawn(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        Set<String> drawn = Stream.concat(
                        model.getModelElementsByType(BpmnShape.class).stream()
                                .map(shape -> shape.getBpmnElement().getId()),
                        model.getModelElementsByType(BpmnEdge.class).stream()
                                .map(edge -> edge.getBpmnElement().getId()))
                .collect(Collectors.toSet());

        assertThat(model.getModelElementsByType(FlowElement.class))
                .extracting(FlowElement::getId)
                .containsExactlyInAnyOrderElementsOf(drawn);
    }

    @ParameterizedTest
    @MethodSource("models")
    void no_timer_can_end_a_task_and_no_script_can_run(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);

        assertThat(model.getModelElementsByType(BoundaryEvent.class))
                .filteredOn(event -> isTimer(event) || event.getAttachedTo() instanceof Task)
                .noneMatch(BoundaryEvent::cancelActivity);
        assertThat(tasks(file)).allSatisfy(task -> assertThat(model.getModelElementsByType(BoundaryEvent.class))
                .as("a timer that escalates %s", task.getId())
                .anyMatch(event -> event.getAttachedTo().getId().equals(task.getId())));
        assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
        assertThat(model.getModelElementsByType(Script.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaScript.class)).isEmpty();
    }

    private static boolean isTimer(BoundaryEvent event) {
        return event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_tasks_of_the_review_are_its_stages(File file) {
        if (!file.getName().equals("contract-review.bpmn") && !file.getName().equals("delta-review.bpmn")) {
            return;
        }
        List<UserTask> tasks = Stream.concat(
                        tasks(file).stream(), tasks(new File("bpmn", "appeal-hearing.bpmn")).stream())
                .toList();
        assertThat(tasks)
                .extracting(UserTask::getId)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Stage.values()).map(Stage::taskKey).toList());
        assertThat(tasks).allSatisfy(task -> {
            Stage stage = ProcessNames.stage(task.getId());
            assertThat(task.getName()).isEqualTo(stage.label());
            assertThat(task.getCamundaCandidateGroupsList().stream().map(Role::valueOf))
                    .containsExactlyInAnyOrderElementsOf(stage.candidates());
        });
    }

    @Test
    void the_tasks_after_a_signature_are_its_steps() {
        List<UserTask> tasks = Stream.of(FollowUp.values())
                .map(followUp -> new File("bpmn", ProcessNames.process(followUp) + ".bpmn"))
                .flatMap(file -> tasks(file).stream())
                .toList();

        assertThat(tasks)
                .extracting(UserTask::getId)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FollowUpStep.values())
                        .map(FollowUpStep::taskKey)
                        .toList());
        assertThat(tasks).allSatisfy(task -> {
            FollowUpStep step = ProcessNames.step(task.getId());
            assertThat(task.getName()).isEqualTo(step.label());
            assertThat(task.getCamundaCandidateGroupsList().stream().map(Role::valueOf))
                    .containsExactlyInAnyOrderElementsOf(step.candidates());
        });
    }

    private static List<UserTask> tasks(File file) {
        return List.copyOf(Bpmn.readModelFromFile(file).getModelElementsByType(UserTask.class));
    }
}
