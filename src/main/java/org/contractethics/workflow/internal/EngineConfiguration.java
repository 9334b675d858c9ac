package org.contractethics.workflow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The one place where the engine is put together: on the application's own database and transactions. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:workflow/workflow.properties")
class EngineConfiguration {

    /** The schema that the connection pool names as its default; only the engine's tables live there. */
    private static final String SCHEMA = "engine";

    @Bean(defaultCandidate = false)
    ThreadPoolTaskExecutor engineThreads() {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("job-");
        threads.setCorePoolSize(2);
        threads.setMaxPoolSize(4);
        threads.setQueueCapacity(10);
        return threads;
    }

    @Bean
    SpringJobExecutor engineJobs(@Qualifier("engineThreads") ThreadPoolTaskExecutor threads) {
        SpringJobExecutor jobs = new SpringJobExecutor();
        jobs.setTaskExecutor(threads);
        jobs.setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
        jobs.setMaxJobsPerAcquisition(5);
        jobs.setWaitTimeInMillis(1_000);
        // The stock minute would fire a due timer up to a minute late on a quiet day; this leaves a second of the
        // promised five.
        jobs.setMaxWait(4_000);
        jobs.setBackoffTimeInMillis(50);
        jobs.setMaxBackoff(2_000);
        return jobs;
    }

    @Bean
    @DependsOnDatabaseInitialization
    SpringProcessEngineConfiguration engineSettings(
            DataSource database,
            PlatformTransactionManager transactions,
            SpringJobExecutor jobs,
            InboxPlugin projection,
            DueDates dueDates,
            ReviewPath reviewPath,
            DeltaPath deltaPath,
            Escalations escalations,
            Announcements announcements,
            FollowUpSteps followUps,
            PolicySteps policySteps,
            Deliveries deliveries,
            AbsenceProcess absenceDays) {
        SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
        engine.setProcessEngineName("contract-ethics");
        engine.setDataSource(database);
        engine.setTransactionManager(transactions);
        engine.setDatabaseSchema(SCHEMA);
        engine.setDatabaseTablePrefix(SCHEMA + ".");
        engine.setDatabaseSchemaUpdate("true");
        engine.setJobExecutor(jobs);
        EngineDefaults.apply(
                engine,
                Map.of(
                        "dueDates", dueDates,
                        "reviewPath", reviewPath,
                        "deltaPath", deltaPath,
                        "escalations", escalations,
                        "announcements", announcements,
                        "followUps", followUps,
                        "policySteps", policySteps,
                        "deliveries", deliveries,
                        "absenceDays", absenceDays),
                projection);
        return engine;
    }

    @Bean
    ProcessEngineFactoryBean engine(SpringProcessEngineConfiguration settings) {
        ProcessEngineFactoryBean engine = new ProcessEngineFactoryBean();
        engine.setProcessEngineConfiguration(settings);
        return engine;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    HistoryService historyService(ProcessEngine engine) {
        return engine.getHistoryService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    /** Deploys the models that changed since the last start; resource names without paths, so moving house changes nothing. */
    @Bean
    RepositoryService repositoryService(ProcessEngine engine) throws IOException {
        RepositoryService repository = engine.getRepositoryService();
        DeploymentBuilder deployment =
                repository.createDeployment().name("contract-ethics").enableDuplicateFiltering(true);
        Resource[] models = new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.bpmn");
        for (Resource model : Arrays.asList(models)) {
            try (InputStream content = model.getInputStream()) {
                deployment.addInputStream(model.getFilename(), content);
            }
        }
        deployment.deploy();
        return repository;
    }
}
