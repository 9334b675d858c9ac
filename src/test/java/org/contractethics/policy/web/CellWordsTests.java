package org.contractethics.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.contractethics.policy.internal.RuleTable;
import org.junit.jupiter.api.Test;

class CellWordsTests {

    private final CellWords words = new CellWords(Map.of("CLOUD_HOSTING", "Cloud hosting or storage"));

    @Test
    void reads_cells_in_plain_words() {
        assertThat(words.input("")).isEqualTo("any");
        assertThat(words.input("true")).isEqualTo("yes");
        assertThat(words.input(">= 3")).isEqualTo("3 or more");
        assertThat(words.input("[0..1]")).isEqualTo("0 to 1");
        assertThat(words.input("\"CLOUD_HOSTING\"")).isEqualTo("Cloud hosting or storage");
        assertThat(words.input("\"LIKELY\", \"OCCURRING\"")).isEqualTo("likely or occurring");
        assertThat(words.input("not(true, false)")).isEqualTo("anything else, or not known");
        assertThat(words.input("not(\"OCCURRING\")")).isEqualTo("not occurring");
        assertThat(words.output("\"T3\"")).isEqualTo("T3");
        assertThat(words.output("\"REJECT, EXIT\"")).isEqualTo("reject, exit");
    }

    @Test
    void no_cell_of_any_table_is_left_in_the_expression_language() {
        for (RuleTable table : EvaluatedPolicy.packed().tables()) {
            for (RuleTable.Rule rule : table.rules()) {
                rule.inputs()
                        .forEach(cell ->
                                assertThat(words.input(cell)).as(rule.id()).doesNotContain("\"", "(", "_"));
                rule.outputs()
                        .forEach(cell ->
                                assertThat(words.output(cell)).as(rule.id()).doesNotContain("\"", "_"));
            }
        }
    }
}
