package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the lists of codes in the catalogue against the constants that modules write. */
class EntryCodesTests {

    private static final String BASE = "org.contractethics.";
    private static final Pattern USER_TASK = Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"");

    /** Not the names of an enum: put together, or the answers to a question that may stay open. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("stage-codes", List.of("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10")),
            Map.entry("priorities", List.of("P1", "P2", "P3", "P4")),
            Map.entry("answers", List.of("YES", "NO", "UNKNOWN")),
            Map.entry("unknown", List.of("UNKNOWN")),
            Map.entry("none", List.of("NONE")),
            Map.entry("secrecies", List.of("CONFIDENTIAL_TERMS", "EXISTENCE_SECRET", "CLASSIFIED")),
            Map.entry(
                    "erasure-bases",
                    Arrays.stream(ErasureBasis.values())
                            .map(basis -> "GDPR_17_1_" + basis.name())
                            .toList()),
            Map.entry("concern-ends", List.of("ANSWERED", "CONFIRMED", "CHANGED", "WITHDRAWN")),
            Map.entry("concern-steps", List.of("acknowledge-concern", "answer-concern", "decide-concern-appeal")),
            Map.entry("hands", List.of("filer", "officer", "reviewer", "system")),
            Map.entry(
                    "task-steps",
                    Stream.concat(
                                    constants("review.FollowUpStep").map(EntryCodesTests::taskKey),
                                    Stream.of("answer-question", "decide-policy-version"))
                            .toList()),
            Map.entry(
                    "source-grades",
                    constants("review.internal.followup.Incident$Reliability")
                            .flatMap(reliable -> IntStream.rangeClosed(1, 6).mapToObj(grade -> reliable + grade))
                            .toList()));

    private static final Map<String, String> ENUMS = Map.ofEntries(
            Map.entry("tiers", "policy.Policy$Tier"),
            Map.entry("record-levels", "screening.RecordLevel"),
            Map.entry("country-bands", "screening.CountryBand"),
            Map.entry("outcomes", "policy.Policy$Outcome"),
            Map.entry("severities", "policy.Policy$Severity"),
            Map.entry("likelihoods", "policy.Policy$Likelihood"),
            Map.entry("involvements", "policy.Policy$Involvement"),
            Map.entry("leverages", "policy.Policy$Leverage"),
            Map.entry("choices", "review.internal.Vote$Choice"),
            Map.entry("appeal-results", "review.internal.StageForm$AppealResult"),
            Map.entry("suspension-outcomes", "review.internal.followup.SuspensionOutcome"),
            Map.entry("chairing", "review.internal.panel.ActsAs$Capacity"),
            Map.entry("suspension-purposes", "review.internal.followup.SuspensionReview$Purpose"),
            Map.entry("stages", "review.Stage"),
            Map.entry("roles", "shared.Role"),
            Map.entry("seats", "review.internal.panel.Seat"),
            Map.entry("lot-purposes", "review.internal.panel.LotNonces$Purpose"),
            Map.entry("term-bases", "review.internal.panel.PanelTerm$Basis"),
            Map.entry("agency-types", "contract.AgencyType"),
            Map.entry("finding-verdicts", "finding.Findings$Verdict"),
            Map.entry("screening-bands", "screening.internal.matching.Band"),
            Map.entry("hit-closings", "screening.internal.HitStore$ClosedWhy"),
            Map.entry("hit-verdicts", "screening.internal.Hit$Verdict"),
            Map.entry("sample-verdicts", "review.internal.followup.SampleComparison$Verdict"),
            Map.entry("hand-over-grounds", "contract.internal.owner.AccountOwner$Ground"),
            Map.entry("deal-signs", "review.internal.returning.EarlierDeal$Sign"),
            Map.entry("elements", "review.internal.advice.Element"),
            Map.entry("positions", "review.internal.advice.Position"),
            Map.entry("concern-modes", "concern.internal.ConcernMode"),
            Map.entry("concern-topics", "concern.internal.ConcernTopic"),
            Map.entry("concern-measures", "shared.ConcernMeasures$Measure"),
            Map.entry("opening-grounds", "concern.internal.opening.OpeningGround"),
            Map.entry("return-grounds", "workflow.internal.ForcedReturns$Ground"),
            Map.entry("incidents", "review.internal.followup.Incident$Kind"),
            Map.entry("reliabilities", "review.internal.followup.Incident$Reliability"),
            Map.entry("execution-verdicts", "review.internal.execution.ExecutionVerdict"),
            Map.entry("source-kinds", "review.internal.evidence.Source$Kind"));

    private final EntrySchemas schemas = EntrySchemas.published();

    /** A code that is written no more keeps its place: entries have it. Then this test names it beside the constants. */
    @Test
    void each_list_has_the_constants_of_its_enum() {
        ENUMS.forEach((list, name) -> assertThat(schemas.codes(list))
                .as(list)
                .containsExactlyInAnyOrderElementsOf(constants(name).toList()));
    }

    @Test
    void the_user_tasks_of_all_procedures_are_the_steps_that_entries_name() throws IOException {
        Set<String> tasks = new HashSet<>();
        try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
            for (Path model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                Matcher task = USER_TASK.matcher(Files.readString(model));
                while (task.find()) {
                    tasks.add(task.group(1));
                }
            }
        }
        Set<String> stages =
                schemas.codes("stages").stream().map(EntryCodesTests::taskKey).collect(Collectors.toSet());

        assertThat(Stream.of("concern-steps", "task-steps").flatMap(list -> schemas.codes(list).stream()))
                .containsExactlyInAnyOrderElementsOf(
                        tasks.stream().filter(task -> !stages.contains(task)).toList());
        assertThat(tasks).containsAll(stages);
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
        "concern-filed, mode",
        "concern-filed, topic",
        "concern-answered, by",
        "concern-purged, outcome",
        "concern-measure-taken, measure",
        "concern-name-shown, ground",
        "concern-claimed, stage",
        "task-claimed, stage",
        "task-taken-back, ground",
        "incident-recorded, incident",
        "incident-recorded, reliability",
        "source-added, sourceKind",
        "source-added, grade",
    })
    void what_a_decision_and_its_case_rest_on_is_told_in_codes_of_a_list(String kind, String field) {
        FieldSchema schema = Objects.requireNonNull(schemas.facts(kind).below().get(field));

        assertThat(schema.codes()).isNotEmpty();
    }

    private static Stream<String> constants(String name) {
        try {
            return Arrays.stream(Class.forName(BASE + name).getEnumConstants()).map(each -> ((Enum<?>) each).name());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String taskKey(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
