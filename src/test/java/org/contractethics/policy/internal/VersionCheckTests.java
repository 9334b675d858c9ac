package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no version may be: unreadable, a program, without an answer, or lighter where something is not known. */
class VersionCheckTests {

    private static final PolicyContent IN_FORCE = PolicyFiles.packed();
    private static final VersionCheck CHECK = new VersionCheck(IN_FORCE);

    @Test
    void the_packed_policy_keeps_every_rule_it_asks_of_others() {
        VersionCheck.Result result = new VersionCheck(IN_FORCE, true).check(IN_FORCE);

        assertThat(result.problems()).isEmpty();
        assertThat(result.combinations()).isGreaterThan(13_000);
    }

    @Test
    void a_stricter_version_may_be_proposed() {
        PolicyContent stricter = tier(
                "triage-tier-10-o1\"><text>\"T2\"", "triage-tier-10-o1\"><text>\"T3\"",
                "triage-tier-10-o3\"><text>2", "triage-tier-10-o3\"><text>5",
                "triage-tier-10-o4\"><text>false", "triage-tier-10-o4\"><text>true",
                "triage-tier-10-o5\"><text>false", "triage-tier-10-o5\"><text>true");

        assertThat(CHECK.check(stricter).problems()).isEmpty();
    }

    @Test
    void a_rule_made_stricter_behind_milder_ones_is_found_to_lower_the_tier_of_others() {
        PolicyContent stricter = tier(
                "triage-tier-13-o1\"><text>\"T2\"", "triage-tier-13-o1\"><text>\"T3\"",
                "triage-tier-13-o3\"><text>2", "triage-tier-13-o3\"><text>5",
                "triage-tier-13-o4\"><text>false", "triage-tier-13-o4\"><text>true",
                "triage-tier-13-o5\"><text>false", "triage-tier-13-o5\"><text>true");

        assertThat(CHECK.check(stricter).problems())
                .anyMatch(sentence -> sentence.startsWith("triage-tier falls when there is an information gap (H16)"));
    }

    @Test
    void the_tier_keeps_its_hard_rules() {
        PolicyContent lowered = tier(
                "triage-tier-17-o1\"><text>\"T2\"", "triage-tier-17-o1\"><text>\"T1\"",
                "triage-tier-09-o1\"><text>\"T3\"", "triage-tier-09-o1\"><text>\"T2\"",
                "triage-tier-03-o1\"><text>\"T3\"", "triage-tier-03-o1\"><text>\"T2\"",
                "triage-tier-04-o3\"><text>5", "triage-tier-04-o3\"><text>3",
                "triage-tier-05-o4\"><text>true", "triage-tier-05-o4\"><text>false",
                "triage-tier-01-o6\"><text>true", "triage-tier-01-o6\"><text>false",
                "triage-tier-16-o7\"><text>24", "triage-tier-16-o7\"><text>60");

        assertThat(String.join("\n", CHECK.check(lowered).problems()))
                .contains(
                        "triage-tier gives T1 although something is not known (H16)",
                        "triage-tier gives a lower tier than the version in force where something is not known (H16)",
                        "triage-tier puts a secret contract below T3 (H15)",
                        "triage-tier needs a quorum of 5 in T3 and T4",
                        "triage-tier needs assessment and consultation in T3 and T4",
                        "triage-tier needs the board in T4",
                        "triage-tier needs at least 1 working day, and a review every 1 to 24 months");
    }

    @Test
    void a_missing_score_is_never_lighter_than_a_harmless_one_and_a_higher_score_never_lighter_than_a_lower_one() {
        PolicyContent lowered = tier(
                "triage-tier-01-o1\"><text>\"T4\"", "triage-tier-01-o1\"><text>\"T2\"",
                "triage-tier-06-i1\"><text>&gt;= 1", "triage-tier-06-i1\"><text>[0..1]");

        assertThat(String.join("\n", CHECK.check(lowered).problems()))
                .contains(
                        "triage-tier falls when capabilityRisk rises",
                        "triage-tier gives a lower tier where capabilityRisk is missing than where it is harmless (H16)");
    }

