package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a proposed version that cannot be read: each is a sentence to its author, never a failure of the application. */
class UnreadableFilesTests {

    private static final PolicyContent IN_FORCE = PolicyFiles.packed();

    @ParameterizedTest
    @ValueSource(strings = {"capabilities.csv", "rights.csv", "safeguards.csv"})
    void a_catalogue_that_is_empty_or_cut(String catalogue) {
        String whole = IN_FORCE.file(catalogue).orElseThrow();

        assertThat(only(catalogue, "")).contains(catalogue, "needs a first line");
        assertThat(only(catalogue, " \n\n")).contains(catalogue, "needs a first line");
        assertThat(only(catalogue, whole + "CUT_OFF\n")).contains(catalogue, "a line has 1 cells instead of");
        assertThat(only(catalogue, whole + "\"OPEN,quotes,1,x\n")).contains(catalogue, "a line has 1 cells instead of");
    }

    @ParameterizedTest
    @CsvSource({"rights.csv, 'R99,A right,3,NAME,,,no'", "safeguards.csv, 'NEW_ONE,NAME,G01,Source'"})
    void a_catalogue_with_an_endless_cell(String catalogue, String row) {
        String whole = IN_FORCE.file(catalogue).orElseThrow();

        assertThat(only(catalogue, whole + row.replace("NAME", "x".repeat(1_001)) + "\n"))
                .contains("more than 1,000 characters");
        assertThat(problems(catalogue, whole + row.replace("NAME", "x".repeat(1_000)) + "\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW_ONE,,G01,Source", "NEW_ONE,Label,G01,", "new one,Label,G01,Source"})
    void a_safeguard_that_nobody_can_confirm(String row) {
        String whole = IN_FORCE.file("safeguards.csv").orElseThrow();

        assertThat(only("safeguards.csv", whole + row + "\n")).contains("a label and a source for every safeguard");
    }

    @Test
    void a_table_that_is_deeper_than_the_stack() {
        String deep = "<text>".repeat(30_000) + "</text>".repeat(30_000);

        assertThat(only("severity.dmn", deep)).contains("severity.dmn is no decision table");
    }

    @Test
    void an_empty_table_is_told_in_one_sentence() {
        assertThat(only("severity.dmn", "")).contains("is no decision table").doesNotContain("..");
    }

    private static String only(String file, String content) {
        List<String> problems = problems(file, content);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static List<String> problems(String file, String content) {
        return new VersionCheck(IN_FORCE)
                .check(IN_FORCE.with(Map.of(file, content)))
                .problems();
    }
}
