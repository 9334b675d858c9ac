package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.record.RecordReader;
import org.contractethics.record.RecordVerification;
import org.contractethics.record.internal.watch.Alarm;
import org.contractethics.record.internal.watch.Alarms;
import org.contractethics.record.verification.Finding;
import org.contractethics.record.verification.Found;
import org.contractethics.record.verification.StoredTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** R34: a verification that finds damage reaches people, whoever asked for it. */
@IntegrationTest
class AlarmsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String INTACT_AGAIN = "The record was verified and is intact again";

    private final JdbcClient jdbc;
    private final RecordReader record;
    private final Alarms alarms;
    private final TransactionTemplate readingOnly;
    private final Verifications verifications;
    private final String problem = "Somebody was here " + UUID.randomUUID() + ".";
    private List<Found> found = List.of(fault("first", problem));

    @Autowired
    AlarmsIT(
            JdbcClient jdbc,
            RecordReader record,
            StoredTree tree,
            Alarms alarms,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.record = record;
        this.alarms = alarms;
        this.readingOnly = new TransactionTemplate(transactions);
        this.readingOnly.setReadOnly(true);
        this.verifications =
                new Verifications(jdbc, tree, () -> found, all -> alarms.standing(Alarm.VERIFICATION, all), clock);
    }

    @AfterEach
    void as_it_was() {
        record.verify("system");
    }

    @Test
    void damage_is_told_once_to_auditors_board_and_leadership_and_so_is_its_end() {
        // notices of an earlier test may still be on their way, five at a time
        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> told(INTACT_AGAIN).size() % 5 == 0);
        long mendedBefore = told(INTACT_AGAIN).size();
        verifications.verify("august.lund");
        verifications.verify("system");

        await().atMost(SOON).untilAsserted(() -> assertThat(told("The record is damaged: " + problem))
                .containsExactly("august.lund", "george.tan", "ines.duarte", "kofi.mensah", "lena.hoffman"));
        await().atMost(SOON).untilAsserted(() -> assertThat(mailed()).isEqualTo(5));

        found = List.of();
        verifications.verify("system");
        verifications.verify("system");

        await().atMost(SOON).untilAsserted(() -> assertThat(told(INTACT_AGAIN)).hasSize((int) mendedBefore + 5));
    }

    @Test
    void an_alarm_is_raised_though_the_transaction_around_it_only_reads_or_is_undone() {
        readingOnly.executeWithoutResult(status -> {
            status.setRollbackOnly();
            alarms.standing(Alarm.VERIFICATION, List.of(fault("first", problem)));
        });

        await().atMost(SOON).untilAsserted(() -> assertThat(told("The record is damaged: " + problem))
                .hasSize(5));
    }

    @Test
    void what_stands_hides_nothing_that_comes_later_in_the_same_place_or_in_another() {
        String later = "Somebody else was here " + UUID.randomUUID() + ".";
        verifications.verify("system");
        found = List.of(fault("first", problem), fault("second", later));

        RecordVerification both = verifications.verify("system");
        verifications.verify("system");

        assertThat(both.further()).containsExactly(later);
        await().atMost(SOON).untilAsserted(() -> assertThat(told("The record is damaged: " + later))
                .hasSize(5));
        assertThat(told("The record is damaged: " + problem)).hasSize(5);
        found = List.of(fault("first", problem, "And a third."), fault("second", later));
        verifications.verify("system");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told("The record is damaged: " + problem + " And 1 more of this kind."))
                        .hasSize(5));
    }

    /** The application may add rows to the table of alarms, and so may whoever has its account. */
    @Test
    void a_row_that_says_that_everybody_knows_silences_nothing() {
        String key = problem.replaceAll("\\d[\\d,]*", "#");
        jdbc.sql("insert into record.alarm (watched, source, told, seen, since)"
                        + " values ('VERIFICATION', 'first', :key, :key, now())")
                .param("key", key)
                .update();

        verifications.verify("system");

        await().atMost(SOON).untilAsserted(() -> assertThat(told("The record is damaged: " + problem))
                .hasSize(5));
    }

    /** As with a row of the table of alarms, one of the table of verifications can be made by others. */
    @Test
    void what_a_verification_came_to_is_not_taken_from_the_database() {
        verifications.verify("august.lund");
        jdbc.sql("insert into record.verification (verified_at, requested_by, size, root, millis, erased)"
                        + " select now(), 'system', size, root, 1, 0 from record.head")
                .update();

        assertThat(verifications.last()).get().satisfies(last -> assertThat(last.problem())
                .isEqualTo(problem));
    }

    private static Found fault(String source, String sentence, String... others) {
        return new Found(source, new Finding(null, sentence), List.of(others));
    }

    private List<String> told(String title) {
        return jdbc.sql("select username from notification.notice where title = ? order by username")
                .params(title)
                .query(String.class)
                .list();
    }

    private long mailed() {
        return jdbc.sql("select count(*) from notification.notice where title = ? and mailed_at is not null")
                .params("The record is damaged: " + problem)
                .query(Long.class)
                .single();
    }
}