    @Test
    void a_known_case_may_become_lighter() {
        PolicyContent lighter = changed(
                "context-risk.dmn",
                "<outputEntry id=\"context-risk-15-o1\"><text>1</text>",
                "<outputEntry id=\"context-risk-15-o1\"><text>0</text>");

        assertThat(CHECK.check(lighter).problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        severity.dmn       | </definitions>                                        | NOTHING                                                   | is no decision table
        severity.dmn       | id="severity" name                                    | id="gravity" name                                         | holds the table gravity
        severity.dmn       | hitPolicy="FIRST"                                     | hitPolicy="COLLECT"                                       | Only FIRST and UNIQUE are supported
        severity.dmn       | <text>scope</text>                                    | <text>reach</text>                                        | has the inputs
        severity.dmn       | name="severity" typeRef="string"                      | name="gravity" typeRef="string"                           | has the outputs
        severity.dmn       | <inputEntry id="severity-01-i1">                      | <inputEntry id="severity-01-i1" expressionLanguage="juel"> | has an attribute that this software does not read
        severity.dmn       | <text>not(1, 2, 3, 4)</text>                          | <text>java.lang.System.exit(1)</text>                     | has a cell that is no value
        severity.dmn       | <text>not(1, 2, 3, 4)</text>                          | <text>"FOUR"</text>                                       | has a cell that is no value
        severity.dmn       | <text>"LOW"</text>                                    | <text>"HARMLESS"</text>                                   | gives an output that this software does not know
        severity.dmn       | <description>Scale not known: no decision possible.</description> | NOTHING                                       | has a rule without a sentence
        severity.dmn       | <rule id="severity-02">                               | <rule id="severity-01">                                   | used twice
        severity.dmn       | <text>"INCOMPLETE"</text>                             | <text>"LOW"</text>                                        | severity must be INCOMPLETE exactly where
        severity.dmn       | severity-13-o1"><text>"SERIOUS"                       | severity-13-o1"><text>"LOW"                               | severity falls when
        agency-risk.dmn    | hitPolicy="UNIQUE"                                    | hitPolicy="UNIQUE" name="x"                               | The decision engine cannot read the tables
        agency-risk.dmn    | "EDUCATION", "GENERAL_ADMINISTRATION"                 | "GENERAL_ADMINISTRATION", "BORDER"                        | does not give exactly one row
        agency-risk.dmn    | agency-risk-05-o1"><text>2                            | agency-risk-05-o1"><text>1                                | scores what is not known below 2 (H16)
        agency-risk.dmn    | agency-risk-01-o1"><text>3                            | agency-risk-01-o1"><text>9                                | gives a score outside of 0 to 3
        context-risk.dmn   | context-risk-12-o1"><text>2                           | context-risk-12-o1"><text>0                               | scores what is not known below 2 (H16)
        context-risk.dmn   | context-risk-05-o1"><text>3                           | context-risk-05-o1"><text>2                               | scores what is not known lower than the version in force does (H16)
        priority.dmn       | priority-04-o1"><text>"P1"                            | priority-04-o1"><text>"P3"                                | puts what is not known later
        priority.dmn       | priority-01-o2"><text>true                            | priority-01-o2"><text>false                               | opens no remediation for what is occurring
        priority.dmn       | priority-10-o1"><text>"P3"                            | priority-10-o1"><text>"P9"                                | gives something else than P1 to P4
        decision-space.dmn | decision-space-02-o1"><text>"RETURN"                  | decision-space-02-o1"><text>"APPROVE, REJECT"             | allows more than a return although something is not known (H16)
        decision-space.dmn | <text>"REJECT, EXIT"</text>                           | <text>"REJECT, CONDITIONAL"</text>                        | critical and more than rare (H6)
        decision-space.dmn | <text>"APPROVE, CONDITIONAL, REJECT, RETURN"</text>   | <text>"APPROVE, CONDITIONAL, RETURN"</text>               | leaves no rejection
        decision-space.dmn | <text>"PANEL"</text>                                  | <text>"MANAGEMENT"</text>                                 | needs one of
        capabilities.csv   | code,label,score,source                               | code,label,risk,source                                    | needs a first line with the columns
        capabilities.csv   | CLOUD_HOSTING                                         | CLOUD                                                     | lacks a code of the version in force
        capabilities.csv   | PUBLIC_WEBSITE,Public web site,0                      | PUBLIC_WEBSITE,Public web site,3                          | the score that capability-risk gives
        rights.csv         | R02,"Freedom                                          | R01,"Freedom                                              | stands twice
        rights.csv         | R43,                                                  | R44,                                                      | lacks a code of the version in force
        rights.csv         | WEAPON_COMPONENT;                                     | MAGIC;                                                    | names a trigger that is no capability
        """)
    void refuses(String file, String old, String replacement, String problem) {
        PolicyContent proposed = changed(file, old, replacement.equals("NOTHING") ? "" : replacement);

        VersionCheck.Result result = CHECK.check(proposed);

        assertThat(result.problems()).anyMatch(sentence -> sentence.contains(problem));
    }

    @Test
    void refuses_a_table_that_tries_to_read_another_file() {
        String evil = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><x>&f;</x>";

        assertThat(CHECK.check(IN_FORCE.with(Map.of("severity.dmn", evil))).problems())
                .singleElement()
                .asString()
                .contains("is no decision table", "DOCTYPE");
    }

    @Test
    void refuses_a_table_with_another_decision_behind_it() {
        PolicyContent proposed = changed(
                "severity.dmn",
                "</decision>",
                "<informationRequirement><requiredDecision href=\"#x\"/></informationRequirement></decision>");

        assertThat(CHECK.check(proposed).problems()).anyMatch(sentence -> sentence.contains("does not read"));
    }

    @Test
    void no_version_takes_an_unchecked_safeguard_for_one_that_is_there() {
        assertThat(CHECK.check(changed("safeguards.dmn", "\"UNKNOWN\"", "\"NONE\""))
                        .problems())
                .anyMatch(sentence -> sentence.startsWith("safeguards finds no gap"))
                .anyMatch(sentence -> sentence.startsWith("safeguards weighs what is not known less"));
        assertThat(CHECK.check(changed("safeguards.dmn", "not(\"ABSENT\", \"REFUSED\")", "not(\"ABSENT\")"))
                        .problems())
                .anyMatch(sentence -> sentence.startsWith("safeguards takes a missing safeguard for one not checked"));
        assertThat(CHECK.check(changed("safeguards.dmn", "<text>\"T2\"</text>", "<text>\"T3\"</text>"))
                        .problems())
                .anyMatch(sentence -> sentence.startsWith("safeguards asks for less in a higher tier"));
    }

    @Test
    void no_version_answers_a_concern_later_than_the_law_or_sends_it_to_those_complained_of() {
        assertThat(CHECK.check(changed("concern-routing.dmn", "<text>7</text>", "<text>8</text>"))
                        .problems())
                .anyMatch(sentence -> sentence.startsWith("concern-routing gives more than 7 days"));
        assertThat(CHECK.check(changed("concern-routing.dmn", "\"REVIEW\", \"RETALIATION\"", "\"RETALIATION\""))
                        .problems())
                .anyMatch(sentence -> sentence.contains("(H13)"));
        assertThat(CHECK.check(changed("concern-routing.dmn", "\"FIND_CONTRACT\"", "\"FORGET\""))
                        .problems())
                .anyMatch(sentence -> sentence.contains("does not know"));
    }

    @Test
    void an_output_that_is_not_known_is_named_beside_those_that_are() {
        PolicyContent unknown = tier("triage-tier-01-o1\"><text>\"T4\"", "triage-tier-01-o1\"><text>\"T9\"");

        assertThat(CHECK.check(unknown).problems())
                .containsExactly("triage-tier gives an output that this software does not know: T9."
                        + " It knows T1, T2, T3, T4.");
    }

    @Test
    void refuses_more_combinations_than_can_be_tried() {
        StringBuilder many = new StringBuilder("\"NONE\"");
        for (int i = 0; i < 3_000; i++) {
            many.append(", \"RECORD_").append(i).append('"');
        }
        PolicyContent proposed = changed("context-risk.dmn", "not(\"NONE\"", "not(" + many);

        assertThat(CHECK.check(proposed).problems()).anyMatch(sentence -> sentence.contains("cannot be checked"));
    }

    @Test
    void refuses_a_policy_that_says_nothing_in_words() {
        assertThat(CHECK.check(IN_FORCE.with(Map.of("policy.md", " "))).problems())
                .containsExactly("Say in words what the policy says.");
    }

    @Test
    void the_hash_changes_with_every_file_and_not_with_line_ends() {
        List<String> hashes = IN_FORCE.names().stream()
                .map(name ->
                        IN_FORCE.with(Map.of(name, file(IN_FORCE, name) + "\n")).hash())
                .toList();
        Map<String, String> windows = new LinkedHashMap<>();
        IN_FORCE.files().forEach((name, text) -> windows.put(name, text.replace("\n", "\r\n")));

        assertThat(hashes).doesNotHaveDuplicates().doesNotContain(IN_FORCE.hash());
        assertThat(new PolicyContent(windows).hash()).isEqualTo(IN_FORCE.hash());
    }

    private static PolicyContent tier(String... oldAndNew) {
        PolicyContent content = IN_FORCE;
        for (int i = 0; i < oldAndNew.length; i += 2) {
            String before = file(content, "triage-tier.dmn");
            assertThat(before).contains(oldAndNew[i]);
            content = content.with(Map.of("triage-tier.dmn", before.replace(oldAndNew[i], oldAndNew[i + 1])));
        }
        return content;
    }

    private static PolicyContent changed(String name, String old, String replacement) {
        String before = file(IN_FORCE, name);
        assertThat(before).as("what is to be replaced in %s", name).contains(old);
        return IN_FORCE.with(Map.of(name, before.replace(old, replacement)));
    }

    private static String file(PolicyContent content, String name) {
        return content.file(name).orElseThrow();
    }
}
