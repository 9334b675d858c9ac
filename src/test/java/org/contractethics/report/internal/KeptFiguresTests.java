package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** Figures are kept only while they are the figures of the head of the record that they name. */
class KeptFiguresTests {

    private static final Actor AUDITOR = new Actor("august.lund", "August Lund", Set.of(Role.AUDITOR));
    private static final Actor LEADER = new Actor("lena.hoffman", "Lena Hoffman", Set.of(Role.LEADERSHIP));

    private final Story story = new Story();
    private final StoryReader reader = new StoryReader(story.entries);
    private final Insights insights = new Insights(new CurrentCasebook(reader, Story.DAYS, Map::of), reader);

    @Test
    void what_tells_the_figures_nothing_leaves_them_and_they_name_the_later_head() {
        story.contract("CBP");
        FigureSet first = ask(AUDITOR, "2026-10-06T09:00:00Z");

        story.happened("access-recorded", null, Map.of());
        FigureSet second = ask(AUDITOR, "2026-10-06T10:00:00Z");

        assertThat(second.now(Figure.CONTRACTS)).isSameAs(first.now(Figure.CONTRACTS));
        assertThat(second.head()).isEqualTo(reader.head()).isNotEqualTo(first.head());
        assertThat(second.scope().now()).isEqualTo(Instant.parse("2026-10-06T10:00:00Z"));
    }

    @Test
    void an_entry_that_tells_them_something_is_in_the_next_figures() {
        story.contract("CBP");
        FigureSet first = ask(AUDITOR, "2026-10-06T09:00:00Z");

        story.contract("CBP");
        FigureSet second = ask(AUDITOR, "2026-10-06T09:00:00Z");

        assertThat(first.now(Figure.CONTRACTS).total()).isEqualTo(1);
        assertThat(second.now(Figure.CONTRACTS).total()).isEqualTo(2);
    }

    @Test
    void what_happens_between_two_moments_of_asking_is_in_the_later_figures_only() {
        story.at("2026-10-06T09:30:00Z").contract("CBP");

        assertThat(ask(AUDITOR, "2026-10-06T09:00:00Z").now(Figure.CONTRACTS).total())
                .isZero();
        assertThat(ask(AUDITOR, "2026-10-06T10:00:00Z").now(Figure.CONTRACTS).total())
                .isEqualTo(1);
        assertThat(ask(AUDITOR, "2026-10-06T09:00:00Z").now(Figure.CONTRACTS).total())
                .isZero();
    }

    @Test
    void a_new_day_is_a_new_question() {
        ContractId contract = story.contract("CBP");
        var review = story.review(contract);
        story.condition(contract, review, story.decision(contract, review, "CONDITIONAL", "T2"), "2026-10-06", true);

        assertThat(overdue("2026-10-06T23:59:59Z")).isZero();
        assertThat(overdue("2026-10-07T00:00:00Z")).isZero();
        assertThat(overdue("2026-10-07T00:00:01Z")).isEqualTo(1);
    }

    @Test
    void days_of_a_critical_case_go_on_within_the_day() {
        ContractId contract = story.contract("CBP");
        var review = story.review(contract);
        story.assessed(contract, review, Map.of("R05", "CRITICAL"));

        assertThat(ask(AUDITOR, "2026-10-06T08:59:59Z").critical().get(0).days())
                .isZero();
        assertThat(ask(AUDITOR, "2026-10-06T09:00:01Z").critical().get(0).days())
                .isEqualTo(1);
    }

    @Test
    void what_is_withheld_from_one_reader_is_never_kept_for_another() {
        ContractId contract = story.contract("CBP");
        story.happened(
                "redaction-approved",
                contract,
                Map.of("redactionId", "r", "fields", java.util.List.of("TITLE"), "endsOn", "2026-12-31"));

        assertThat(subject(AUDITOR)).contains("Data analysis");
        assertThat(subject(LEADER)).doesNotContain("Data analysis");
        assertThat(subject(AUDITOR)).contains("Data analysis");
    }

    @Test
    void after_an_erasure_nothing_counted_before_is_kept() {
        story.contract("CBP");
        FigureSet first = ask(AUDITOR, "2026-10-06T09:00:00Z");

        story.happened("erased", null, Map.of());

        assertThat(ask(AUDITOR, "2026-10-06T09:00:00Z").now(Figure.CONTRACTS)).isNotSameAs(first.now(Figure.CONTRACTS));
    }

    private String subject(Actor viewer) {
        return ask(viewer, "2026-10-06T09:00:00Z")
                .now(Figure.CONTRACTS)
                .items(null, null)
                .get(0)
                .subject();
    }

    private int overdue(String now) {
        return ask(AUDITOR, now).now(Figure.OPEN_CONDITIONS).count("overdue", null);
    }

    private FigureSet ask(Actor viewer, String now) {
        return insights.figures(
                new Scope(Period.quarterOf(LocalDate.of(2026, 10, 1)), null, null, Instant.parse(now)), viewer);
    }
}
