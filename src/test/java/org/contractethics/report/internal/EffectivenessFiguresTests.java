package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

class EffectivenessFiguresTests {

    private static final Scope QUARTER =
            new Scope(Period.quarterOf(LocalDate.of(2026, 11, 1)), null, null, Instant.parse("2027-01-02T09:00:00Z"));

    private final Story story = new Story();
    private final ContractId contract = story.contract("CBP");
    private final UUID review = story.review(contract);

    @Test
    void an_incident_counts_by_the_lowest_tier_the_contract_was_given_before() {
        story.tier(contract, review, "T3");
        story.tier(contract, review, "T2");
        story.tier(contract, review, "T4");
        story.at("2026-11-02T09:00:00Z");
        incident("PRESS");
        incident("CUSTOMER_REPORT");
        story.at("2026-11-03T09:00:00Z").tier(contract, review, "T1");

        Tally tally = story.count(Figure.FALSE_NEGATIVES, QUARTER);

        assertThat(tally.count("T2", "low")).isEqualTo(1);
        assertThat(tally.total()).isEqualTo(1);
        assertThat(story.count(Figure.INCIDENTS, QUARTER).count("customer-report", null))
                .isEqualTo(1);
        assertThat(share(tally)).isEqualTo("100 %");
    }

    @Test
    void the_way_from_the_first_signal_to_a_restriction_begins_anew_when_services_run_again() {
        story.at("2026-10-06T09:00:00Z");
        incident("INCIDENT");
        story.at("2026-10-07T09:00:00Z").hold(contract, "suspension-decided", "CONTINUE");
        story.at("2026-11-02T09:00:00Z");
        incident("FINDING");
        story.at("2026-11-05T09:00:00Z").hold(contract, "interim-measure-imposed", "RESTRICT");

        Tally tally = story.count(Figure.SIGNAL_TO_RESTRICTION, QUARTER);

        assertThat(tally.timing("restricted").medianHours()).isEqualTo(72);
        assertThat(tally.timing("restricted").medianWorkingDays()).isEqualTo(3);
    }

    @Test
    void a_restriction_before_which_nothing_was_recorded_is_counted_apart_and_shortens_no_time() {
        story.at("2026-11-01T09:00:00Z").hold(contract, "interim-measure-imposed", "RESTRICT");
        story.at("2026-11-02T09:00:00Z").hold(contract, "interim-measure-expired", "OVER");
        story.at("2026-11-03T09:00:00Z");
        incident("PRESS");
        story.at("2026-11-05T09:00:00Z").hold(contract, "interim-measure-imposed", "RESTRICT");

        Tally tally = story.count(Figure.SIGNAL_TO_RESTRICTION, QUARTER);

        assertThat(tally.count("restricted", "unsignalled")).isOne();
        assertThat(tally.count("restricted", "signalled")).isOne();
        assertThat(tally.timing("restricted").medianHours()).isEqualTo(48);
    }

    @Test
    void each_safeguard_is_present_missing_or_refused() {
        story.happened(
                "safeguards-agreed",
                contract,
                Story.facts(
                        review,
                        Map.of(
                                "safeguards",
                                List.of(
                                        Map.of("code", "G01", "name", "Purpose", "state", "PRESENT"),
                                        Map.of("code", "G02", "name", "Audit", "state", "REFUSED")))));

        Tally tally = story.count(Figure.SAFEGUARDS, QUARTER);

        assertThat(tally.rows()).containsEntry("G01", "Purpose");
        assertThat(tally.count("G01", "PRESENT")).isEqualTo(1);
        assertThat(tally.count("G02", "REFUSED")).isEqualTo(1);
    }

    @Test
    void what_is_stated_of_safeguards_after_a_period_changes_nothing_of_it() {
        safeguard("ABSENT");
        story.at("2026-10-09T09:00:00Z");
        safeguard("PRESENT");
        story.at("2027-01-01T00:00:00Z");
        safeguard("REFUSED");

        Tally tally = story.count(Figure.SAFEGUARDS, QUARTER);

        assertThat(tally.count("G01", "PRESENT")).isOne();
        assertThat(tally.total()).isOne();
    }

    private void safeguard(String state) {
        story.happened(
                "safeguards-agreed",
                contract,
                Story.facts(
                        review,
                        Map.of("safeguards", List.of(Map.of("code", "G01", "name", "Purpose", "state", state)))));
    }

    @Test
    void limits_of_visibility_are_those_of_contracts_in_force() {
        story.tier(contract, review, "T3");
        UUID decision = story.decision(contract, review, "APPROVE", "T3");
        assertThat(story.count(Figure.VISIBILITY, QUARTER).total()).isZero();

        story.signed(contract, decision, Story.HASH);
        assertThat(story.count(Figure.VISIBILITY, QUARTER).count("T3", "unsaid"))
                .isEqualTo(1);

        story.happened("visibility-limits-stated", contract, Map.of("version", 1, "statement", "No logs."));
        assertThat(story.count(Figure.VISIBILITY, QUARTER).count("T3", "limited"))
                .isEqualTo(1);
    }

    @Test
    void decisions_are_told_by_approval_and_by_whether_they_were_pressed_for_time() {
        story.stage(contract, review, "TRIAGE", "S4", "2026-10-01T09:00:00Z", "2026-10-02T09:00:00Z", 96);
        story.decision(contract, review, "REJECT", "T3");

        Tally rate = story.count(Figure.APPROVAL_RATE, QUARTER);
        Tally pressed = story.count(Figure.TIME_PRESSURE, QUARTER);

        assertThat(rate.count("T3", "refused")).isEqualTo(1);
        assertThat(share(rate)).isEqualTo("0 %");
        assertThat(pressed.items("T3", "late").get(0).what()).isEqualTo("Late: Triage");
    }

    @Test
    void services_run_freely_again_when_a_restriction_is_over() {
        story.at("2026-10-06T09:00:00Z");
        incident("INCIDENT");
        story.at("2026-10-07T09:00:00Z").hold(contract, "interim-measure-imposed", "RESTRICT");
        story.at("2026-10-20T09:00:00Z").hold(contract, "interim-measure-expired", "OVER");
        story.at("2026-11-02T09:00:00Z");
        incident("PRESS");
        story.at("2026-11-03T09:00:00Z").hold(contract, "suspension-decided", "SUSPEND");

        assertThat(story.count(Figure.SIGNAL_TO_RESTRICTION, QUARTER)
                        .timing("suspend")
                        .medianHours())
                .isEqualTo(24);
    }

    @Test
    void a_suspension_that_a_review_decided_counts_as_one() {
        story.at("2026-11-02T09:00:00Z");
        incident("FINDING");
        story.at("2026-11-04T09:00:00Z").decision(contract, review, "SUSPEND", "T4");

        assertThat(story.count(Figure.HOLDS, QUARTER).count("suspend", null)).isOne();
        assertThat(story.count(Figure.SIGNAL_TO_RESTRICTION, QUARTER)
                        .timing("suspend")
                        .medianHours())
                .isEqualTo(48);
    }

    private void incident(String kind) {
        story.happened("incident-recorded", contract, Map.of("incident", kind, "happenedOn", "2026-11-01"));
    }

    private static String share(Tally tally) {
        FigureTable table = Tabulating.table(tally, tally);
        int column =
                table.head().indexOf(Shares.of(tally.figure()).orElseThrow().head());
        return java.util.Objects.requireNonNull(table.total())
                .values()
                .get(column)
                .text();
    }
}
