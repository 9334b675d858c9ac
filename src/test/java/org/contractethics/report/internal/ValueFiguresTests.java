package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** What the contracts in force are worth, by whom they are with. */
class ValueFiguresTests {

    private static final Actor LEADER = new Actor("lena", "Lena", Set.of(Role.LEADERSHIP));
    private static final Scope ASKED =
            new Scope(Period.quarterOf(LocalDate.of(2026, 11, 24)), null, null, Instant.parse("2027-02-10T12:00:00Z"));

    private final Story story = new Story();

    @Test
    void each_class_and_currency_has_its_sum_and_currencies_are_never_added() {
        signed("POLICE", "LOW", "USD", 150_00);
        signed("BORDER", "HIGH", "USD", 1_000_00);
        signed("BORDER", "HIGH", "EUR", 70_50);
        signed("BORDER", "HIGH", "USD", 499_50);

        assertThat(table(Figure.VALUE_BY_AGENCY_CLASS))
                .containsExactly(
                        "Border control, EUR: 1, 71",
                        "Border control, USD: 2, 1500",
                        "Police, USD: 1, 150",
                        "Total: 4, –");
        assertThat(table(Figure.VALUE_BY_COUNTRY_BAND))
                .containsExactly("High, EUR: 1, 71", "High, USD: 2, 1500", "Low, USD: 1, 150", "Total: 4, –");
        assertThat(table(Figure.VALUE_BY_TIER)).containsExactly("T3, EUR: 1, 71", "T3, USD: 3, 1650", "Total: 4, –");
    }

    @Test
    void what_is_not_signed_or_has_ended_is_not_in_force() {
        registered("BORDER", "HIGH", "USD", 100_00);
        story.happened("contract-ended", signed("BORDER", "HIGH", "USD", 100_00), Map.of());

        assertThat(story.count(Figure.VALUE_BY_AGENCY_CLASS, ASKED).total()).isZero();
    }

    @Test
    void an_amount_that_changed_and_a_class_that_no_triage_told_are_not_recorded() {
        story.happened("contract-changed", signed("BORDER", "HIGH", "USD", 100_00), Map.of("fields", List.of("value")));
        ContractId untold = story.contract("CBP");
        story.tier(untold, story.review(untold), "T2");
        story.signed(untold, UUID.randomUUID(), Story.HASH);

        assertThat(table(Figure.VALUE_BY_AGENCY_CLASS))
                .containsExactly(
                        "Border control, amount not recorded: 1, –",
                        "Not recorded, amount not recorded: 1, –",
                        "Total: 2, –");
    }

    @Test
    void a_redacted_amount_is_counted_and_not_told_to_those_who_take_no_part() {
        ContractId contract = signed("BORDER", "HIGH", "USD", 100_00);
        story.happened(
                "redaction-approved",
                contract,
                Map.of("redactionId", "r", "fields", List.of("VALUE"), "endsOn", "2027-12-31"));
        StoryReader reader = new StoryReader(story.entries);
        Tally seen = new Insights(new CurrentCasebook(reader, Story.DAYS, Map::of), reader)
                .figure(Figure.VALUE_BY_AGENCY_CLASS, ASKED, LEADER);

        assertThat(seen.rows()).containsEntry("BORDER|withheld", "Border control, amount withheld");
        assertThat(Tabulating.table(seen, seen).toString()).doesNotContain("100");
    }

    @Test
    void the_period_before_is_told_as_it_stood_then() {
        story.at("2026-08-01T09:00:00Z");
        signed("BORDER", "HIGH", "USD", 100_00);
        story.at("2026-11-01T09:00:00Z");
        signed("BORDER", "HIGH", "USD", 200_00);

        FigureTable table = Tabulating.table(
                story.count(Figure.VALUE_BY_AGENCY_CLASS, ASKED),
                story.count(Figure.VALUE_BY_AGENCY_CLASS, ASKED.before()));

        assertThat(table.head()).containsExactly("Number", "Amount", "Amount, period before", "Period before");
        assertThat(table.lines().get(0).values())
                .extracting(FigureTable.Value::text)
                .containsExactly("2", "300", "100", "1");
    }

    private ContractId signed(String agencyClass, String band, String currency, long minor) {
        ContractId contract = registered(agencyClass, band, currency, minor);
        story.signed(contract, UUID.randomUUID(), Story.HASH);
        return contract;
    }

    private ContractId registered(String agencyClass, String band, String currency, long minor) {
        ContractId contract = new ContractId(UUID.randomUUID());
        story.happened(
                "contract-registered",
                contract,
                Map.of("reference", "C-" + contract, "currency", currency, "obligatedMinor", minor));
        story.happened(
                "triage-confirmed",
                contract,
                Story.facts(
                        story.review(contract),
                        Map.of("tier", "T3", "inputs", Map.of("agencyType", agencyClass, "countryBand", band))));
        return contract;
    }

    /** Rows and total as "label: number, amount". */
    private List<String> table(Figure figure) {
        Tally tally = story.count(figure, ASKED);
        FigureTable table = Tabulating.table(tally, tally);
        return java.util.stream.Stream.concat(table.lines().stream(), java.util.stream.Stream.ofNullable(table.total()))
                .map(line -> line.label() + ": " + line.values().get(0).text() + ", "
                        + line.values().get(1).text())
                .toList();
    }
}
