package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** The editions of a report that is signed tell of one record, however busy it is. */
class FigureSetsTests {

    private static final Actor CHAIR = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));
    private static final Actor LEADERSHIP = new Actor("lena.hoffman", "Lena Hoffman", Set.of(Role.LEADERSHIP));

    @Test
    void what_two_readers_see_is_of_the_same_state_of_the_record() {
        Story story = new Story();
        story.contract("CBP");
        StoryReader reader = new StoryReader(story.entries);
        CurrentCasebook growing = new CurrentCasebook(reader, Story.DAYS, () -> {
            story.contract("ICE");
            return Map.of();
        });
        Scope scope = new Scope(
                Period.quarterOf(LocalDate.of(2026, 5, 1)), null, null, Instant.parse("2026-07-01T00:00:00Z"));

        List<FigureSet> sets = new Insights(growing, reader).figures(scope, List.of(CHAIR, LEADERSHIP));

        assertThat(sets).hasSize(2);
        assertThat(sets.get(0).head()).isEqualTo(sets.get(1).head());
        assertThat(new Insights(growing, reader).figures(scope, CHAIR).head())
                .isNotEqualTo(sets.get(0).head());
    }
}
