package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

/** H7, asked of the record alone: is every signature covered by a decision? */
class SignatureCheckTests {

    private final Story story = new Story();
    private final ContractId contract = story.contract("CBP");
    private final UUID review = story.review(contract);

    @Test
    void a_signature_after_an_approving_decision_on_the_same_documents_is_in_order() {
        story.signed(contract, story.decision(contract, review, "APPROVE", "T2"), Story.HASH);
        story.signed(contract, story.decision(contract, review, "CONDITIONAL", "T2"), Story.HASH);

        assertThat(faults()).isEmpty();
    }

    @Test
    void a_decision_is_valid_on_the_day_it_expires() {
        story.signed(contract, story.decision(contract, review, "APPROVE", "T2", "2026-10-05"), Story.HASH);

        assertThat(faults()).isEmpty();
    }

    @Test
    void a_forged_signature_without_any_decision_counts() {
        story.happened("contract-signed", contract, Map.of("contractId", contract.toString()));

        assertThat(faults()).containsOnly(Map.entry("NO_DECISION", 1));
    }

    @Test
    void a_forged_signature_that_invents_a_decision_counts() {
        story.signed(contract, UUID.randomUUID(), Story.HASH);

        assertThat(faults()).containsOnly(Map.entry("NO_DECISION", 1));
    }

    @Test
    void a_decision_made_up_afterwards_does_not_help() {
        UUID later = UUID.randomUUID();
        story.signed(contract, later, Story.HASH);
        story.happened(
                "decision-recorded",
                contract,
                Story.facts(
                        review,
                        Map.of(
                                "decisionId", later.toString(),
                                "outcome", "APPROVE",
                                "tier", "T2",
                                "documentSetHash", Story.HASH,
                                "expiresOn", "2027-10-01")));

        assertThat(faults()).containsOnly(Map.entry("NO_DECISION", 1));
    }

    @Test
    void a_decision_on_another_contract_does_not_help() {
        ContractId other = story.contract("CBP");
        story.signed(other, story.decision(contract, review, "APPROVE", "T2"), Story.HASH);

        assertThat(faults()).containsOnly(Map.entry("OTHER_CONTRACT", 1));
    }

    @Test
    void a_rejection_does_not_help() {
        story.signed(contract, story.decision(contract, review, "REJECT", "T2"), Story.HASH);

        assertThat(faults()).containsOnly(Map.entry("NOT_APPROVING", 1));
    }

    @Test
    void an_expired_decision_does_not_help() {
        story.signed(contract, story.decision(contract, review, "APPROVE", "T2", "2026-10-04"), Story.HASH);

        assertThat(faults()).containsOnly(Map.entry("EXPIRED", 1));
    }

    @Test
    void a_decision_on_other_documents_does_not_help() {
        story.signed(contract, story.decision(contract, review, "APPROVE", "T2"), "b".repeat(64));

        assertThat(faults()).containsOnly(Map.entry("OTHER_DOCUMENTS", 1));
    }

    @Test
    void a_decision_that_an_appeal_replaced_does_not_help() {
        UUID approved = story.decision(contract, review, "APPROVE", "T2");
        story.decision(contract, review, "REJECT", "T2");
        story.signed(contract, approved, Story.HASH);

        assertThat(faults()).containsOnly(Map.entry("SUPERSEDED", 1));
    }

    @Test
    void a_decision_that_lapsed_with_a_refused_signature_does_not_help() {
        UUID approved = story.decision(contract, review, "APPROVE", "T2");
        story.happened(
                "signature-refused",
                contract,
                Story.facts(review, Map.of("decisionId", approved.toString(), "reason", "Other documents")));
        story.signed(contract, approved, Story.HASH);

        assertThat(faults()).containsOnly(Map.entry("LAPSED", 1));
    }

    @Test
    void the_whole_record_is_asked_whatever_the_filters() {
        story.happened("contract-signed", contract, Map.of("contractId", contract.toString()));
        Scope elsewhere = new Scope(Period.year(1999), "T1", "nobody", Instant.parse("2026-11-24T12:00:00Z"));

        assertThat(story.count(Figure.SIGNED_WITHOUT_DECISION, elsewhere).total())
                .isEqualTo(1);
    }

    private Map<String, Integer> faults() {
        Scope scope = new Scope(
                Period.quarterOf(LocalDate.of(2026, 10, 5)), null, null, Instant.parse("2026-11-24T12:00:00Z"));
        Tally tally = story.count(Figure.SIGNED_WITHOUT_DECISION, scope);
        return tally.rows().keySet().stream()
                .filter(fault -> tally.count(fault, null) > 0)
                .collect(java.util.stream.Collectors.toMap(fault -> fault, fault -> tally.count(fault, null)));
    }
}
