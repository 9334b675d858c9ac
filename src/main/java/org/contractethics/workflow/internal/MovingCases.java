package org.contractethics.workflow.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.contractethics.review.Reviews;
import org.contractethics.review.Reviews.ReviewSummary;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.ProcedureVersions.OpenCase;
import org.contractethics.workflow.internal.ProcedureVersions.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves open cases to the newest version of their procedure. Each case moves in a transaction of its own, together with its record
 * entry: what cannot move is left as it is and told with its reason, and takes nothing else with it.
 */
@Service
public class MovingCases {

    private static final Logger log = LoggerFactory.getLogger(MovingCases.class);
    private static final int LONGEST = 4_000;

    private final ProcedureVersions versions;
    private final ProcessEngine engine;
    private final Reviews reviews;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MovingCases(
            ProcedureVersions versions,
            ProcessEngine engine,
            Reviews reviews,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.versions = versions;
        this.engine = engine;
        this.reviews = reviews;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        // a write of the API is one transaction: in it, what one case undoes is undone for that case alone
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /** @param left cases that stay with their version, with the reason */
    public record Outcome(List<OpenCase> moved, Map<OpenCase, String> left) {}

    /** Auditors read the plan and write nothing. */
    public boolean mayMove(Actor actor) {
        return actor.hasAny(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE, Role.OMBUDS) && !actor.observes();
    }

    public List<FormProblem> problems(Set<String> chosen, String reasons) {
        List<FormProblem> problems = new ArrayList<>();
        if (chosen.isEmpty()) {
            problems.add(new FormProblem("case", "Choose at least one case."));
        }
        if (chosen.size() > ProcedureVersions.MOST) {
            problems.add(new FormProblem("case", "Choose at most " + ProcedureVersions.MOST + " cases at a time."));
        }
        if (reasons.isBlank()) {
            problems.add(new FormProblem("reasons", "Say why these cases are moved."));
        }
        if (reasons.length() > LONGEST) {
            problems.add(new FormProblem("reasons", "Shorten this to at most 4,000 characters."));
        }
        return problems;
    }

    public Outcome move(String definition, Set<String> chosen, String reasons, Actor actor) {
        if (!mayMove(actor)) {
            throw Refused.notAllowed(
                    "Only the panel chair, the board committee and, for concerns, the ombuds move cases.");
        }
        List<FormProblem> problems = problems(chosen, reasons);
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        ProcessDefinition source = versions.source(definition, actor);
        Version version = versions.plan(definition, actor).version();
        List<OpenCase> moved = new ArrayList<>();
        Map<OpenCase, String> left = new LinkedHashMap<>();
        for (String process : chosen) {
            versions.find(definition, process, actor).ifPresent(open -> obstacle(source, version, open, reasons, actor)
                    .ifPresentOrElse(reason -> left.put(open, reason), () -> moved.add(open)));
        }
        left.forEach((open, reason) -> transaction.executeWithoutResult(status ->
                events.publishEvent(CaseMoved.left(version, open, reason, actor.username(), clock.instant()))));
        log.info("cases moved procedure={} moved={} left={}", version.key(), moved.size(), left.size());
        return new Outcome(List.copyOf(moved), left);
    }

    /** Moves the case, or says why it stays. */
    private Optional<String> obstacle(
            ProcessDefinition source, Version version, OpenCase open, String reasons, Actor actor) {
        Optional<String> known = Optional.ofNullable(open.obstacle()).or(() -> barred(open, actor));
        if (known.isPresent()) {
            return known;
        }
        try {
            transaction.executeWithoutResult(status -> {
                migrate(versions.migration(source), open.process());
                events.publishEvent(CaseMoved.moved(version, open, reasons, actor.username(), clock.instant()));
            });
            return Optional.empty();
        } catch (OptimisticLockingException atOnce) {
            return Optional.of("It changed at the same moment. Try again.");
        } catch (ProcessEngineException refused) {
            log.warn("case not moved process={} reason={}", open.process(), refused.getMessage());
            return Optional.of(
                    "The engine cannot carry over what is open in it. It can move when it stands elsewhere.");
        }
    }

    /**
     * The engine takes the reminder of the step that moves out of the definition it holds in memory, so that this definition would set no
     * reminder there any more, for cases that move or begin later: it has to read the definition anew.
     */
    private void migrate(MigrationPlan plan, String process) {
        try {
            engine.getRuntimeService()
                    .newMigration(plan)
                    .processInstanceIds(process)
                    .execute();
        } finally {
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getDeploymentCache()
                    .removeProcessDefinition(plan.getTargetProcessDefinitionId());
        }
    }

    /** H1, H2: who has an interest in a contract decides nothing about its procedure either. */
    private Optional<String> barred(OpenCase open, Actor actor) {
        return Optional.ofNullable(open.contract())
                .flatMap(contract -> reviews.latestOf(contract.id()))
                .map(ReviewSummary::id)
                .flatMap(review -> reviews.bars(review, actor).stream().findFirst());
    }
}
