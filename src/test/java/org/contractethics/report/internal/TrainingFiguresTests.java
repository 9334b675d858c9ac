package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingFiguresTests {

    private static final Scope QUARTER =
            new Scope(Period.quarterOf(LocalDate.of(2026, 11, 1)), null, null, Instant.parse("2027-01-02T09:00:00Z"));

    private final Story story = new Story();

    @Test
    void reviewers_count_by_their_last_training() {
        roles("ada", List.of("HR_REVIEWER", "AUDITOR"), List.of());
        roles("ben", List.of("LEGAL_REVIEWER"), List.of());
        roles("cho", List.of("PANEL_CHAIR"), List.of());
        trained("ada", "Basics", "2026-01-05");
        trained("ada", "Basics for experts", "2024-01-05");
        trained("ben", "Basics", "2025-12-30");

        assertThat(counted("trained")).isEqualTo(1);
        assertThat(counted("before")).isEqualTo(1);
        assertThat(counted("never")).isEqualTo(1);
    }

    @Test
    void whoever_holds_no_role_in_reviews_does_not_count() {
        roles("ada", List.of("AUDITOR", "LEADERSHIP"), List.of());
        roles("ben", List.of("LEGAL_REVIEWER"), List.of());
        roles("ben", List.of(), List.of("LEGAL_REVIEWER"));
        trained("cho", "Basics", "2026-10-01");

        assertThat(count().total()).isZero();
    }

    @Test
    void a_training_that_is_taken_back_does_not_count() {
        roles("ada", List.of("HR_REVIEWER"), List.of());
        trained("ada", "Basics", "2026-10-01");
        story.happened("training-recorded", null, Map.of("person", "ada", "title", "Basics"));

        assertThat(counted("never")).isEqualTo(1);
    }

    @Test
    void what_happens_after_the_period_and_what_was_erased_does_not_count() {
        roles("ada", List.of("HR_REVIEWER"), List.of());
        roles("erased on 2026-10-06: GDPR_17_1_A", List.of("HR_REVIEWER"), List.of());
        story.at("2027-01-01T09:00:00Z");
        trained("ada", "Basics", "2026-12-31");
        roles("ben", List.of("HR_REVIEWER"), List.of());

        assertThat(counted("never")).isEqualTo(1);
        assertThat(count().total()).isEqualTo(1);
        assertThat(count().items("reviewers", "never").get(0).subject()).isEqualTo("A reviewer");
        assertThat(Figure.TRAINED.listed()).isFalse();
    }

    private void roles(String person, List<String> gained, List<String> lost) {
        Map<String, Object> change = Map.of("person", person, "gained", gained, "lost", lost);
        story.happened("roles-changed", null, Map.of("changes", List.of(change)));
    }

    private void trained(String person, String title, String day) {
        story.happened("training-recorded", null, Map.of("person", person, "title", title, "completedOn", day));
    }

    private Tally count() {
        return story.count(Figure.TRAINED, QUARTER);
    }

    private int counted(String column) {
        return count().count("reviewers", column);
    }
}
