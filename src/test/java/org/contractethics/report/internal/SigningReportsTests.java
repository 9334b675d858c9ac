package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contractethics.report.internal.SignedReport.Kind;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class SigningReportsTests {

    private static final Actor CHAIR = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));
    private static final Period Q4 = Period.quarterOf(LocalDate.of(2026, 11, 1));
    private static final Instant JUST_AFTER = Instant.parse("2027-01-01T00:02:00Z");

    private final Story story = new Story();

    /** Two minutes after midnight what came in on the last day is not in the record yet, and what is signed stays as it is. */
    @Test
    void no_report_is_signed_before_the_concerns_of_its_last_day_are_counted() {
        story.concern();

        assertThat(refusal(Kind.BOARD, Q4))
                .map(Refused::getMessage)
                .get()
                .asString()
                .contains("not counted yet");
        assertThat(refusal(Kind.STATEMENT, Period.year(2026)))
                .map(Refused::getMessage)
                .get()
                .asString()
                .contains("not counted yet");

        story.counted("2026-10-01", Map.of());
        assertThat(refusal(Kind.BOARD, Q4)).isEmpty();
        assertThat(refusal(Kind.STATEMENT, Period.year(2026))).isEmpty();
    }

    private Optional<Refused> refusal(Kind kind, Period period) {
        SigningReports signing = new SigningReports(
                Mockito.mock(SignedReports.class),
                Mockito.mock(ReportEditions.class),
                new ReportProperties(CHAIR.username()),
                new CurrentCasebook(new StoryReader(story.entries), Story.DAYS, Map::of),
                event -> {},
                Clock.fixed(JUST_AFTER, ZoneOffset.UTC));
        return signing.refusal(kind, period, CHAIR);
    }
}
