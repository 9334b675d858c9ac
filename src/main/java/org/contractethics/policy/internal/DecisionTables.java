package org.contractethics.policy.internal;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The decision tables, parsed once. The small expression language of the engine is used: it is ten times faster than full
 * FEEL, and a cell a reader cannot understand at once does not belong in a policy. Script engines are off.
 */
final class DecisionTables {

    private final DmnEngine engine;
    private final FiredRules fired;
    private final Map<String, DmnDecision> decisions;
    private final Map<String, RuleTable> tables;
    private final @Nullable Map<Question, Hit> answered;

    /** @param files the DMN files by table id */
    DecisionTables(Map<String, byte[]> files) {
        fired = new FiredRules();
        decisions = new LinkedHashMap<>();
        tables = new LinkedHashMap<>();
        answered = null;
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.enableFeelLegacyBehavior(true);
        configuration.setScriptEngineResolver(language -> {
            throw new IllegalStateException("scripts are off");
        });
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(fired));
        engine = configuration.buildEngine();
        files.forEach(this::add);
    }

    private DecisionTables(DecisionTables parsed) {
        engine = parsed.engine;
        fired = parsed.fired;
        decisions = parsed.decisions;
        tables = parsed.tables;
        answered = new ConcurrentHashMap<>();
    }

    /** The same tables, which keep each answer and give it again to equal inputs. */
    DecisionTables remembering() {
        return new DecisionTables(this);
    }

    private void add(String id, byte[] dmn) {
        decisions.put(id, engine.parseDecision(id, new ByteArrayInputStream(dmn)));
        tables.put(id, RuleTableReader.read(dmn));
    }

    /** The one row that decides. Every table has one for every input; none would be a broken table. */
    Hit evaluate(String id, Map<String, @Nullable Object> inputs) {
        Map<Question, Hit> known = answered;
        return known == null
                ? ask(id, inputs)
                : known.computeIfAbsent(new Question(id, inputs), question -> ask(id, inputs));
    }

    private Hit ask(String id, Map<String, @Nullable Object> inputs) {
        fired.last.remove();
        DmnDecisionTableResult result = engine.evaluateDecisionTable(find(decisions, id), inputs);
        List<String> rules = fired.last.get();
        fired.last.remove();
        if (result.size() != 1 || rules.size() != 1) {
            throw new IllegalStateException("table " + id + " gave " + result.size() + " rows for " + inputs);
        }
        return new Hit(rules.get(0), find(tables, id).reason(rules.get(0)), result.get(0));
    }

    List<RuleTable> tables() {
        return List.copyOf(tables.values());
    }

    private static <T> T find(Map<String, T> byId, String id) {
        T found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException("there is no table " + id);
        }
        return found;
    }

    private record Question(String table, Map<String, @Nullable Object> inputs) {}

    /** A row that fired: its id, its reason and its outputs. */
    record Hit(String rule, String reason, DmnDecisionRuleResult outputs) {

        String text(String output) {
            return outputs.<String>getEntry(output);
        }

        int number(String output) {
            return outputs.<Number>getEntry(output).intValue();
        }

        boolean flag(String output) {
            return outputs.<Boolean>getEntry(output);
        }
    }

    /** The engine's result does not say which row fired; its listener does, on the same thread. */
    private static final class FiredRules implements DmnDecisionTableEvaluationListener {

        private final ThreadLocal<List<String>> last = ThreadLocal.withInitial(ArrayList::new);

        @Override
        public void notify(DmnDecisionTableEvaluationEvent event) {
            last.set(event.getMatchingRules().stream()
                    .map(DmnEvaluatedDecisionRule::getId)
                    .toList());
        }
    }
}
