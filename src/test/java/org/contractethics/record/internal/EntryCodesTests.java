package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the lists of codes in the catalogue against the constants that modules write. */
class EntryCodesTests {

    private static final String BASE = "org.contractethics.";

    /** Not the names of an enum: put together, or the answers to a question that may stay open. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "stage-codes", List.of("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10"),
            "priorities", List.of("P1", "P2", "P3", "P4"),
            "answers", List.of("YES", "NO", "UNKNOWN"),
            "unknown", List.of("UNKNOWN"),
            "none", List.of("NONE"),
            "erasure-bases",
                    Arrays.stream(ErasureBasis.values())
                            .map(basis -> "GDPR_17_1_" + basis.name())
                            .toList());

    private static final Map<String, String> ENUMS = Map.ofEntries(
            Map.entry("tiers", "policy.Policy$Tier"),
            Map.entry("outcomes", "policy.Policy$Outcome"),
            Map.entry("severities", "policy.Policy$Severity"),
            Map.entry("likelihoods", "policy.Policy$Likelihood"),
            Map.entry("involvements", "policy.Policy$Involvement"),
            Map.entry("leverages", "policy.Policy$Leverage"),
            Map.entry("choices", "review.internal.Vote$Choice"),
            Map.entry("appeal-results", "review.internal.StageForm$AppealResult"),
            Map.entry("suspension-outcomes", "review.internal.followup.SuspensionOutcome"),
            Map.entry("suspension-purposes", "review.internal.followup.SuspensionReview$Purpose"),
            Map.entry("stages", "review.Stage"),
            Map.entry("roles", "shared.Role"),
            Map.entry("seats", "review.internal.panel.Seat"),
            Map.entry("term-bases", "review.internal.panel.PanelTerm$Basis"),
            Map.entry("agency-types", "contract.AgencyType"),
            Map.entry("finding-verdicts", "finding.Findings$Verdict"),
            Map.entry("sample-verdicts", "review.internal.followup.SampleComparison$Verdict"),
            Map.entry("hand-over-grounds", "contract.internal.owner.AccountOwner$Ground"),
            Map.entry("deal-signs", "review.internal.returning.EarlierDeal$Sign"),
            Map.entry("elements", "review.internal.advice.Element"),
            Map.entry("positions", "review.internal.advice.Position"));

    private final EntrySchemas schemas = EntrySchemas.published();

    /** A code that is written no more keeps its place: entries have it. Then this test names it beside the constants. */
    @Test
    void each_list_has_the_constants_of_its_enum() throws ClassNotFoundException {
        for (Map.Entry<String, String> list : ENUMS.entrySet()) {
            Object[] constants = Class.forName(BASE + list.getValue()).getEnumConstants();

            assertThat(schemas.codes(list.getKey()))
                    .as(list.getKey())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(constants)
                            .map(each -> ((Enum<?>) each).name())
                            .toList());
        }
    }

    @Test
    void no_other_list_is_in_the_catalogue_than_those_that_are_compared() {
        WORDS.forEach((list, codes) -> assertThat(schemas.codes(list)).as(list).isEqualTo(codes));
        assertThat(schemas.lists())
                .allMatch(list -> ENUMS.containsKey(list) || WORDS.containsKey(list))
                .hasSize(ENUMS.size() + WORDS.size());
    }

    @ParameterizedTest
    @CsvSource({
        "decision-recorded, outcome",
        "decision-recorded, tier",
        "vote-opened, outcome",
        "vote-opened, role",
        "vote-opened, severity",
        "dissent-recorded, outcome",
        "stage-completed, stage",
        "triage-confirmed, tier",
        "appeal-decided, result",
        "suspension-decided, outcome",
        "panel-term-begun, role",
    })
    void what_a_decision_rests_on_is_told_in_codes_of_a_list(String kind, String field) {
        FieldSchema schema = Objects.requireNonNull(schemas.facts(kind).below().get(field));

        assertThat(schema.codes()).isNotEmpty();
    }
}
