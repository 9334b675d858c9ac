package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

/** What the figures count, entry by entry. */
class FiguresTests {

    private static final Period Q4 = Period.quarterOf(LocalDate.of(2026, 11, 24));
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Story story = new Story();

    @Test
    void a_contract_stands_where_the_record_last_put_it() {
        story.contract("CBP");
        ContractId open = story.contract("CBP");
        UUID review = story.review(open);
        story.tier(open, review, "T3");
        ContractId rejected = story.contract("ICE");
        story.decision(rejected, story.review(rejected), "REJECT", "T4");

        Tally tally = story.count(Figure.CONTRACTS, all());

        assertThat(tally.count("REGISTERED", "none")).isEqualTo(1);
        assertThat(tally.count("IN_REVIEW", "T3")).isEqualTo(1);
        assertThat(tally.count("REJECTED", "T4")).isEqualTo(1);
        assertThat(tally.total()).isEqualTo(3);
    }

    @Test
    void an_imported_contract_is_the_same_one_when_it_is_taken_and_reviewed() {
        story.happened("contracts-imported", null, Map.of("registered", 2, "references", List.of("C-1", "C-2")));
        ContractId taken = new ContractId(UUID.randomUUID());
        story.happened("contract-taken", taken, Map.of("contractId", taken.toString(), "reference", "C-1"));
        story.happened("contracts-imported", null, Map.of("updated", 1, "references", List.of("C-1")));
        story.review(taken);

        Tally tally = story.count(Figure.CONTRACTS, all());

        assertThat(tally.total()).isEqualTo(2);
        assertThat(tally.items("IN_REVIEW", null)).singleElement().satisfies(item -> {
            assertThat(item.contract()).isEqualTo(taken);
            assertThat(item.subject()).isEqualTo("C-1");
        });
    }

    @Test
    void states_are_told_as_they_were_at_the_end_of_the_period() {
        ContractId contract = story.at("2026-08-01T09:00:00Z").contract("CBP");
        UUID review = story.at("2026-09-01T09:00:00Z").review(contract);
        story.at("2026-10-07T09:00:00Z").decision(contract, review, "APPROVE", "T2");

        Scope third = new Scope(Q4.before(), null, null, NOW);

        assertThat(story.count(Figure.CONTRACTS, third).count("IN_REVIEW", null))
                .isEqualTo(1);
        assertThat(story.count(Figure.CONTRACTS, all()).count("APPROVED", "T2")).isEqualTo(1);
    }

    @Test
    void a_stop_on_legal_grounds_and_a_return_are_seen() {
        ContractId stopped = story.contract("CBP");
        story.happened(
                "stage-completed",
                stopped,
                Story.facts(
                        story.review(stopped),
                        Map.of("stage", "LEGAL_STOP", "stageCode", "S3", "outcome", "STOP", "hours", 2)));
        ContractId returned = story.contract("CBP");
        story.decision(returned, story.review(returned), "RETURN", "T2");

        Tally tally = story.count(Figure.CONTRACTS, all());

        assertThat(tally.count("STOPPED", null)).isEqualTo(1);
        assertThat(tally.count("RETURNED", null)).isEqualTo(1);
    }

    @Test
    void decisions_count_by_outcome_and_month() {
        for (String outcome : List.of("APPROVE", "APPROVE", "CONDITIONAL", "REJECT", "RETURN")) {
            ContractId contract = story.contract("CBP");
            story.decision(contract, story.review(contract), outcome, "T2");
        }
        ContractId later = story.contract("CBP");
        story.at("2026-11-03T09:00:00Z").decision(later, story.review(later), "APPROVE", "T2");

        Tally tally = story.count(Figure.DECISIONS, all());

        assertThat(tally.count("APPROVE", "2026-10")).isEqualTo(2);
        assertThat(tally.count("APPROVE", "2026-11")).isEqualTo(1);
        assertThat(tally.columns())
                .containsExactly(
                        Map.entry("2026-10", "Oct 2026"),
                        Map.entry("2026-11", "Nov 2026"),
                        Map.entry("2026-12", "Dec 2026"));
        assertThat(tally.total()).isEqualTo(6);
    }

    @Test
    void the_share_decided_leaves_returns_out() {
        ContractId decided = story.contract("CBP");
        UUID first = story.review(decided);
        story.tier(decided, first, "T1");
        story.decision(decided, first, "RETURN", "T1");
        story.decision(decided, first, "APPROVE", "T1");
        ContractId returned = story.contract("CBP");
        UUID second = story.review(returned);
        story.tier(returned, second, "T1");
        story.decision(returned, second, "RETURN", "T1");

        Tally tally = story.count(Figure.DECIDED_SHARE, all());

        assertThat(tally.count("T1", "decided")).isEqualTo(1);
        assertThat(tally.count("T1", "open")).isEqualTo(1);
        assertThat(Tabulating.table(tally, tally).lines().get(0).values())
                .extracting(FigureTable.Value::text)
                .contains("50 %");
    }

