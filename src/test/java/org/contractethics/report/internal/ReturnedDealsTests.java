package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

class ReturnedDealsTests {

    private static final Scope QUARTER =
            new Scope(Period.quarterOf(LocalDate.of(2026, 11, 1)), null, null, Instant.parse("2027-01-02T09:00:00Z"));

    private final Story story = new Story();
    private final ContractId refused = refused();
    private final ContractId later = story.contract("CBP");

    @Test
    void a_refused_deal_that_nobody_compared_did_not_come_back_as_far_as_anybody_knows() {
        assertThat(counted("away")).isEqualTo(1);
        assertThat(counted("back")).isZero();
    }

    @Test
    void a_refused_deal_came_back_where_somebody_says_so_and_stays_so() {
        compared(refused, "UNKNOWN");
        assertThat(counted("unknown")).isEqualTo(1);

        compared(refused, "YES");
        compared(refused, "NO");

        assertThat(counted("back")).isEqualTo(1);
        assertThat(counted("unknown")).isZero();
        assertThat(count().items("T3", "back").get(0).contract()).isEqualTo(refused);
    }

    @Test
    void what_is_not_refused_or_was_so_long_ago_does_not_count() {
        ContractId approved = story.contract("CBP");
        UUID review = story.review(approved);
        story.tier(approved, review, "T3");
        story.decision(approved, review, "APPROVE", "T3");
        compared(approved, "YES");

        assertThat(count().total()).isEqualTo(1);

        Scope yearsOn = new Scope(
                Period.quarterOf(LocalDate.of(2029, 1, 1)), null, null, Instant.parse("2029-05-02T09:00:00Z"));
        assertThat(story.count(Figure.RETURNED_DEALS, yearsOn).total()).isZero();
    }

    @Test
    void what_is_said_after_the_period_does_not_change_it() {
        story.at("2027-01-01T09:00:00Z");
        compared(refused, "YES");

        assertThat(counted("away")).isEqualTo(1);
    }

    @Test
    void an_entry_that_names_no_contract_changes_nothing() {
        story.happened(
                "earlier-deals-compared", later, Map.of("deals", List.of("x", Map.of("earlierContractId", "y"))));
        compared(new ContractId(UUID.randomUUID()), "YES");

        assertThat(counted("away")).isEqualTo(1);
    }

    private ContractId refused() {
        ContractId contract = story.contract("ICE");
        UUID review = story.review(contract);
        story.tier(contract, review, "T3");
        story.decision(contract, review, "REJECT", "T3");
        return contract;
    }

    private void compared(ContractId earlier, String same) {
        story.happened(
                "earlier-deals-compared",
                later,
                Map.of(
                        "deals",
                        List.of(Map.of("earlierContractId", earlier.toString(), "sign", "AGENCY", "same", same))));
    }

    private Tally count() {
        return story.count(Figure.RETURNED_DEALS, QUARTER);
    }

    private int counted(String column) {
        return count().count("T3", column);
    }
}
