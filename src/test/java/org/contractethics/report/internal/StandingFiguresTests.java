package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

class StandingFiguresTests {

    private static final Scope QUARTER =
            new Scope(Period.quarterOf(LocalDate.of(2026, 10, 1)), null, null, Instant.parse("2026-11-24T12:00:00Z"));

    private final Story story = new Story();

    @Test
    void decisions_are_counted_by_the_gravest_priority_that_was_left() {
        decided(standing(List.of("P2", "P1"), "YES", "NO", List.of()));
        decided(standing(List.of("P2"), "NO", "NO", List.of()));
        decided(standing(List.of("P3"), "NO", "NO", List.of()));

        Tally residual = story.count(Figure.RESIDUAL, QUARTER);

        assertThat(residual.count("T3", "P1")).isEqualTo(1);
        assertThat(residual.count("T3", "P2")).isEqualTo(1);
        assertThat(residual.count("T3", "none")).isEqualTo(1);
        assertThat(residual.items("T3", "P1").get(0).what()).isEqualTo("P1: R02");
        assertThat(values(residual, "Share with P1 or P2 left")).isEqualTo("67 %");
    }

    @Test
    void what_an_earlier_entry_does_not_say_is_not_recorded_and_never_nothing() {
        ContractId contract = story.contract("CBP");
        story.decision(contract, story.review(contract), "APPROVE", "T3");

        for (Figure figure : List.of(Figure.RESIDUAL, Figure.VULNERABLE, Figure.DECISION_GAPS)) {
            Tally tally = story.count(figure, QUARTER);
            assertThat(tally.count(null, "unrecorded")).as(figure.slug()).isEqualTo(1);
            assertThat(tally.total()).isEqualTo(1);
            assertThat(Shares.of(figure).orElseThrow().of(tally, null).text()).isEqualTo("–");
        }
    }

    @Test
    void vulnerable_groups_are_told_as_the_triage_answered() {
        decided(standing(List.of(), "YES", "NO", List.of()));
        decided(standing(List.of(), "UNKNOWN", "NO", List.of()));
        decided(standing(List.of(), "something later", "NO", List.of()));

        Tally tally = story.count(Figure.VULNERABLE, QUARTER);

        assertThat(tally.count("T3", "YES")).isEqualTo(1);
        assertThat(tally.count("T3", "UNKNOWN")).isEqualTo(2);
        assertThat(tally.count("T3", "NO")).isZero();
    }

    @Test
    void gaps_are_facts_dimensions_and_safeguards_that_were_missing() {
        decided(standing(List.of("P3"), "NO", "NO", List.of()));
        decided(standing(List.of("P1"), "NO", "UNKNOWN", List.of("END_USE_RESTRICTION")));

        Tally tally = story.count(Figure.DECISION_GAPS, QUARTER);

        assertThat(tally.count("T3", "none")).isEqualTo(1);
        assertThat(tally.items("T3", "gaps"))
                .singleElement()
                .extracting(Item::what)
                .isEqualTo("Facts missing at the triage; End use restriction");
    }

    @Test
    void only_who_was_heard_before_the_decision_was_heard_for_it() {
        ContractId affected = story.contract("CBP");
        UUID first = story.review(affected);
        heard(affected, first, "AFFECTED");
        heard(affected, first, "PROXY");
        story.decision(affected, first, "APPROVE", "T3");
        ContractId later = story.contract("CBP");
        UUID second = story.review(later);
        story.decision(later, second, "APPROVE", "T3");
        heard(later, second, "AFFECTED");

        Tally tally = story.count(Figure.CONSULTED, QUARTER);

        assertThat(tally.count("T3", "affected")).isEqualTo(1);
        assertThat(tally.count("T3", "none")).isEqualTo(1);
        assertThat(values(tally, "Share without any")).isEqualTo("50 %");
    }

    @Test
    void amounts_are_added_by_currency_and_never_across() {
        decidedOn(worth("USD", 1_940_000_050L), "APPROVE");
        decidedOn(worth("USD", 100L), "REJECT");
        decidedOn(worth("JPY", 500L), "CONDITIONAL");
        ContractId changed = worth("USD", 700L);
        story.at("2026-10-05T10:00:00Z").happened("contract-changed", changed, Map.of("fields", List.of("value")));
        decidedOn(changed, "APPROVE");

        FigureTable table = Tabulating.table(
                story.count(Figure.VALUE_DECIDED, QUARTER), story.count(Figure.VALUE_DECIDED, QUARTER.before()));

        assertThat(table.head()).contains("Amount approved", "Amount not approved", "Amount approved, period before");
        assertThat(told(table, "USD")).contains("19400001", "1");
        assertThat(told(table, "JPY")).contains("500");
        assertThat(told(table, "Amount not recorded")).contains("–");
        assertThat(java.util.Objects.requireNonNull(table.total()).values())
                .extracting(FigureTable.Value::text)
                .containsExactly("3", "1", "4", "–", "–", "–", "0");
    }

    @Test
    void an_amount_withheld_from_staff_is_in_no_sum_that_leadership_sees() {
        ContractId contract = worth("USD", 5_000L);
        story.happened(
                "redaction-approved",
                contract,
                Map.of("redactionId", "r", "fields", List.of("VALUE"), "endsOn", "2026-12-31"));
        decidedOn(contract, "APPROVE");

        assertThat(story.count(Figure.VALUE_DECIDED, QUARTER.forStaff()).rows())
                .containsEntry("withheld", "Amount withheld")
                .doesNotContainKey("USD");
        assertThat(story.count(Figure.VALUE_DECIDED, QUARTER).worth("USD", "approved"))
                .isEqualTo(5_000L);
    }

    private void decided(Map<String, Object> standing) {
        ContractId contract = story.contract("CBP");
        UUID review = story.review(contract);
        Map<String, Object> facts = new HashMap<>(Story.facts(review, Map.of("outcome", "APPROVE", "tier", "T3")));
        facts.put("standing", standing);
        story.happened("decision-recorded", contract, facts);
    }

    private void decidedOn(ContractId contract, String outcome) {
        story.at("2026-10-06T09:00:00Z");
        story.decision(contract, story.review(contract), outcome, "T2");
    }

    private ContractId worth(String currency, long minor) {
        story.at("2026-10-05T09:00:00Z");
        ContractId contract = new ContractId(UUID.randomUUID());
        story.happened(
                "contract-registered",
                contract,
                Map.of("reference", "C-" + contract, "obligatedMinor", minor, "currency", currency));
        return contract;
    }

    private void heard(ContractId contract, UUID review, String whom) {
        story.happened("consultation-logged", contract, Story.facts(review, Map.of("consulted", whom)));
    }

    private static Map<String, Object> standing(
            List<String> priorities, String vulnerable, String information, List<String> gaps) {
        return Map.of(
                "impacts",
                        java.util.stream.IntStream.range(0, priorities.size())
                                .mapToObj(i -> Map.of(
                                        "right", "R0" + (i + 1), "severity", "SEVERE", "priority", priorities.get(i)))
                                .toList(),
                "vulnerableGroups", vulnerable,
                "informationGap", information,
                "blockingGaps", gaps,
                "otherGaps", List.of());
    }

    private static String values(Tally tally, String head) {
        FigureTable table = Tabulating.table(tally, tally);
        return table.lines().get(0).values().get(table.head().indexOf(head)).text();
    }

    private static List<String> told(FigureTable table, String row) {
        return table.lines().stream()
                .filter(line -> line.label().equals(row))
                .flatMap(line -> line.values().stream())
                .map(FigureTable.Value::text)
                .toList();
    }
}
