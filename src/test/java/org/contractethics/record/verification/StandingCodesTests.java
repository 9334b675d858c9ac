package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingCodesTests {

    private static final String IMPACT = "{'likelihood':'LIKELY','priority':'P1','right':'R05','severity':'SEVERE'}";
    private static final String STANDING = "{'blockingGaps':['G03'],'impacts':[" + IMPACT
            + "],'informationGap':'YES','otherGaps':[],'vulnerableGroups':'UNKNOWN'}";

    @Test
    void what_stood_at_a_decision_is_said_in_codes() throws Exception {
        assertThat(problem("{'standing':" + STANDING + "}", 3)).isNull();
        assertThat(problem("{'outcome':'APPROVE'}", 3)).isNull();
    }

    @Test
    void what_mitigation_lowers_is_said_in_codes() throws Exception {
        String lowered = STANDING.replace("{'likelihood':", "{'assessedSeverity':'SEVERE','likelihood':")
                .replace("'right':'R05',", "'residualSeverity':'LOW','right':'R05',");

        assertThat(problem("{'standing':" + lowered + "}", 3)).isNull();
        assertThat(problem(
                        "{'standing':" + lowered.replace("'residualSeverity':'LOW'", "'residualSeverity':'Low'") + "}",
                        3))
                .contains("not said in the codes of schema 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'YES' | 'MAYBE'",
                "'P1' | 'P5'",
                "'SEVERE' | 'Severe'",
                "'LIKELY' | 'OFTEN'",
                "'R05' | 'the right to privacy'",
                "['G03'] | 'G03'",
                "'otherGaps':[], | ",
                "'otherGaps':[], | 'note':'x','otherGaps':[],",
                "'priority':'P1', | ",
                "[{ | [{'a':'B',",
            })
    void another_form_is_found(String part, String instead) throws Exception {
        String changed = STANDING.replace(part, instead == null ? "" : instead);

        assertThat(changed).isNotEqualTo(STANDING);
        assertThat(problem("{'standing':" + changed + "}", 3)).contains("not said in the codes of schema 3");
    }

    @Test
    void entries_of_the_second_version_may_have_called_anything_so() throws Exception {
        assertThat(problem("{'standing':'anything'}", 2)).isNull();
    }

    private static @Nullable String problem(String facts, int schema) throws Exception {
        String body =
                ("{'facts':" + facts + ",'persons':{},'schema':" + schema + ",'seq':0,'texts':{}}").replace('\'', '"');
        return EntryBody.problem(0, CanonicalReader.read(body.getBytes(StandardCharsets.UTF_8)), Catalogue.ofProgram());
    }
}
