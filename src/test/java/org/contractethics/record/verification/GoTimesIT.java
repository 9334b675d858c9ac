package org.contractethics.record.verification;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.contractethics.record.export.GoCheck;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Sealed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A15, R16, R39: the short program in Go reads the times of entries, whoever signed them. */
class GoTimesIT {

    private final Path folder;
    private final MadeExport export;

    GoTimesIT(@TempDir Path folder) {
        this.folder = folder;
        this.export = new MadeExport(folder);
    }

    @BeforeEach
    void anExport() throws IOException {
        assumeThat(GoCheck.isHere()).isTrue();
        GoCheck.sources(folder);
        export.write(Catalogue.FILE, Catalogue.bytesOfProgram());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "recordedAt | nothing",
                "occurredAt | nothing",
                "recordedAt | \"2026-11-24T09:14:05Z\"",
                "recordedAt | \"2026-11-24T24:00:00.000Z\"",
                "recordedAt | \"2026-02-30T09:14:05.678Z\"",
                "recordedAt | \"2026-11-24T09:14:05,678Z\"",
                "occurredAt | 1764000000000",
            })
    void a_time_that_is_missing_or_of_another_form_is_found(String field, String instead) throws Exception {
        String honest = field.equals("recordedAt") ? MadeTimes.RECORDED : MadeTimes.OCCURRED;
        export.of(
                MadeExport.changed(MadeExport.vote(), honest, instead == null ? "" : ",\"" + field + "\":" + instead));

        GoCheck.says(folder, export.policy(), 1, "entry 0 says no time in " + field, "does NOT prove");
    }

    @Test
    void an_entry_that_was_recorded_before_the_one_in_front_of_it_is_found() throws Exception {
        export.of(MadeExport.vote(), MadeTimes.recordedAt(MadeTimes.vote(), "2026-11-24T09:14:04.677Z"));

        GoCheck.says(folder, export.policy(), 1, "entry 1 was recorded at a time before", "does NOT prove");
    }

    @Test
    void a_second_between_clocks_what_names_nobody_and_a_clock_set_back_are_no_fault() throws Exception {
        Sealed last =
                MadeExport.sealed(RecordFixtures.anEvent("vote-cast", Map.of()).whole(), 4);
        export.of(
                MadeExport.vote(),
                MadeTimes.recordedAt(MadeTimes.vote(), "2026-11-24T09:14:04.678Z"),
                MadeExport.sealed(RecordFixtures.anEventOf("concern-filed"), 2),
                MadeTimes.clockSetBack(3),
                MadeTimes.recordedAt(last, "2026-11-24T08:14:06.000Z"));

        GoCheck.says(folder, export.policy(), 0, "The record is intact.");
    }
}
