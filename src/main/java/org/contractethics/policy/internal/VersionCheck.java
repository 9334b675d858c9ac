package org.contractethics.policy.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.contractethics.policy.internal.DecisionTables.Hit;
import org.jspecify.annotations.Nullable;

/**
 * Whether a version may be proposed at all: it can be read, it answers every combination of inputs with exactly one row, and it
 * keeps the rules that no vote may give up. What each rule demands stands in the decision note on policy versions.
 */
final class VersionCheck {

    private static final long MOST_COMBINATIONS = 200_000;
    private static final int LONGEST_FILE = 500_000;

    private static final List<TableRule> RULES = List.of(
            new ScoreRules("capability-risk", 4),
            new ScoreRules("agency-risk", 3),
            new ScoreRules("context-risk", 4),
            new TierRules(),
            new SeverityRules(),
            new PriorityRules(),
            new SpaceRules(),
            new SafeguardRules(),
            new RoutingRules());

    private final PolicyContent inForce;
    private final boolean all;
    private final DecisionTables tablesInForce;

    VersionCheck(PolicyContent inForce) {
        this(inForce, false);
    }

    /** @param all whether tables and lists that do not differ are tried as well */
    VersionCheck(PolicyContent inForce, boolean all) {
        this.inForce = inForce;
        this.all = all;
        this.tablesInForce = new DecisionTables(inForce.tables()).remembering();
    }

    /**
     * @param problems whole sentences; empty where the version may be proposed
     * @param combinations of inputs that were tried
     */
    record Result(List<String> problems, int combinations) {}

    Result check(PolicyContent proposed) {
        Found found = new Found();
        proposed.files().forEach((name, text) -> {
            if (text.length() > LONGEST_FILE) {
                found.say(name + " is longer than " + LONGEST_FILE + " characters.");
            }
        });
        if (proposed.text().isBlank()) {
            found.say("Say in words what the policy says.");
        }
        int combinations = 0;
        if (found.nothing() && readable(proposed, found)) {
            combinations = evaluate(proposed, found);
        }
        return new Result(found.sentences(), combinations);
    }

    /** A table that is the same as in force was tried when that came into force. */
    private int evaluate(PolicyContent proposed, Found found) {
        DecisionTables tables;
        try {
            tables = new DecisionTables(proposed.tables());
        } catch (DmnEngineException e) {
            found.say("The decision engine cannot read the tables: " + e.getMessage());
            return 0;
        }
        int combinations = 0;
        for (TableRule rule : RULES) {
            if (all || !Arrays.equals(bytes(proposed, rule.table()), bytes(inForce, rule.table()))) {
                combinations += enumerate(rule, proposed, tables, found);
            }
        }
        new CatalogueCheck(proposed, inForce, found).check(found.nothing() ? tables : null);
        if (found.nothing()) {
            new ListCheck(proposed, inForce, all, found).check();
        }
        return combinations;
    }

    private boolean readable(PolicyContent proposed, Found found) {
        boolean readable = true;
        for (Map.Entry<String, byte[]> table : proposed.tables().entrySet()) {
            TableShape expected = RuleTableReader.shape(bytes(inForce, table.getKey()));
            readable &= new TableGrammar(expected, found).check(table.getValue());
        }
        return readable;
    }

    private int enumerate(TableRule rule, PolicyContent proposed, DecisionTables tables, Found found) {
        String table = rule.table();
        InputSpace space = new InputSpace(
                rule,
                RuleTableReader.shape(bytes(inForce, table)),
                List.of(RuleTableReader.read(bytes(inForce, table)), RuleTableReader.read(bytes(proposed, table))));
        if (space.size() > MOST_COMBINATIONS) {
            found.say(table + " has " + space.size() + " combinations of inputs; more than " + MOST_COMBINATIONS
                    + " cannot be checked.");
            return 0;
        }
        Found here = new Found();
        Answers answers = new Answers();
        space.forEach(inputs -> {
            Hit hit = answer(tables, table, inputs, here);
            if (hit != null) {
                answers.add(inputs, hit, tablesInForce.evaluate(table, inputs));
            }
        });
        if (here.nothing()) {
            readAnswers(rule, answers, here);
        }
        here.sentences().forEach(found::say);
        return (int) space.size();
    }

    private static @Nullable Hit answer(
            DecisionTables tables, String table, Map<String, @Nullable Object> inputs, Found here) {
        try {
            return tables.evaluate(table, inputs);
        } catch (IllegalStateException | DmnEngineException e) {
            here.example(table + " does not give exactly one row", InputSpace.words(inputs));
            return null;
        }
    }

    private static void readAnswers(TableRule rule, Answers answers, Found here) {
        try {
            rule.check(answers, here);
        } catch (IllegalArgumentException e) {
            here.say(rule.table() + " gives an output that this software does not know: " + e.getMessage() + ".");
        }
    }

    private static byte[] bytes(PolicyContent content, String table) {
        return content.tables().getOrDefault(table, new byte[0]);
    }
}
