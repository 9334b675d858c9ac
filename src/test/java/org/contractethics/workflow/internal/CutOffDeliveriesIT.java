package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.shared.Notice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A node dies while it delivers: nothing but the age of the delivery tells. */
@IntegrationTest
class CutOffDeliveriesIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Deliveries deliveries;
    private final JdbcClient jdbc;
    private final Notice notice = Notice.toPerson("dana.whitfield", "Notice " + UUID.randomUUID(), "Look.", "/inbox");

    @Autowired
    CutOffDeliveriesIT(
            ApplicationEventPublisher events, TransactionTemplate transaction, Deliveries deliveries, JdbcClient jdbc) {
        this.events = events;
        this.transaction = transaction;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aDeliveredNotice() {
        transaction.executeWithoutResult(status -> events.publishEvent(notice));
        await().atMost(SOON).until(this::delivered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLISHED", "PROCESSING", "RESUBMITTED"})
    void a_delivery_that_was_cut_off_some_minutes_ago_is_taken_up_again(String status) {
        cutOff(status, 10);

        deliveries.resubmit();

        await().atMost(SOON).until(this::delivered);
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void a_delivery_that_may_still_be_under_way_is_left_to_whoever_began_it() {
        cutOff("PUBLISHED", 3);

        deliveries.resubmit();

        assertThat(attempts()).isEqualTo(1);
        assertThat(delivered()).isFalse();
        cutOff("PUBLISHED", 10);
        deliveries.resubmit();
        await().atMost(SOON).until(this::delivered);
    }

    private void cutOff(String status, int minutesAgo) {
        jdbc.sql(
                        """
                        update events.event_publication set completion_date = null, status = :status,
                            publication_date = now() - make_interval(mins => :minutes),
                            last_resubmission_date = now() - make_interval(mins => :minutes)
                        where position(:id in serialized_event) > 0
                        """)
                .param("status", status)
                .param("minutes", minutesAgo)
                .param("id", notice.id().toString())
                .update();
    }

    private boolean delivered() {
        return jdbc.sql(
                        """
                        select exists (select from events.event_publication
                                       where position(:id in serialized_event) > 0 and completion_date is not null)
                        """)
                .param("id", notice.id().toString())
                .query(Boolean.class)
                .single();
    }

    private int attempts() {
        return jdbc.sql(
                        "select completion_attempts from events.event_publication where position(:id in serialized_event) > 0")
                .param("id", notice.id().toString())
                .query(Integer.class)
                .single();
    }
}
