package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

class LastingFiguresTests {

    private static final Scope QUARTER =
            new Scope(Period.quarterOf(LocalDate.of(2026, 10, 1)), null, null, Instant.parse("2026-11-24T12:00:00Z"));

    private final Story story = new Story();
    private final ContractId contract = story.contract("CBP");
    private final UUID review = story.review(contract);

    @Test
    void a_ruling_upholds_the_dissents_that_voted_for_what_it_changed_the_decision_to() {
        UUID decision = story.decision(contract, review, "APPROVE", "T3");
        dissent(decision, "REJECT");
        dissent(decision, "CONDITIONAL");
        ruled(Map.of("result", "CHANGE", "changedTo", "REJECT"));

        Tally upheld = story.count(Figure.DISSENTS_UPHELD, QUARTER);

        assertThat(upheld.count("change", null)).isEqualTo(1);
        assertThat(upheld.total()).isEqualTo(1);
    }

    @Test
    void a_case_sent_back_upholds_every_dissent_and_a_confirmed_one_none() {
        UUID decision = story.decision(contract, review, "APPROVE", "T3");
        dissent(decision, "REJECT");
        ruled(Map.of("result", "CONFIRM"));
        assertThat(story.count(Figure.DISSENTS_UPHELD, QUARTER).total()).isZero();

        ruled(Map.of("result", "RETURN"));
        story.hold(contract, "suspension-decided", "SUSPEND");

        assertThat(story.count(Figure.DISSENTS_UPHELD, QUARTER).count("return", null))
                .isEqualTo(1);
        assertThat(story.count(Figure.DISSENTS_UPHELD, QUARTER).total()).isEqualTo(1);
    }

    @Test
    void a_suspension_upholds_who_voted_against_the_approval_it_ends_and_nobody_else() {
        UUID decision = story.decision(contract, review, "APPROVE", "T3");
        dissent(decision, "REJECT");
        dissent(decision, "CONDITIONAL");
        story.at("2026-10-21T09:00:00Z").hold(contract, "suspension-decided", "SUSPEND");

        assertThat(story.count(Figure.DISSENTS_UPHELD, QUARTER).count("held", null))
                .isEqualTo(1);
        assertThat(story.count(Figure.DISSENTS_UPHELD, QUARTER.before()).total())
                .isZero();
    }

    @Test
    void a_suspension_after_a_later_decision_says_nothing_of_the_dissents_before() {
        dissent(story.decision(contract, review, "APPROVE", "T3"), "REJECT");
        story.at("2026-10-20T09:00:00Z").decision(contract, story.review(contract), "APPROVE", "T3");
        story.at("2026-10-21T09:00:00Z").hold(contract, "suspension-decided", "SUSPEND");

        assertThat(story.count(Figure.DISSENTS_UPHELD, QUARTER).total()).isZero();
    }

    @Test
    void a_gap_is_closed_where_the_last_statement_before_the_signature_has_it() {
        UUID decision = story.decision(contract, review, "APPROVE", "T3");
        agreed(Map.of("G01", "ABSENT", "G02", "REFUSED", "G03", "PRESENT"));
        agreed(Map.of("G01", "PRESENT", "G02", "REFUSED", "G03", "PRESENT"));
        story.signed(contract, decision, Story.HASH);
        agreed(Map.of("G02", "PRESENT"));

        Tally gaps = story.count(Figure.GAPS_CLOSED, QUARTER);

        assertThat(gaps.count("G01", "closed")).isEqualTo(1);
        assertThat(gaps.count("G02", "open")).isEqualTo(1);
        assertThat(gaps.total()).isEqualTo(2);
    }

    @Test
    void an_attempt_to_close_a_vote_without_quorum_is_told_apart_from_votes_without_majority() {
        story.happened("quorum-missed", contract, Story.facts(review, Map.of("quorum", 5, "valid", 3)));
        story.happened("votes-opened", contract, Story.facts(review, Map.of("tally", Map.of("REJECT", 5))));

        assertThat(story.count(Figure.QUORUM_MISSED, QUARTER).total()).isEqualTo(1);
        assertThat(story.count(Figure.VOTES, QUARTER).count(null, "NONE")).isEqualTo(1);
    }

    @Test
    void reviews_done_again_are_told_by_cause_and_first_ones_are_not() {
        again(Map.of("after", "x", "delta", true, "changed", List.of("documents")));
        UUID periodic = again(Map.of("after", "x"));
        again(Map.of("after", "x"));
        story.happened("re-review-done", contract, Map.of("newReviewId", periodic.toString()));
        ruled(Map.of("result", "RETURN"));

        Tally reopened = story.count(Figure.REOPENED, QUARTER);

        for (String cause : List.of("delta", "re-review", "appeal", "other")) {
            assertThat(reopened.count(cause, null)).as(cause).isEqualTo(1);
        }
        assertThat(reopened.total()).isEqualTo(4);
    }