    @Test
    void stages_have_median_and_90th_percentile_and_punctuality() {
        ContractId contract = story.contract("CBP");
        UUID review = story.review(contract);
        story.at("2026-10-12T09:00:00Z");
        for (int hours = 1; hours <= 10; hours++) {
            String due = hours > 8 ? "2026-10-11T09:00:00Z" : "2026-10-14T09:00:00Z";
            story.stage(contract, review, "TRIAGE", "S4", "2026-10-09T09:00:00Z", due, hours);
        }

        Tally tally = story.count(Figure.STAGE_TIMES, all());
        Timing timing = tally.timing("triage");

        assertThat(tally.rows()).containsEntry("triage", "S4 Triage");
        assertThat(timing.medianHours()).isEqualTo(5);
        assertThat(timing.p90Hours()).isEqualTo(9);
        assertThat(timing.medianWorkingDays()).isEqualTo(1);
        assertThat(timing.targetWorkingDays()).isEqualTo(3);
        assertThat(tally.count("triage", "in-time")).isEqualTo(8);
        assertThat(tally.count("triage", "late")).isEqualTo(2);
    }

    @Test
    void time_in_which_a_question_was_open_is_no_time_of_the_stage_or_of_the_review() {
        story.at("2026-10-05T09:00:00Z");
        ContractId contract = story.contract("CBP");
        UUID review = story.review(contract);
        story.tier(contract, review, "T2");
        String question = UUID.randomUUID().toString();
        story.at("2026-10-06T09:00:00Z");
        story.happened(
                "question-asked", contract, Story.facts(review, Map.of("questionId", question, "stage", "RESEARCH")));
        story.at("2026-10-09T09:00:00Z");
        story.happened(
                "question-answered",
                contract,
                Story.facts(review, Map.of("questionId", question, "stage", "RESEARCH")));
        story.at("2026-10-12T09:00:00Z");
        story.stage(contract, review, "RESEARCH", "S5", "2026-10-05T09:00:00Z", "2026-10-15T17:00:00Z", 168);
        story.decision(contract, review, "REJECT", "T2");

        Timing stage = story.count(Figure.STAGE_TIMES, all()).timing("research");
        Timing decision = story.count(Figure.TIME_TO_DECISION, all()).timing("T2");

        assertThat(stage.medianWorkingDays()).isEqualTo(2);
        assertThat(stage.medianHours()).isEqualTo(96);
        assertThat(stage.targetWorkingDays()).isEqualTo(5);
        assertThat(decision.medianWorkingDays()).isEqualTo(2);
    }

    @Test
    void a_stage_whose_clock_stands_still_is_not_overdue_and_is_again_when_the_question_is_withdrawn() {
        ContractId contract = story.contract("CBP");
        UUID review = story.review(contract);
        String question = UUID.randomUUID().toString();
        story.happened(
                "stage-escalated",
                contract,
                Story.facts(review, Map.of("stage", "RESEARCH", "dueAt", "2026-10-05T09:00:00Z")));
        story.happened(
                "question-asked", contract, Story.facts(review, Map.of("questionId", question, "stage", "RESEARCH")));
        assertThat(story.count(Figure.OVERDUE, all()).total()).isZero();

        story.happened(
                "question-withdrawn",
                contract,
                Story.facts(review, Map.of("questionId", question, "stage", "RESEARCH")));
        assertThat(story.count(Figure.OVERDUE, all()).total()).isEqualTo(1);
    }

    @Test
    void a_stage_is_overdue_until_it_is_completed() {
        ContractId contract = story.contract("CBP");
        UUID review = story.review(contract);
        Map<String, Object> escalated =
                Story.facts(review, Map.of("stage", "RESEARCH", "dueAt", "2026-10-05T09:00:00Z"));
        story.happened("stage-escalated", contract, escalated);
        story.happened("stage-escalated", contract, escalated);
        assertThat(story.count(Figure.OVERDUE, all()).count("research", null)).isEqualTo(1);

        story.stage(contract, review, "research", "S5", "2026-10-05T09:00:00Z", "2026-10-05T09:00:00Z", 100);
        assertThat(story.count(Figure.OVERDUE, all()).total()).isZero();

        story.happened("stage-escalated", contract, escalated);
        assertThat(story.count(Figure.OVERDUE, all()).total()).isEqualTo(1);
    }

