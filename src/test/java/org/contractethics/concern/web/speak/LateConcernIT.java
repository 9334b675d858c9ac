package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.TableOwner;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S35: who waits longer than promised reads so, and the delay reaches people beyond those who handle it. When, the process tests say. */
@IntegrationTest
class LateConcernIT {

    private final Stranger stranger = new Stranger();
    private final Concerns concerns;
    private final JdbcClient jdbc;

    LateConcernIT(@Autowired Concerns concerns, @Autowired JdbcClient jdbc) {
        this.concerns = concerns;
        this.jdbc = jdbc;
    }

    @Test
    void a_filer_reads_that_it_is_late_and_ombuds_and_board_committee_are_told() {
        stranger.enter(stranger.file("Nobody answers."));
        String id = Stranger.newestConcern(jdbc);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        filedDaysAgo(id, ChronoUnit.DAYS.between(today, concerns.acknowledgeBy(ConcernId.valueOf(id))));
        assertThat(stranger.concern()).as("on its last day").doesNotContain("class=\"late\"");

        filedDaysAgo(id, 1);
        assertThat(stranger.concern()).as("on the day after").containsOnlyOnce("class=\"late\"");
        List<Integer> before = told();
        concerns.escalate(ConcernId.valueOf(id));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(told())
                .zipSatisfy(before, (now, then) -> assertThat(now).isGreaterThan(then)));
        filedDaysAgo(id, ChronoUnit.DAYS.between(today, concerns.answerBy(ConcernId.valueOf(id))) + 1);
        assertThat(stranger.concern().split("class=\"late\"", -1))
                .as("neither acknowledged nor answered")
                .hasSize(3);
    }

    /** So many more. */
    private static void filedDaysAgo(String id, long days) {
        TableOwner.changesDays(
                """
                update concern.concern set filed_on = filed_on - %1$d, acknowledge_by = acknowledge_by - %1$d,
                    answer_by = answer_by - %1$d where id = '%2$s'"""
                        .formatted(days, id));
    }

    private List<Integer> told() {
        return List.of("olga.petrova", "george.tan").stream()
                .map(person -> jdbc.sql(
                                "select count(*) from notification.notice where username = :person and title = 'A concern is overdue'")
                        .param("person", person)
                        .query(Integer.class)
                        .single())
                .toList();
    }
}
