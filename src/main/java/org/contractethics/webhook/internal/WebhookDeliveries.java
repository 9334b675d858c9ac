package org.contractethics.webhook.internal;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.webhook.internal.Delivery.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every event on its way to a system, written in the transaction of the event itself. */
@Repository
public class WebhookDeliveries {

    private static final String SELECT =
            """
            select d.id, d.subscription_id, s.url, d.event, d.body, d.state, d.attempts, d.created_at, d.next_attempt_at,
                   d.last_attempt_at, d.last_result
            from webhook.delivery d join webhook.subscription s on s.id = d.subscription_id
            """;

    private final JdbcClient jdbc;

    WebhookDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param contract what happened to the same contract is told in the order in which it was queued */
    void queue(
            UUID id, UUID subscription, WebhookEvent event, @Nullable ContractId contract, String body, Instant now) {
        jdbc.sql(
                        """
                        insert into webhook.delivery
                            (id, subscription_id, event, contract_id, body, created_at, next_attempt_at)
                        values (:id, :subscription, :event, :contract, :body, :now, :now)""")
                .param("id", id)
                .param("subscription", subscription)
                .param("event", event.name())
                .param("contract", contract == null ? null : contract.value())
                .param("body", body)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Takes the delivery that is due longest, for one attempt; none while an older one about the same contract waits for the same
     * system. Nobody else gets it before the lease is over, so that a node which dies while sending loses nothing and two nodes send
     * nothing twice at once.
     *
     * @param leftOut subscriptions of which none is taken
     */
    Optional<Delivery> take(Instant now, Duration lease, Set<UUID> leftOut) {
        return jdbc.sql(
                        """
                        update webhook.delivery
                        set attempts = attempts + 1, last_attempt_at = :now, next_attempt_at = :lease
                        where id = (select d.id from webhook.delivery d
                                    where d.state = 'WAITING' and d.next_attempt_at <= :now
                                        and not d.subscription_id = any(:leftOut)
                                        and not exists (select from webhook.delivery older
                                                        where older.state = 'WAITING' and older.number < d.number
                                                            and older.subscription_id = d.subscription_id
                                                            and older.contract_id = d.contract_id)
                                    order by d.next_attempt_at, d.number limit 1 for update of d skip locked)
                        returning id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lease", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("leftOut", leftOut.toArray(UUID[]::new))
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /** What came of an attempt; one that was withdrawn meanwhile stays so. */
    void settle(UUID id, State state, @Nullable Instant next, String result) {
        jdbc.sql(
                        """
                        update webhook.delivery set state = :state, next_attempt_at = :next, last_result = :result
                        where id = :id and state = 'WAITING'""")
                .param("id", id)
                .param("state", state.name())
                .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                .param("result", result)
                .update();
    }

    void sendAgain(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update webhook.delivery set state = 'WAITING', attempts = 0, next_attempt_at = :now
                        where id = :id""")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void withdraw(UUID subscription) {
        jdbc.sql(
                        """
                        update webhook.delivery set state = 'WITHDRAWN', next_attempt_at = null
                        where subscription_id = :subscription and state = 'WAITING'""")
                .param("subscription", subscription)
                .update();
    }

    public Optional<Delivery> find(UUID id) {
        return jdbc.sql(SELECT + "where d.id = :id")
                .param("id", id)
                .query(WebhookDeliveries::delivery)
                .optional();
    }

    /** The newest first. */
    public List<Delivery> page(int limit, int offset) {
        return jdbc.sql(SELECT + "order by d.created_at desc, d.id limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(WebhookDeliveries::delivery)
                .list();
    }

    public int count() {
        return jdbc.sql("select count(*) from webhook.delivery")
                .query(Integer.class)
                .single();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("subscription_id", UUID.class),
                URI.create(row.getString("url")),
                WebhookEvent.valueOf(row.getString("event")),
                row.getString("body"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Subscriptions.instant(row.getObject("next_attempt_at", OffsetDateTime.class)),
                Subscriptions.instant(row.getObject("last_attempt_at", OffsetDateTime.class)),
                row.getString("last_result"));
    }
}
