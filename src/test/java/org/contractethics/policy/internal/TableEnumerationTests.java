package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.contractethics.policy.internal.DecisionTables.Hit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every combination of the inputs of every table, with null for missing and a value the table does not list: there is
 * always exactly one answer, and not knowing never helps.
 */
class TableEnumerationTests {

    private static final List<@Nullable Object> SCORES = values(0, 1, 2, 3, 4, null);
    private static final List<@Nullable Object> FLAGS = values(false, true, null);
    private static final List<@Nullable Object> RECORDS =
            values("NONE", "ALLEGATIONS", "DOCUMENTED", "SYSTEMATIC", "RUMOURS", null);
    private static final List<@Nullable Object> BANDS = values("LOW", "MEDIUM", "HIGH", "CRITICAL", "PURPLE", null);
    private static final List<@Nullable Object> SEVERITIES =
            values("LOW", "MODERATE", "SERIOUS", "SEVERE", "CRITICAL", "INCOMPLETE", null);
    private static final List<@Nullable Object> LIKELIHOODS =
            values("RARE", "POSSIBLE", "LIKELY", "OCCURRING", "WHO_KNOWS", null);

    private static final PolicyContent FILES = PolicyFiles.packed();
    private static final DecisionTables TABLES = new DecisionTables(FILES.tables());

    @Test
    void context_risk_always_has_one_answer_and_not_knowing_never_lowers_it() {
        Map<String, List<@Nullable Object>> inputs = new LinkedHashMap<>();
        inputs.put("sanctionsHit", FLAGS);
        inputs.put("activeConflict", FLAGS);
        inputs.put("internationalFinding", FLAGS);
        inputs.put("agencyRecord", RECORDS);
        inputs.put("countryBand", BANDS);

        forEach(inputs, combination -> {
            int score = TABLES.evaluate("context-risk", combination).number("score");

            assertThat(score).isBetween(0, 4);
            if (anythingUnknown(combination, "RUMOURS", "PURPLE")) {
                assertThat(score).as("%s", combination).isGreaterThanOrEqualTo(2);
            }
        });
    }

    /** H16 */
    @Test
    void triage_tier_always_has_one_answer_and_not_knowing_never_lowers_it() {
        Map<String, List<@Nullable Object>> inputs = new LinkedHashMap<>();
        inputs.put("capabilityRisk", SCORES);
        inputs.put("agencyScore", values(0, 1, 2, 3, null));
        inputs.put("contextScore", SCORES);
        inputs.put("vulnerableGroups", FLAGS);
        inputs.put("informationGap", FLAGS);
        inputs.put("collectiveConcern", FLAGS);
        inputs.put("secret", values(false, true));

        Map<Map<String, @Nullable Object>, String> tiers = new LinkedHashMap<>();
        forEach(
                inputs,
                combination -> tiers.put(
                        combination, TABLES.evaluate("triage-tier", combination).text("tier")));

        tiers.forEach((combination, tier) -> {
            if (combination.containsValue(null)) {
                assertThat(tier).as("%s", combination).isNotEqualTo("T1");
            }
            if (Boolean.TRUE.equals(combination.get("secret"))) {
                assertThat(tier).as("H15 %s", combination).isIn("T3", "T4");
            }
            harmless(combination).forEach(known -> assertThat(tier)
                    .as("%s is not lower than %s", combination, known)
                    .isGreaterThanOrEqualTo(String.valueOf(tiers.get(known))));
        });
    }

    @Test
    void severity_always_has_one_answer_and_never_falls_when_a_dimension_rises() {
        for (int scale = 1; scale <= 4; scale++) {
            for (int scope = 1; scope <= 4; scope++) {
                for (int irremediability = 1; irremediability <= 4; irremediability++) {
                    int severity = severity(scale, scope, irremediability);

                    assertThat(severity(Math.min(4, scale + 1), scope, irremediability))
                            .isGreaterThanOrEqualTo(severity);
                    assertThat(severity(scale, Math.min(4, scope + 1), irremediability))
                            .isGreaterThanOrEqualTo(severity);
                    assertThat(severity(scale, scope, Math.min(4, irremediability + 1)))
                            .isGreaterThanOrEqualTo(severity);
                }
            }
        }
    }

    @Test
    void severity_is_incomplete_exactly_when_a_dimension_is_missing_or_out_of_range() {
        Map<String, List<@Nullable Object>> inputs = new LinkedHashMap<>();
        List<@Nullable Object> dimension = values(0, 1, 2, 3, 4, 5, null);
        inputs.put("scale", dimension);
        inputs.put("scope", dimension);
        inputs.put("irremediability", dimension);

        forEach(inputs, combination -> {
            boolean complete =
                    combination.values().stream().allMatch(value -> value instanceof Integer n && n >= 1 && n <= 4);

            assertThat("INCOMPLETE"
                            .equals(TABLES.evaluate("severity", combination).text("severity")))
                    .as("%s", combination)
                    .isEqualTo(!complete);
        });
    }

    @Test
    void priority_never_double_hits_and_never_stays_empty() {
        Map<String, List<@Nullable Object>> inputs = new LinkedHashMap<>();
        inputs.put("severity", SEVERITIES);
        inputs.put("likelihood", LIKELIHOODS);

        forEach(inputs, combination -> assertThat(
                        TABLES.evaluate("priority", combination).text("priority"))
                .as("%s", combination)
                .matches("P[1-4]"));
    }

