package org.contractethics.workflow.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.contractethics.CountedStatements;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Stage;
import org.springframework.core.env.Environment;

/**
 * The engine alone with the model of the review: the product's own switches, the same variables, claims and completions, the
 * same database in a schema of its own. Nothing of ours listens.
 */
final class BareEngine implements AutoCloseable {

    private static final String SCHEMA = "bare_engine";
    private static final List<Stage> T3 = List.of(
            Stage.DOCUMENT_CHECK,
            Stage.LEGAL_STOP,
            Stage.TRIAGE,
            Stage.RESEARCH,
            Stage.ASSESSMENT,
            Stage.MITIGATION,
            Stage.VOTE,
            Stage.DECISION);
    private static final List<Stage> T1 =
            List.of(Stage.DOCUMENT_CHECK, Stage.LEGAL_STOP, Stage.TRIAGE, Stage.ASSESSMENT, Stage.VOTE, Stage.DECISION);

    private final Environment settings;
    private final HikariDataSource connections;
    private final ProcessEngine engine;

    BareEngine(Environment settings, Map<Object, Object> beans) throws SQLException, IOException {
        this.settings = settings;
        asOwner(
                "drop schema if exists " + SCHEMA + " cascade",
                "create schema " + SCHEMA,
                "grant all on schema " + SCHEMA + " to " + settings.getRequiredProperty("spring.datasource.username"));
        connections = new HikariDataSource();
        connections.setJdbcUrl(settings.getRequiredProperty("spring.datasource.url"));
        connections.setUsername(settings.getRequiredProperty("spring.datasource.username"));
        connections.setPassword(settings.getRequiredProperty("spring.datasource.password"));
        connections.setSchema(SCHEMA);
        StandaloneProcessEngineConfiguration engineSettings = new StandaloneProcessEngineConfiguration();
        engineSettings.setProcessEngineName(SCHEMA);
        engineSettings.setDataSource(CountedStatements.counting(connections));
        engineSettings.setDatabaseSchema(SCHEMA);
        engineSettings.setDatabaseTablePrefix(SCHEMA + ".");
        engineSettings.setDatabaseSchemaUpdate("true");
        EngineDefaults.apply(engineSettings, beans, new AbstractBpmnParseListener() {});
        engine = engineSettings.buildProcessEngine();
        try (InputStream model = BareEngine.class.getResourceAsStream("/bpmn/contract-review.bpmn")) {
            engine.getRepositoryService()
                    .createDeployment()
                    .addInputStream("contract-review.bpmn", model)
                    .deploy();
        }
    }

    private void asOwner(String... commands) throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        settings.getRequiredProperty("spring.datasource.url"),
                        settings.getRequiredProperty("spring.flyway.user"),
                        settings.getRequiredProperty("spring.flyway.password"));
                var statement = owner.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    /** From intake to decision. */
    void decide(String review, String contract, Tier tier) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        ProcessNames.CONTRACT_REVIEW,
                        review,
                        Map.of(ProcessNames.CONTRACT_ID, contract, ProcessNames.SUBMITTER, "sofia.marin"));
        for (Stage stage : tier == Tier.T1 ? T1 : T3) {
            Task task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(review)
                    .taskDefinitionKey(stage.taskKey())
                    .singleResult();
            if (!stage.shared()) {
                engine.getTaskService().claim(task.getId(), "somebody");
            }
            engine.getTaskService().complete(task.getId(), facts(stage, tier));
        }
    }

    private static Map<String, Object> facts(Stage stage, Tier tier) {
        Map<String, Object> facts = new HashMap<>();
        switch (stage) {
            case LEGAL_STOP -> facts.put("legalResult", "CLEAR");
            case TRIAGE -> facts.put(ProcessNames.TIER, tier.name());
            case DECISION -> facts.put("outcome", tier == Tier.T1 ? "APPROVE" : "CONDITIONAL");
            default -> {}
        }
        return facts;
    }

    String schema() {
        return SCHEMA;
    }

    @Override
    public void close() throws SQLException {
        engine.close();
        connections.close();
        asOwner("drop schema " + SCHEMA + " cascade");
    }
}
