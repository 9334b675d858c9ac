package org.contractethics.review.internal.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.FileTexts;
import org.contractethics.document.FileTexts.Ending;
import org.contractethics.document.FileTexts.Extent;
import org.contractethics.document.FileTexts.FileText;
import org.contractethics.document.FileTexts.Passage;
import org.contractethics.review.internal.followup.EvidenceReadings.Lease;
import org.contractethics.review.internal.followup.Incident.FoundText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A file of evidence is read by one node at a time, and one over which the application ends is not tried for ever. */
@IntegrationTest
class EvidenceAttemptsIT {

    private final TakingUpEvidence takingUp;
    private final EvidenceTexts texts;
    private final EvidenceReadings readings;
    private final PlatformTransactionManager transactions;
    private final JdbcClient database;
    private final RecordedEvidence evidence;

    @Autowired
    EvidenceAttemptsIT(
            TakingUpEvidence takingUp,
            EvidenceTexts texts,
            EvidenceReadings readings,
            PlatformTransactionManager transactions,
            RegisteringContracts registering,
            JdbcClient database) {
        this.takingUp = takingUp;
        this.texts = texts;
        this.readings = readings;
        this.transactions = transactions;
        this.database = database;
        this.evidence = new RecordedEvidence(registering, database);
    }

    @Test
    void after_three_readings_over_which_the_application_ended_there_is_no_fourth_and_that_is_said() {
        attached("1 minute");
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThatThrownBy(() -> readBy((name, file, extent, atWork) -> {
                        throw new IllegalStateException("as if the node ended here");
                    }))
                    .hasMessage("as if the node ended here");
            assertThat(attempts()).as("counted before the reading").contains(attempt);
            lapse();
        }

        readBy((name, file, extent, atWork) -> {
            throw new AssertionError("read once more");
        });

        assertThat(ending()).contains("READER_STOPPED");
        assertThat(attempts()).isEmpty();
        assertThat(texts.awaited(evidence.incident)).isEmpty();
        assertThat(new FoundText(Ending.READER_STOPPED, List.of(), List.of()).missing())
                .contains(
                        "could not be read: the program that reads files ended over it, or could not be started for it, each time");
    }

    @Test
    void the_third_reading_leaves_out_what_lies_inside_so_that_the_file_itself_is_found() {
        attached("1 minute");
        List<Extent> extents = new ArrayList<>();
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> readBy((name, file, extent, atWork) -> {
                        extents.add(extent);
                        throw new IllegalStateException("as if the node ended here");
                    }))
                    .hasMessage("as if the node ended here");
            lapse();
        }

        readBy((name, file, extent, atWork) -> {
            extents.add(extent);
            return FileText.plain(Ending.READ, List.of(new Passage("body", "", "", "Families were held", null)));
        });

        assertThat(extents).containsExactly(Extent.WITH_FILES_INSIDE, Extent.WITH_FILES_INSIDE, Extent.ALONE);
        assertThat(ending()).contains("READ");
    }

    @Test
    void what_was_left_behind_after_three_attempts_is_ended_by_the_work_that_recurs() {
        attached("1 hour");
        database.sql(
                        """
                        insert into review.incident_reading (incident_id, number, reader, attempts, lease_until)
                        values (?, 1, gen_random_uuid(), 3, now() - interval '1 second')
                        """)
                .param(evidence.incident)
                .update();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            takingUp.run();
            assertThat(ending()).contains("READER_STOPPED");
        });
    }

    @Test
    void a_file_that_another_node_reads_is_left_to_it_until_its_lease_lapses() {
        attached("1 hour");
        Lease held = claimed();

        readBy((name, file, extent, atWork) -> {
            throw new AssertionError("read by two at once");
        });

        assertThat(texts.leftBehind(Integer.MAX_VALUE)).doesNotContain(evidence.incident);
        assertThat(ending()).isEmpty();
        readings.renew(held);
        keep(Ending.NO_TEXT);
        assertThat(readings.end(held)).isTrue();
        assertThat(readings.claim(evidence.file(1), UUID.randomUUID()))
                .as("it is read")
                .isEmpty();
    }

    @Test
    void whoever_lost_the_lease_keeps_nothing_and_at_work_the_lease_is_renewed() {
        attached("1 minute");

        readBy((name, file, extent, atWork) -> {
            lapse();
            atWork.run();
            assertThat(readings.claim(evidence.file(1), UUID.randomUUID()))
                    .as("renewed")
                    .isEmpty();
            lapse();
            assertThat(claimed().held().attempts()).isEqualTo(2);
            atWork.run();
            return FileText.plain(Ending.DAMAGED, List.of());
        });

        assertThat(ending()).isEmpty();
        assertThat(attempts()).contains(2);
    }

    @Test
    void where_no_process_can_be_had_the_attempt_counts_and_the_next_comes_after_a_pause() {
        attached("1 minute");
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThatThrownBy(() -> readBy((name, file, extent, atWork) -> {
                        throw new UncheckedIOException(new IOException("no process"));
                    }))
                    .hasMessageContaining("no process");
            assertThat(attempts()).contains(attempt);
            readBy((name, file, extent, atWork) -> {
                throw new AssertionError("read before the pause was over");
            });
            lapse();
        }

        readBy((name, file, extent, atWork) -> {
            throw new AssertionError("read once more");
        });

        assertThat(ending()).contains("READER_STOPPED");
    }

    @Test
    void an_application_that_ends_counts_against_no_file() {
        attached("1 minute");
        for (int time = 1; time <= 5; time++) {
            assertThatThrownBy(() -> readBy((name, file, extent, atWork) -> {
                        throw new InterruptedException("the application is ending");
                    }))
                    .hasRootCauseInstanceOf(InterruptedException.class);
        }

        readBy((name, file, extent, atWork) -> FileText.plain(Ending.NO_TEXT, List.of()));

        assertThat(ending()).contains("NO_TEXT");
    }

    @ParameterizedTest
    @EnumSource(value = Ending.class, mode = EnumSource.Mode.EXCLUDE, names = "READ")
    void the_database_takes_each_ending(Ending ending) {
        attached("1 minute");

        keep(ending);

        assertThat(ending()).contains(ending.name());
    }

    private void readBy(FileTexts files) {
        try {
            new ReadingEvidence(texts, readings, files, event -> {}, transactions).read(evidence.incident);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void attached(String ago) {
        evidence.record(ago);
        evidence.attach(1, new byte[] {'x'});
    }

    private Lease claimed() {
        return readings.claim(evidence.file(1), UUID.randomUUID()).orElseThrow();
    }

    private void keep(Ending ending) {
        texts.keep(evidence.file(1), FileText.plain(ending, List.of()));
    }

    private void lapse() {
        database.sql(
                        "update review.incident_reading set lease_until = now() - interval '1 second' where incident_id = ?")
                .param(evidence.incident)
                .update();
    }

    private Optional<Integer> attempts() {
        return database.sql("select attempts from review.incident_reading where incident_id = ?")
                .param(evidence.incident)
                .query(Integer.class)
                .optional();
    }

    private Optional<String> ending() {
        return database.sql("select ending from review.incident_text where incident_id = ?")
                .param(evidence.incident)
                .query(String.class)
                .optional();
    }
}
