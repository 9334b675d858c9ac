package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever holds a review holds its contract first, like those who change its facts: else each could wait for the other for ever. */
class HoldingReviewIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void a_review_is_free_while_its_contract_is_waited_for_and_what_was_changed_meanwhile_is_read() throws Exception {
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        try (Connection holder = ReviewDatabase.asApplication().getConnection()) {
            holder.setAutoCommit(false);
            execute(holder, "set local lock_timeout = '10s'");
            execute(
                    holder,
                    "select id from contract.contract where id = '"
                            + world.reviews.get(review).contract() + "' for update");

            var waiting = CompletableFuture.supplyAsync(() -> world.inTransaction(() -> world.reviews.lock(review)));
            await().atMost(Duration.ofSeconds(20)).until(HoldingReviewIT::somebodyWaits);
            execute(holder, "update review.review set outcome = 'STOP' where id = '" + review + "'");
            holder.commit();

            assertThat(waiting.get(20, TimeUnit.SECONDS).outcome()).isEqualTo("STOP");
        }
    }

    private static boolean somebodyWaits() {
        return JdbcClient.create(ReviewDatabase.asApplication())
                .sql(
                        """
                        select exists (select from pg_stat_activity
                                       where wait_event_type = 'Lock' and query like '%no key update of c, r%')
                        """)
                .query(Boolean.class)
                .single();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
