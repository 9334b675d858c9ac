package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule of every table has a case of its own that it decides; a rule without one fails by its name. */
class RuleCoverageTests {

    private static final DecisionTables TABLES =
            new DecisionTables(PolicyFiles.packed().tables());
    private static final List<Map<String, String>> CASES = CsvFile.read(read());

    @TestFactory
    Stream<DynamicTest> each_rule_decides_the_case_written_for_it() {
        return CASES.stream()
                .map(row -> DynamicTest.dynamicTest(row.get("rule") + ": " + row.get("reason"), () -> {
                    String table = Objects.requireNonNull(row.get("table"));

                    DecisionTables.Hit hit = TABLES.evaluate(table, inputs(row.getOrDefault("inputs", "")));

                    assertThat(hit.rule()).isEqualTo(row.get("rule"));
                    assertThat(hit.reason()).isEqualTo(row.get("reason"));
                }));
    }

    @Test
    void no_rule_is_left_without_a_case() {
        List<String> written =
                CASES.stream().map(row -> row.getOrDefault("rule", "")).toList();

        assertThat(TABLES.tables())
                .flatExtracting(
                        table -> table.rules().stream().map(RuleTable.Rule::id).toList())
                .as("rules that no case of rules.csv hits")
                .isSubsetOf(written);
        assertThat(written).doesNotHaveDuplicates();
    }

    private static Map<String, @Nullable Object> inputs(String cell) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        Arrays.stream(cell.split(";"))
                .map(part -> part.strip().split("="))
                .forEach(part -> inputs.put(part[0], value(part[1])));
        return inputs;
    }

    private static @Nullable Object value(String text) {
        if (text.equals("missing")) {
            return null;
        }
        if (text.matches("\\d+")) {
            return Integer.valueOf(text);
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }

    private static byte[] read() {
        try (var file = RuleCoverageTests.class.getResourceAsStream("/policy/rules.csv")) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
