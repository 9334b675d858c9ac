package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long after it is due a timer fires on a quiet system. Says the figures; {@code -Dtimers=100} measures more of them. The bound
 * is generous, because a build runs beside others: the promised five seconds stand in the measurements.
 */
@IntegrationTest
class TimerPunctualityIT {

    private static final int TIMERS = Integer.getInteger("timers", 8);
    private static final Duration GENEROUS = Duration.ofSeconds(20);

    private final ProcessEngine engine;

    @Autowired
    TimerPunctualityIT(ProcessEngine engine) {
        this.engine = engine;
    }

    @Test
    void a_due_timer_fires_within_seconds() {
        String probe = "timer-probe-" + UUID.randomUUID();
        Deployment deployment = engine.getRepositoryService()
                .createDeployment()
                .name(probe)
                .addModelInstance(
                        "timer-probe.bpmn",
                        Bpmn.createExecutableProcess(probe)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .intermediateCatchEvent()
                                .timerWithDate("${due}")
                                .endEvent()
                                .done())
                .deploy();
        try {
            List<Long> late = measure(probe);
            System.out.printf(
                    "timers fired after they were due: %d timers, median %d ms, 95th percentile %d ms, at most %d ms%n",
                    late.size(),
                    late.get(late.size() / 2),
                    late.get((int) Math.ceil(late.size() * 0.95) - 1),
                    late.get(late.size() - 1));
            assertThat(late.get(late.size() - 1)).isLessThan(GENEROUS.toMillis());
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

    /** How late each was, in milliseconds, the smallest first. Due times are spread, so that most find the engine asleep. */
    private List<Long> measure(String probe) {
        Random chance = new Random(7);
        Instant start = Instant.now();
        for (int i = 0; i < TIMERS; i++) {
            Instant due = start.plusMillis(2_000L + i * 3_000L + chance.nextInt(3_000));
            engine.getRuntimeService().startProcessInstanceByKey(probe, "probe " + i, Map.of("due", Date.from(due)));
        }
        await().atMost(Duration.ofSeconds(10L + TIMERS * 3L).plus(GENEROUS))
                .until(() -> ended(probe).size() == TIMERS);
        return ended(probe).stream()
                .map(instance -> Duration.between(
                                due(instance), instance.getEndTime().toInstant())
                        .toMillis())
                .sorted()
                .toList();
    }

    private List<HistoricProcessInstance> ended(String probe) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(probe)
                .finished()
                .list();
    }

    private Instant due(HistoricProcessInstance instance) {
        Date due = (Date) engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName("due")
                .singleResult()
                .getValue();
        return due.toInstant();
    }
}
