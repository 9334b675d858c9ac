package org.contractethics.record.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.IntegrationTest;
import org.contractethics.record.internal.RecordFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The weekly mail by which people outside the reach of the database know what the record was. */
@IntegrationTest
class MailedCheckpointIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** A Wednesday long ago, of which no other test mails anything. */
    private static final Instant WEDNESDAY = Instant.parse("2001-01-03T08:00:00Z");

    private static final String TITLE =
            "Keep this mail: the record has 2048 entries and the root hash 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    @Autowired
    MailedCheckpointIT(JdbcClient jdbc, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
    }

    @Test
    void leadership_and_auditors_get_size_and_root_by_mail_once_a_week() {
        int before = told("mailed_at is not null").size();

        at(WEDNESDAY).run();
        at(WEDNESDAY.plus(Duration.ofDays(4))).run();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told("mailed_at is not null")).hasSize(before + 2));
        assertThat(told("true")).hasSize(before + 2).contains("august.lund", "lena.hoffman");
        at(WEDNESDAY.plus(Duration.ofDays(5))).run();
        await().atMost(SOON).untilAsserted(() -> assertThat(told("true")).hasSize(before + 4));
        assertThat(jdbc.sql(
                                "select count(*) from record.mailed_checkpoint where due_on in ('2001-01-01', '2001-01-08')")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private MailingCheckpoints at(Instant now) {
        return new MailingCheckpoints(
                new RecordFixtures.WitnessedBelow(2_048),
                jdbc,
                events,
                transaction,
                new WatchSettings(Duration.ofDays(1), DayOfWeek.MONDAY),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<String> told(String which) {
        return jdbc.sql("select username from notification.notice where title = ? and " + which)
                .params(TITLE)
                .query(String.class)
                .list();
    }
}
