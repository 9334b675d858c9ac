package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.contractethics.concern.ConcernHands.sent;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The page of the filing promises that the time of day is not recorded: no table holds it, whatever becomes of the concern. */
@IntegrationTest
class ConcernTimesIT {

    /** Of the session it is said openly; timers of the housekeeping run at any moment. */
    private static final Set<String> NOT_OF_THE_CONCERN = Set.of(
            "access.spring_session.creation_time",
            "access.spring_session.last_access_time",
            "engine.act_ru_job.create_time_",
            "engine.act_ru_job.duedate_");

    private final ConcernHands hands;
    private final JdbcClient jdbc;
    private final ProcessEngine engine;
    private final Concerns concerns;

    private String id = UUID.randomUUID().toString();
    private Instant before = Instant.MIN;
    private Instant after = Instant.MAX;

    ConcernTimesIT(
            @Autowired MockMvcTester mvc,
            @Autowired JdbcClient jdbc,
            @Autowired ProcessEngine engine,
            @Autowired Concerns concerns) {
        this.hands = new ConcernHands(mvc);
        this.jdbc = jdbc;
        this.engine = engine;
        this.concerns = concerns;
    }

    /** Again where a timer of another case wrote into the record meanwhile; a filing that writes there does so each time. */
    @BeforeEach
    void fileInAQuietMoment() throws InterruptedException {
        long size = -1;
        for (int tries = 0; tries < 5 && size != sizeOfRecord(); tries++) {
            id = UUID.randomUUID().toString();
            await().atMost(Duration.ofMinutes(3)).until(this::nothingIsUnderWay);
            await().atMost(Duration.ofMinutes(3)).until(this::everythingIsCosigned);
            size = sizeOfRecord();
            fileAndWrite();
        }
    }

    private void fileAndWrite() throws InterruptedException {
        before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        sent(hands.post(
                "/concerns",
                "erin.walsh",
                Map.of("id", id, "topic", "HARM", "text", "Children are held.", "mode", "OPEN")));
        sent(hands.post("/concerns/" + id + "/messages", "erin.walsh", Map.of("message", "More than thirty.")));
        after = Instant.now();
        // whatever happens later must not fall into the same second: witnesses date in whole ones
        Thread.sleep(1_020 - after.toEpochMilli() % 1_000);
    }

    /** R29 */
    @Test
    void while_its_day_lasts_nothing_but_the_concerns_knows_of_a_filing() throws SQLException {
        concerns.announce();

        assertThat(Moments.kept(before, after))
                .as("found where it is said to be")
                .anyMatch(NOT_OF_THE_CONCERN::contains);
        assertThat(timesKept()).isEmpty();
        assertThat(processes()).isZero();
        assertThat(entries()).isZero();
        assertThat(publications()).isZero();
    }

    @Test
    void when_its_day_is_over_it_becomes_known_and_still_no_time_points_to_it() throws SQLException {
        long notices = noticesOfOlga();
        DayOfFiling.ends(jdbc, id);

        runTheAnnouncement();

        assertThat(processes()).isEqualTo(1);
        assertThat(entries()).isEqualTo(2);
        await().atMost(Duration.ofSeconds(60)).until(() -> noticesOfOlga() == notices + 2);
        await().atMost(Duration.ofMinutes(3)).until(this::nothingIsUnderWay);
        assertThat(timesKept()).isEmpty();
        runTheAnnouncement();
        assertThat(processes()).as("announced once").isEqualTo(1);
        assertThat(entries()).as("announced once").isEqualTo(2);
    }

    @Test
    void an_officer_who_acts_before_lends_it_the_time_of_that_act() throws SQLException {
        sent(hands.post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()));

        assertThat(processes()).isEqualTo(1);
        assertThat(entries()).isEqualTo(3);
        assertThat(timesKept()).isEmpty();
        DayOfFiling.ends(jdbc, id);
        runTheAnnouncement();
        assertThat(entries()).as("announced once").isEqualTo(3);
    }

    /** What a witness still has to date is older than the filing, and would be dated while it goes on. */
    private boolean everythingIsCosigned() {
        return jdbc.sql("select size <= coalesce((select max(size) from record.cosignature), 0) from record.head")
                .query(Boolean.class)
                .single();
    }

    private long sizeOfRecord() {
        return jdbc.sql("select size from record.head").query(Long.class).single();
    }

    private Set<String> timesKept() throws SQLException {
        Set<String> kept = Moments.kept(before, after);
        kept.removeAll(NOT_OF_THE_CONCERN);
        return kept;
    }

    /** As the engine does it, in a job of its own. */
    private void runTheAnnouncement() {
        String job = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey("concern-announcement")
                .singleResult()
                .getId();
        engine.getManagementService().executeJob(job);
    }

    private long processes() {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .count();
    }

    private long entries() {
        return count("select count(*) from record.entry where position(:id in encode(body, 'escape')) > 0");
    }

    private long publications() {
        return count("select count(*) from events.event_publication where position(:id in serialized_event) > 0");
    }

    private long noticesOfOlga() {
        return count(
                "select count(*) from notification.notice where username = 'olga.petrova' and link = '/concerns' and :id <> ''");
    }

    private boolean nothingIsUnderWay() {
        return count("select count(*) from events.event_publication where completion_date is null and :id <> ''") == 0;
    }

    private long count(String query) {
        return jdbc.sql(query).param("id", id).query(Long.class).single();
    }
}
