package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Sealed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A15, R16: exports whose times somebody dropped, wrote otherwise or set back who holds every key. */
class ExportedTimesTests {

    private final Path folder;
    private final MadeExport export;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    ExportedTimesTests(@TempDir Path folder) {
        this.folder = folder;
        this.export = new MadeExport(folder);
    }

    @BeforeEach
    void aCatalogue() throws IOException {
        export.write(Catalogue.FILE, Catalogue.bytesOfProgram());
    }

    @ParameterizedTest
    @ValueSource(strings = {"occurredAt", "recordedAt"})
    void a_time_that_is_missing_or_of_another_form_is_found(String field) throws IOException {
        String honest = ",\"" + field + "\":\"2026-11-24T09:14:05.678Z\"";
        for (String instead : List.of(
                "",
                ",\"" + field + "\":\"2026-11-24T09:14:05Z\"",
                ",\"" + field + "\":\"2026-11-24T24:00:00.000Z\"",
                ",\"" + field + "\":\"2026-02-30T09:14:05.678Z\"",
                ",\"" + field + "\":\"2026-11-24T09:14:05,678Z\"",
                ",\"" + field + "\":1764000000000")) {
            export.of(MadeExport.changed(MadeExport.vote(), honest, instead));

            assertThat(verify()).as(instead).isOne();
            assertThat(said()).contains("entry 0: the body says no time in " + field);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:14:04.677Z, 1",
        "2025-11-24T09:14:05.678Z, 1",
        "2026-11-24T09:14:04.678Z, 0",
        "2027-11-24T09:14:05.678Z, 0"
    })
    void an_entry_that_was_recorded_more_than_a_second_before_the_one_in_front_of_it_is_found(String time, int code)
            throws IOException {
        export.of(MadeExport.vote(), MadeTimes.recordedAt(MadeTimes.vote(), time));

        assertThat(verify()).isEqualTo(code);
        assertThat(said().contains("entry 1: recorded at a time before")).isEqualTo(code == 1);
    }

    @Test
    void behind_an_entry_that_says_that_the_clock_was_set_back_time_goes_on_from_there() throws IOException {
        Sealed vote =
                MadeExport.sealed(RecordFixtures.anEvent("vote-cast", Map.of()).whole(), 2);
        export.of(MadeExport.vote(), MadeTimes.clockSetBack(1), MadeTimes.recordedAt(vote, "2026-11-24T08:14:06.000Z"));
        assertThat(verify()).isZero();

        export.of(MadeExport.vote(), MadeTimes.clockSetBack(1), MadeTimes.recordedAt(vote, "2026-11-24T07:14:06.000Z"));
        assertThat(verify()).isOne();
        assertThat(said()).contains("entry 2: recorded at a time before");
    }

    @Test
    void what_names_nobody_tells_the_day_only_and_sets_nobody_back() throws IOException {
        Sealed filed = MadeExport.sealed(RecordFixtures.anEventOf("concern-filed"), 1);
        export.of(
                MadeExport.vote(),
                filed,
                MadeExport.sealed(RecordFixtures.anEvent("vote-cast", Map.of()).whole(), 2));

        assertThat(verify()).isZero();
    }

    private int verify() {
        said.reset();
        return VerifyCommand.run(
                List.of(folder.toString(), folder.resolve("policy").toString()),
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
