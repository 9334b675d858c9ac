package org.contractethics.workflow.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** What of the engine is in use, and what is switched off. The tests of the models run with the same switches. */
final class EngineDefaults {

    private static final String DURATION_READER = DatatypeFactory.class.getName();

    private EngineDefaults() {}

    /**
     * @param beans the only names that expressions in models can reach
     * @param projection keeps the inbox in step with the tasks
     */
    static void apply(ProcessEngineConfigurationImpl engine, Map<Object, Object> beans, BpmnParseListener projection) {
        nameDurationReader();
        engine.setBeans(new HashMap<>(beans));
        // The stock ids come from the database in blocks, each fetched on a second connection while the first is held:
        // when every
        // connection of the pool is in such a transaction, all of them wait for one that never comes.
        engine.setIdGenerator(() -> UUID.randomUUID().toString());
        // The engine adds listeners of its own to these lists.
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(projection)));
        history(engine);
        // Whatever could run code or hold people besides the models and Keycloak.
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setCmmnEnabled(false);
        engine.setDmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setDbIdentityUsed(false);
        engine.setAuthorizationEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setJobExecutorActivate(false);
        // Five tries in half an hour; from then on RevivingSteps.
        engine.setFailedJobRetryTimeCycle("PT1M,PT4M,PT10M,PT15M");
        engine.setEnforceHistoryTimeToLive(true);
        // Whoever called logs or answers; a refusal is no error of the engine. Failed jobs are logged all the same.
        engine.setEnableCmdExceptionLogging(false);
    }

    /** The engine asks for one with each timer that repeats; where none is named, every jar is searched for it each time. */
    private static void nameDurationReader() {
        if (System.getProperty(DURATION_READER) == null) {
            System.setProperty(
                    DURATION_READER,
                    DatatypeFactory.newDefaultInstance().getClass().getName());
        }
    }

    /**
     * Audit level: who did what and when, about half the rows of the full level, whose additional change log of variables
     * would say nothing that the record does not say better. The record is the legal memory; this history may be lost.
     */
    private static void history(ProcessEngineConfigurationImpl engine) {
        engine.setHistory(ProcessEngineConfigurationImpl.HISTORY_AUDIT);
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.setCustomHistoryEventHandlers(new ArrayList<>(List.of(new HistoryOfCases())));
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("03:00");
    }
}