    @Test
    void a_condition_is_open_until_it_is_met() {
        ContractId contract = story.contract("CBP");
        UUID review = story.review(contract);
        UUID decision = story.decision(contract, review, "CONDITIONAL", "T2");
        story.condition(contract, review, decision, "2026-11-23", true);
        story.condition(contract, review, decision, "2026-11-24", false);
        UUID met = story.condition(contract, review, decision, "2026-11-23", true);
        story.happened("condition-met", contract, Story.facts(review, Map.of("conditionId", met.toString())));

        Tally tally = story.count(Figure.OPEN_CONDITIONS, all());

        assertThat(tally.count("overdue", "blocking")).isEqualTo(1);
        assertThat(tally.count("due", "other")).isEqualTo(1);
        assertThat(tally.total()).isEqualTo(2);
    }

    @Test
    void conditions_of_an_approval_that_lapsed_are_not_open() {
        ContractId contract = story.contract("CBP");
        UUID review = story.review(contract);
        UUID decision = story.decision(contract, review, "CONDITIONAL", "T2");
        story.condition(contract, review, decision, "2026-11-23", true);
        story.happened(
                "approval-lapsed",
                contract,
                Story.facts(review, Map.of("decisionId", decision.toString(), "reason", "The end users changed.")));
        UUID next = story.decision(contract, review, "CONDITIONAL", "T2");
        story.condition(contract, review, next, "2026-11-23", false);

        Tally tally = story.count(Figure.OPEN_CONDITIONS, all());

        assertThat(tally.total()).isEqualTo(1);
        assertThat(tally.count("overdue", "other")).isEqualTo(1);
    }

    @Test
    void an_approval_that_lapsed_sends_the_contract_back_unless_it_is_signed() {
        ContractId back = story.contract("CBP");
        UUID review = story.review(back);
        UUID approval = story.decision(back, review, "APPROVE", "T2");
        story.happened("approval-lapsed", back, Story.facts(review, Map.of("decisionId", approval.toString())));
        ContractId signed = story.contract("CBP");
        UUID other = story.review(signed);
        UUID approved = story.decision(signed, other, "APPROVE", "T2");
        story.signed(signed, approved, Story.HASH);
        story.happened("approval-lapsed", signed, Story.facts(other, Map.of("decisionId", approved.toString())));

        Tally tally = story.count(Figure.CONTRACTS, all());

        assertThat(tally.count("RETURNED", null)).isEqualTo(1);
        assertThat(tally.count("SIGNED", null)).isEqualTo(1);
        assertThat(story.count(Figure.SIGNED_WITHOUT_DECISION, all()).total()).isZero();
    }

    @Test
    void a_review_stopped_on_legal_grounds_is_not_waiting_for_a_decision() {
        ContractId stopped = story.contract("CBP");
        UUID review = story.review(stopped);
        story.happened(
                "stage-completed",
                stopped,
                Story.facts(review, Map.of("stage", "LEGAL_STOP", "stageCode", "S3", "outcome", "STOP", "hours", 1)));
        ContractId decided = story.contract("CBP");
        story.decision(decided, story.review(decided), "APPROVE", "T1");

        Tally tally = story.count(Figure.DECIDED_SHARE, all());

        assertThat(tally.count(null, "stopped")).isEqualTo(1);
        assertThat(tally.count(null, "open")).isZero();
        assertThat(Objects.requireNonNull(Tabulating.table(tally, tally).total())
                        .values())
                .extracting(FigureTable.Value::text)
                .contains("100 %");
    }

    @Test
    void filters_by_tier_and_agency_narrow() {
        ContractId one = story.contract("CBP");
        UUID first = story.review(one);
        story.tier(one, first, "T3");
        ContractId other = story.contract("ICE");
        UUID second = story.review(other);
        story.tier(other, second, "T1");

        assertThat(story.count(Figure.REVIEWS_RECEIVED, new Scope(Q4, "T3", null, NOW))
                        .total())
                .isEqualTo(1);
        assertThat(story.count(Figure.REVIEWS_RECEIVED, new Scope(Q4, null, "ICE", NOW))
                        .total())
                .isEqualTo(1);
        assertThat(story.count(Figure.REVIEWS_RECEIVED, new Scope(Q4, "T3", "ICE", NOW))
                        .total())
                .isZero();
    }

