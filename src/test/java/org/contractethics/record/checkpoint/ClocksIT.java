package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contractethics.MigratedDatabase;
import org.contractethics.SettableClock;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.verification.Scans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** R16: clocks that are set, here and at the witness. */
class ClocksIT {

    private static final List<Duration> STEPS = List.of(
            Duration.ofMillis(1_001),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofDays(365));

    private final MigratedDatabase database = MigratedDatabase.fresh();
    private final ProvableRecord record;
    private final Node node;

    ClocksIT(@TempDir Path folder) throws IOException {
        record = new ProvableRecord(folder, false);
        node = record.start(database.asApplication());
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void a_clock_set_back_by_more_than_a_second_is_recorded_and_one_set_forward_when_it_is_put_right()
            throws NotProvenException {
        SettableClock clock = new SettableClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        List<String> expected = new ArrayList<>();
        for (Duration step : STEPS) {
            happens(clock, expected, "vote-cast");
            clock.forward(step.negated());
            expected.add("clock-set-back");
            happens(clock, expected, "vote-opened");
            clock.forward(step);
            happens(clock, expected, "votes-opened");
            clock.forward(step);
            happens(clock, expected, "decision-recorded");
            clock.forward(step.negated());
            expected.add("clock-set-back");
        }
        happens(clock, expected, "dissent-recorded");
        clock.forward(Duration.ofSeconds(-1));
        happens(clock, expected, "minutes-issued");

        assertThat(kinds()).isEqualTo(expected);
        assertThat(scans().whole()).isEmpty();
    }

    /** Whoever sets the clock of the database changes no time of an entry: all of them come from the application. */
    @Test
    void no_time_of_an_entry_is_the_time_of_the_database() {
        assertThat(node.jdbc
                        .sql(
                                """
                                select count(*) from information_schema.columns where table_schema = 'record'
                                    and table_name in ('entry', 'checkpoint', 'cosignature', 'sealed')
                                    and column_default is not null""")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_witness_whose_clock_differs_by_more_than_five_minutes_raises_an_alarm() {
        assertThat(alarms(Duration.ofMinutes(4))).isEmpty();
        assertThat(alarms(Duration.ofMinutes(-6)))
                .singleElement()
                .asString()
                .contains("clocks of record and witness differ witness=council");
        assertThat(alarms(Duration.ofDays(365))).hasSize(1);
    }

    private List<String> alarms(Duration off) {
        Logger logger = (Logger) LoggerFactory.getLogger(AskingWitnesses.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.addAppender(heard);
        try {
            Node strayed = record.start(database.asApplication(), Clock.offset(Clock.systemUTC(), off));
            node.decide(1);
            strayed.signer.sign().ifPresent(strayed.witnesses::show);
        } finally {
            logger.detachAppender(heard);
        }
        return heard.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private void happens(Clock clock, List<String> expected, String kind) {
        node.writer.append(clock, RecordFixtures.anEvent(kind, Map.of()));
        expected.add(kind);
    }

    private List<String> kinds() {
        return node.jdbc
                .sql("select kind from record.entry order by n")
                .query(String.class)
                .list();
    }

    private Scans scans() throws NotProvenException {
        return new Scans(database.asApplication(), record.settings, record.keys);
    }
}