    @Test
    void decision_space_never_allows_approval_while_something_is_missing() {
        forEach(decisionInputs(), combination -> {
            Hit hit = TABLES.evaluate("decision-space", combination);

            if (anythingUnknown(combination, "INCOMPLETE", "WHO_KNOWS", "UNCLEAR")) {
                assertThat(hit.text("allowed")).as("%s", combination).isEqualTo("RETURN");
            } else {
                assertThat(hit.text("allowed")).as("%s", combination).contains("REJECT");
            }
        });
    }

    @Test
    void decision_space_never_allows_approval_of_what_is_critical_and_more_than_rare() {
        forEach(decisionInputs(), combination -> {
            if ("CRITICAL".equals(combination.get("residualSeverity"))
                    && !"RARE".equals(combination.get("residualLikelihood"))) {
                assertThat(TABLES.evaluate("decision-space", combination).text("allowed"))
                        .as("%s", combination)
                        .doesNotContain("APPROVE", "CONDITIONAL", "SUSPEND");
            }
        });
    }

    @Test
    void every_rule_says_in_a_sentence_why_and_fires_for_some_input() {
        TABLES.tables().forEach(table -> table.rules()
                .forEach(rule ->
                        assertThat(rule.reason()).as(rule.id()).endsWith(".").hasSizeGreaterThan(3)));

        assertThat(TABLES.tables())
                .allSatisfy(table -> assertThat(table.description()).isNotBlank());
        assertThat(TABLES.tables())
                .allSatisfy(table -> assertThat(table.inputs()).doesNotContain(""));
    }

    @Test
    void capability_table_and_catalogue_say_the_same() {
        FILES.catalogue("capabilities.csv").forEach(row -> {
            Map<String, @Nullable Object> input = new LinkedHashMap<>();
            input.put("capability", row.get("code"));
            assertThat(TABLES.evaluate("capability-risk", input).number("score"))
                    .as("%s", row.get("code"))
                    .isEqualTo(Integer.parseInt(row.getOrDefault("score", "")));
        });
    }

    @Test
    void an_unknown_capability_and_an_unknown_agency_are_never_low() {
        for (String code : new @Nullable String[] {"TELEPATHY", "", null}) {
            Map<String, @Nullable Object> input = new LinkedHashMap<>();
            input.put("capability", code);
            input.put("agencyType", code);
            assertThat(TABLES.evaluate("capability-risk", input).number("score"))
                    .isEqualTo(2);
            assertThat(TABLES.evaluate("agency-risk", input).number("score")).isEqualTo(2);
        }
    }

    @Test
    void a_script_in_a_table_does_not_run() {
        String table = new String(
                        FILES.tables().getOrDefault("severity", new byte[0]), java.nio.charset.StandardCharsets.UTF_8)
                .replace("<text>not(1, 2, 3, 4)</text>", "<text>java.lang.System.exit(1)</text>")
                .replace(
                        "<inputEntry id=\"severity-01-i1\">",
                        "<inputEntry id=\"severity-01-i1\" expressionLanguage=\"javascript\">");
        Map<String, @Nullable Object> inputs =
                new LinkedHashMap<>(Map.of("scale", 1, "scope", 1, "irremediability", 1));

        assertThatCode(() -> new DecisionTables(
                                Map.of("severity", table.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .evaluate("severity", inputs))
                .hasStackTraceContaining("scripts are off");
    }

    private static int severity(int scale, int scope, int irremediability) {
        Map<String, @Nullable Object> inputs =
                new LinkedHashMap<>(Map.of("scale", scale, "scope", scope, "irremediability", irremediability));
        return List.of("LOW", "MODERATE", "SERIOUS", "SEVERE", "CRITICAL")
                .indexOf(TABLES.evaluate("severity", inputs).text("severity"));
    }

    private static Map<String, List<@Nullable Object>> decisionInputs() {
        Map<String, List<@Nullable Object>> inputs = new LinkedHashMap<>();
        inputs.put("blockingGaps", FLAGS);
        inputs.put("residualSeverity", SEVERITIES);
        inputs.put("residualLikelihood", LIKELIHOODS);
        inputs.put("involvement", values("CAUSE", "CONTRIBUTE", "LINKED", "UNCLEAR", null));
        inputs.put("leverage", values("HIGH", "SOME", "NONE", "UNCLEAR", null));
        return inputs;
    }

    private static boolean anythingUnknown(Map<String, @Nullable Object> combination, String... unlisted) {
        return combination.values().stream()
                .anyMatch(value -> value == null || Arrays.asList(unlisted).contains(value));
    }

    /** The combination with one missing input replaced by its most harmless value, once for each missing input. */
    private static List<Map<String, @Nullable Object>> harmless(Map<String, @Nullable Object> combination) {
        return combination.keySet().stream()
                .filter(name -> combination.get(name) == null)
                .map(name -> {
                    Map<String, @Nullable Object> known = new LinkedHashMap<>(combination);
                    known.put(name, name.endsWith("Risk") || name.endsWith("Score") ? (Object) 0 : (Object) false);
                    return known;
                })
                .collect(Collectors.toList());
    }

    private static void forEach(
            Map<String, List<@Nullable Object>> inputs, Consumer<Map<String, @Nullable Object>> check) {
        List<Map<String, @Nullable Object>> combinations = new ArrayList<>();
        combinations.add(Map.of());
        for (String name : inputs.keySet()) {
            List<Map<String, @Nullable Object>> longer = new ArrayList<>();
            for (Map<String, @Nullable Object> combination : combinations) {
                for (Object value : inputs.getOrDefault(name, List.of())) {
                    Map<String, @Nullable Object> next = new LinkedHashMap<>(combination);
                    next.put(name, value);
                    longer.add(next);
                }
            }
            combinations = longer;
        }
        combinations.forEach(check);
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }
}