    @Test
    void unknown_kinds_and_broken_facts_change_nothing_and_stop_nothing() {
        ContractId contract = story.contract("CBP");
        story.happened("invented-tomorrow", contract, Map.of("reviewId", 7));
        for (String kind : List.of(
                "review-opened", "decision-recorded", "stage-completed", "contract-signed", "concern-answered")) {
            story.happened(kind, null, Map.of());
            story.happened(
                    kind, contract, Map.of("reviewId", "no id", "hours", "many", "dueAt", "never", "outcome", 3));
        }

        for (Figure figure : Figure.values()) {
            assertThat(story.count(figure, all())).isNotNull();
        }
    }

    /** R17 */
    @Test
    void every_cell_row_and_column_adds_up_to_the_figure() {
        randomStory(120);

        for (Figure figure : Figure.values()) {
            for (Scope scope :
                    List.of(all(), new Scope(Q4, "T2", null, NOW), new Scope(Q4.before(), null, "ICE", NOW))) {
                Tally tally = story.count(figure, scope);
                int cells = 0;
                for (String row : tally.rows().keySet()) {
                    int inRow = 0;
                    for (String column : tally.columns().keySet()) {
                        inRow += tally.items(row, column).size();
                    }
                    assertThat(inRow).isEqualTo(tally.items(row, null).size());
                    cells += inRow;
                }
                assertThat(cells)
                        .as("%s of %s", figure, scope)
                        .isEqualTo(tally.items(null, null).size());
                assertShownAsCounted(tally);
            }
        }
    }

    /** R33 */
    @Test
    void folding_in_two_steps_gives_what_folding_at_once_gives() {
        randomStory(120);
        Casebook atOnce = story.casebook();
        Casebook stepwise = new Casebook(Story.DAYS);
        story.entries.subList(0, story.entries.size() / 2).forEach(stepwise::apply);
        Figures.count(Figure.CONTRACTS, stepwise, all());
        story.entries.subList(story.entries.size() / 2, story.entries.size()).forEach(stepwise::apply);

        for (Figure figure : Figure.values()) {
            assertThat(Figures.count(figure, stepwise, all()).items(null, null))
                    .isEqualTo(Figures.count(figure, atOnce, all()).items(null, null));
        }
    }

    /** Each number of the table is the length of the list that its link opens. */
    private static void assertShownAsCounted(Tally tally) {
        FigureTable table = Tabulating.table(tally, tally);
        List<FigureTable.Line> lines = new ArrayList<>(table.lines());
        if (table.total() != null) {
            lines.add(table.total());
        }
        for (FigureTable.Line line : lines) {
            for (FigureTable.Value value : line.values()) {
                if (value.counted()) {
                    assertThat(value.text())
                            .isEqualTo(String.valueOf(
                                    tally.items(value.row(), value.column()).size()));
                }
            }
        }
    }

    private void randomStory(int reviews) {
        Random random = new Random(11);
        List<String> outcomes = List.of("APPROVE", "CONDITIONAL", "REJECT", "RETURN", "EXIT");
        for (int i = 0; i < reviews; i++) {
            story.at(Instant.parse("2026-07-01T09:00:00Z")
                    .plusSeconds(i * 90_000L)
                    .toString());
            ContractId contract = story.contract(random.nextBoolean() ? "CBP" : "ICE");
            UUID review = story.review(contract);
            String tier = "T" + (1 + random.nextInt(4));
            story.tier(contract, review, tier);
            String stage = random.nextBoolean() ? "RESEARCH" : "ASSESSMENT";
            story.happened("stage-escalated", contract, Story.facts(review, Map.of("stage", stage)));
            story.stage(
                    contract,
                    review,
                    "RESEARCH",
                    "S5",
                    story.now().toString(),
                    story.now().toString(),
                    random.nextInt(90));
            story.happened("recusal-declared", contract, Story.facts(review, Map.of("stage", stage)));
            UUID concern = story.concern();
            if (random.nextInt(3) == 0) {
                story.happened("concern-answered", null, Map.of("concernId", concern.toString()));
            }
            decide(contract, review, outcomes.get(random.nextInt(outcomes.size())), tier, random.nextInt(4));
        }
    }

    private void decide(ContractId contract, UUID review, String outcome, String tier, int chance) {
        if (chance > 0) {
            UUID decision = story.decision(contract, review, outcome, tier);
            story.condition(contract, review, decision, "2026-11-01", chance == 1);
            story.happened("dissent-recorded", contract, Story.facts(review, new HashMap<>()));
            if (chance == 2) {
                story.signed(contract, decision, Story.HASH);
            }
        }
    }

    private static Scope all() {
        return new Scope(Q4, null, null, NOW);
    }
}
