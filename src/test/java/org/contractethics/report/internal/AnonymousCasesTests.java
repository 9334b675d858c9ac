package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.paper.Paper;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.SecretFacts.Secret;
import org.junit.jupiter.api.Test;

/** Cases for the public: alike enough that nobody can tell which they are. */
class AnonymousCasesTests {

    private static final Instant NEXT_YEAR = Instant.parse("2027-02-10T12:00:00Z");
    private static final String REJECTED =
            "Border control, tier T4: rejected. The gravest impact was critical, on right R09 Equality and non-discrimination.";

    private final Story story = new Story();
    private Map<ContractId, Secret> secret = Map.of();

    @Test
    void five_contracts_of_three_agencies_that_are_alike_are_told_without_a_number() {
        decided(5, "REJECT", "BORDER", "CRITICAL", false);

        assertThat(told(NEXT_YEAR)).containsExactly(REJECTED);
        assertThat(paper(NEXT_YEAR).blocks().toString()).doesNotContain("C-0000", "Agency", "Data analysis");
    }

    @Test
    void four_are_not_told_and_five_reviews_of_one_contract_are_one() {
        decided(4, "REJECT", "BORDER", "CRITICAL", false);
        ContractId contract = story.contract("Agency 9");
        for (int i = 0; i < 6; i++) {
            decided(contract, "APPROVE", "HEALTH", "LOW", false);
        }

        assertThat(told(NEXT_YEAR)).isEmpty();
    }

    @Test
    void what_is_too_rare_with_its_right_is_told_without_it_and_then_without_its_class() {
        decided(3, "REJECT", "BORDER", "CRITICAL", false);
        decided(3, "REJECT", "BORDER", "SEVERE", false);
        decided(3, "APPROVE", "POLICE", "SERIOUS", false);
        decided(3, "APPROVE", "HEALTH", "SERIOUS", false);

        assertThat(told(NEXT_YEAR))
                .containsExactly(
                        "Border control, tier T4: rejected.",
                        "Tier T4: approved. The gravest impact was serious, on right R09 Equality and non-discrimination.");
    }

    @Test
    void a_class_of_one_or_two_agencies_is_not_named() {
        for (int i = 0; i < 6; i++) {
            decided(story.contract("Agency " + i % 2), "REJECT", "BORDER", "CRITICAL", false);
        }

        assertThat(told(NEXT_YEAR))
                .containsExactly(
                        "Tier T4: rejected. The gravest impact was critical, on right R09 Equality and non-discrimination.");
    }

    @Test
    void secret_unsaid_and_redacted_ones_are_neither_told_nor_counted() {
        decided(5, "REJECT", "BORDER", "CRITICAL", true);
        decided(4, "REJECT", "BORDER", "CRITICAL", false);
        ContractId redacted = story.contract("Agency 8");
        decided(redacted, "REJECT", "BORDER", "CRITICAL", false);
        story.happened(
                "redaction-approved",
                redacted,
                Map.of("redactionId", "r", "fields", List.of("TITLE"), "endsOn", "2027-12-31"));
        ContractId unsaid = story.contract("Agency 7");
        UUID review = story.review(unsaid);
        story.tier(unsaid, review, "T4");
        story.decision(unsaid, review, "REJECT", "T4");

        assertThat(told(NEXT_YEAR)).isEmpty();
    }

    @Test
    void a_contract_made_secret_after_its_triage_is_neither_told_nor_counted() {
        decided(4, "REJECT", "BORDER", "CRITICAL", false);
        ContractId later = story.contract("Agency 8");
        decided(later, "REJECT", "BORDER", "CRITICAL", false);
        assertThat(told(NEXT_YEAR)).containsExactly(REJECTED);

        secret = Map.of(later, new Secret("C-000005", Set.of("TITLE", "SUPPLIER", "VALUE")));

        assertThat(told(NEXT_YEAR)).isEmpty();
    }

    @Test
    void what_the_figures_hide_is_not_told_in_words_either() {
        decided(5, "REJECT", "BORDER", "CRITICAL", false);
        ContractId other = story.contract("Agency 9");
        UUID review = story.review(other);
        story.tier(other, review, "T1");
        story.decision(other, review, "REJECT", "T1");

        assertThat(StaffFigures.of(Figure.DECISIONS, story.casebook(), 2026, NEXT_YEAR)
                        .number(null, "T4", "REJECT"))
                .isEmpty();
        assertThat(told(NEXT_YEAR)).isEmpty();
    }

    @Test
    void a_year_that_runs_tells_none() {
        decided(9, "REJECT", "BORDER", "CRITICAL", false);

        assertThat(told(Instant.parse("2026-12-31T23:59:59Z"))).isEmpty();
        assertThat(paper(Instant.parse("2026-12-31T23:59:59Z")).blocks().toString())
                .contains("Told once the year is over.");
    }

    private void decided(int contracts, String outcome, String agencyClass, String severity, boolean secret) {
        for (int i = 0; i < contracts; i++) {
            decided(story.contract("Agency " + i % 4), outcome, agencyClass, severity, secret);
        }
    }

    private void decided(ContractId contract, String outcome, String agencyClass, String severity, boolean secret) {
        UUID review = story.review(contract);
        story.happened(
                "triage-confirmed",
                contract,
                Story.facts(
                        review, Map.of("tier", "T4", "inputs", Map.of("agencyType", agencyClass, "secret", secret))));
        story.assessed(contract, review, Map.of("R09", severity, "R10", "LOW"));
        story.decision(contract, review, outcome, "T4");
    }

    private List<String> told(Instant now) {
        return paper(now).blocks().stream()
                .filter(Paper.Items.class::isInstance)
                .flatMap(items -> ((Paper.Items) items).items().stream())
                .toList();
    }

    private Paper paper(Instant now) {
        Paper.Builder paper = Paper.titled("Statement");
        Casebook book = story.casebook();
        book.secret(secret);
        AnonymousCases.add(paper, book, 2026, now, Titles.KNOWN);
        return paper.build();
    }
}
