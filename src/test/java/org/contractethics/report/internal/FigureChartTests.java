package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.report.internal.Tally.Duration;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

class FigureChartTests {

    private final Tally times = new Tally(Figure.STAGE_TIMES, item -> item);

    @Test
    void times_are_drawn_as_soon_as_one_of_them_took_an_hour() {
        done("TRIAGE", 0);
        assertThat(FigureChart.of(times)).as("a chart without a bar").isNull();

        done("RESEARCH", 30);

        FigureChart chart = Objects.requireNonNull(FigureChart.of(times));
        assertThat(chart.chart().series().get(0).values()).containsExactly(0L, 30L);
    }

    @Test
    void nothing_is_drawn_of_nothing() {
        assertThat(FigureChart.of(new Tally(Figure.SAFEGUARDS, item -> item))).isNull();
    }

    private void done(String stage, int hours) {
        times.add(stage, Tally.ALL, new Item(1, Instant.EPOCH, false, new ContractId(new UUID(1, 1)), "C-1", "Done"));
        times.took(stage, new Duration(hours, 0, null));
    }
}