    @Test
    void a_review_that_a_concern_or_a_hearing_began_tells_of_no_changed_facts() {
        again(Map.of("after", "x", "delta", true, "changed", List.of()));
        again(Map.of("calledIn", true));

        Tally reopened = story.count(Figure.REOPENED, QUARTER);

        assertThat(reopened.count("other", null)).isEqualTo(2);
        assertThat(reopened.total()).isEqualTo(2);
    }

    @Test
    void a_contract_that_is_submitted_again_after_a_rejection_is_reviewed_again() {
        story.decision(contract, review, "REJECT", "T3");
        again(Map.of());
        ContractId called = story.contract("ICE");
        story.happened("review-opened", called, Story.facts(UUID.randomUUID(), Map.of("calledIn", true)));

        Tally reopened = story.count(Figure.REOPENED, QUARTER);

        assertThat(reopened.count("again", null)).isOne();
        assertThat(reopened.total()).isOne();
    }

    @Test
    void a_document_is_told_by_its_newest_version_and_why_it_cannot_be_searched() {
        added("doc-1", "v1");
        story.happened("document-unreadable", contract, Map.of("versionId", "v1", "reason", "no text layer"));
        added("doc-1", "v2");
        story.happened("document-read", contract, Map.of("versionId", "v2"));
        added("doc-2", "v3");
        story.happened("document-unreadable", contract, Map.of("versionId", "v3", "reason", "encrypted"));
        added("doc-3", "v4");
        story.happened("document-unreadable", contract, Map.of("versionId", "v4", "reason", "erased on 1 Oct"));
        added("doc-4", "v5");

        Tally documents = story.count(Figure.DOCUMENTS, QUARTER);

        for (String state : List.of("read", "encrypted", "other", "pending")) {
            assertThat(documents.count(state, null)).as(state).isEqualTo(1);
        }
        assertThat(documents.total()).isEqualTo(4);
        FigureTable table = Tabulating.table(documents, documents);
        assertThat(table.head()).containsExactly("Number", "Share", "Share, period before", "Period before");
        assertThat(table.lines().get(0).values().get(1).text()).isEqualTo("25 %");
        assertThat(story.count(Figure.DOCUMENTS, QUARTER.before()).total()).isZero();
    }

    @Test
    void thresholds_of_letters_are_told_of_a_quarter_that_is_over_and_small_numbers_hidden() {
        Scope later = new Scope(
                Period.quarterOf(LocalDate.of(2027, 1, 1)), null, null, Instant.parse("2027-01-24T12:00:00Z"));
        for (int i = 0; i < 5; i++) {
            reached("HEARING");
        }
        reached("BOARD");

        assertThat(story.count(Figure.LETTERS, QUARTER).total()).isZero();
        FigureTable table = Tabulating.table(story.count(Figure.LETTERS, later), story.count(Figure.LETTERS, QUARTER));
        assertThat(table.lines())
                .extracting(line -> line.values().get(0).text())
                .containsExactly("hidden", "0", "0", "hidden");
        assertThat(java.util.Objects.requireNonNull(table.total())
                        .values()
                        .get(0)
                        .text())
                .isEqualTo("6");
        assertThat(Figure.LETTERS.listed()).isFalse();
        assertThat(Figure.LETTERS.sensitive()).isTrue();
    }

    private void reached(String consequence) {
        story.happened("letter-threshold-reached", null, Map.of("consequence", consequence, "threshold", 25));
    }

    private void added(String document, String version) {
        story.happened("document-added", contract, Map.of("documentId", document, "versionId", version));
    }

    private void dissent(UUID decision, String outcome) {
        story.happened(
                "dissent-recorded",
                contract,
                Story.facts(review, Map.of("decisionId", decision.toString(), "outcome", outcome)));
    }

    private void ruled(Map<String, Object> ruling) {
        story.happened("appeal-decided", contract, Story.facts(review, ruling));
    }

    private void agreed(Map<String, String> states) {
        story.happened(
                "safeguards-agreed",
                contract,
                Story.facts(
                        review,
                        Map.of(
                                "safeguards",
                                states.entrySet().stream()
                                        .map(one -> Map.of("code", one.getKey(), "state", one.getValue()))
                                        .toList())));
    }

    private UUID again(Map<String, Object> facts) {
        UUID next = UUID.randomUUID();
        story.happened("review-opened", contract, Story.facts(next, facts));
        return next;
    }
}
