package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

/** Each critical case with its rights, decision, conditions and days. */
class CriticalCasesTests {

    private static final Period Q4 = Period.quarterOf(LocalDate.of(2026, 11, 24));
    private static final Instant NOW = Instant.parse("2027-02-10T12:00:00Z");
    private static final Scope ASKED = new Scope(Q4, null, null, NOW);

    private final Story story = new Story();

    @Test
    void a_case_without_decision_counts_its_days_to_the_end_of_the_period() {
        critical("2026-12-22T00:00:00Z", Map.of("R09", "CRITICAL", "R12", "SERIOUS"));

        assertThat(cases()).singleElement().satisfies(found -> {
            assertThat(found.rights()).containsExactly("R09");
            assertThat(found.decision()).isEqualTo("Not yet decided");
            assertThat(found.conditions()).isEqualTo("None");
            assertThat(found.days()).isEqualTo(10);
        });
        assertThat(story.count(Figure.CRITICAL_CASES, ASKED).count("undecided", null))
                .isOne();
    }

    @Test
    void a_decided_case_tells_its_conditions_and_how_long_the_decision_took() {
        UUID review = critical("2026-10-05T00:00:00Z", Map.of("R09", "CRITICAL"));
        story.at("2026-10-25T00:00:00Z");
        UUID decision = story.decision(contract, review, "CONDITIONAL", "T4");
        UUID met = story.condition(contract, review, decision, "2026-11-05", true);
        story.condition(contract, review, decision, "2026-11-05", true);
        story.condition(contract, review, decision, "2027-05-05", false);
        story.at("2026-11-01T00:00:00Z").met(contract, met);

        assertThat(cases()).singleElement().satisfies(found -> {
            assertThat(found.decision()).isEqualTo("Approved with conditions");
            assertThat(found.conditions()).isEqualTo("2 open, 1 of them overdue; 1 closed");
            assertThat(found.days()).isEqualTo(20);
        });
    }

    @Test
    void a_case_that_was_decided_before_is_told_only_while_a_condition_is_open() {
        UUID open = critical("2026-05-01T00:00:00Z", Map.of("R09", "CRITICAL"));
        UUID decision = story.decision(contract, open, "CONDITIONAL", "T4");
        story.condition(contract, open, decision, "2027-05-05", false);
        UUID over = critical("2026-05-01T00:00:00Z", Map.of("R09", "CRITICAL"));
        story.decision(contract, over, "REJECT", "T4");

        assertThat(cases()).singleElement().satisfies(found -> assertThat(found.decision())
                .isEqualTo("Approved with conditions"));
    }

    @Test
    void the_last_assessment_counts_and_what_was_stopped_is_no_case() {
        UUID milder = critical("2026-10-05T00:00:00Z", Map.of("R09", "CRITICAL"));
        story.assessed(contract, milder, Map.of("R09", "SEVERE"));
        UUID stopped = critical("2026-10-05T00:00:00Z", Map.of("R09", "CRITICAL"));
        story.happened(
                "stage-completed", contract, Story.facts(stopped, Map.of("stage", "LEGAL_STOP", "outcome", "STOP")));
        critical("2027-01-05T00:00:00Z", Map.of("R09", "CRITICAL"));

        assertThat(cases()).isEmpty();
    }

    @Test
    void staff_and_leadership_read_no_redacted_title() {
        critical("2026-10-05T00:00:00Z", Map.of("R09", "CRITICAL"));
        story.happened(
                "redaction-approved",
                contract,
                Map.of("redactionId", "x", "fields", List.of("TITLE"), "endsOn", "2027-12-31"));

        assertThat(cases().get(0).item().subject()).contains("Data analysis");
        assertThat(CriticalCase.of(story.casebook(), ASKED.forStaff())
                        .get(0)
                        .item()
                        .subject())
                .isEqualTo("C-000001");
    }

    private ContractId contract = new ContractId(UUID.randomUUID());

    private UUID critical(String opened, Map<String, String> rated) {
        story.at(opened);
        contract = story.contract("CBP");
        UUID review = story.review(contract);
        story.tier(contract, review, "T4");
        story.assessed(contract, review, rated);
        return review;
    }

    private List<CriticalCase> cases() {
        return CriticalCase.of(story.casebook(), ASKED);
    }
}
