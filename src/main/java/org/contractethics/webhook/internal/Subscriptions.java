package org.contractethics.webhook.internal;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The systems that are told of events, and the secrets that deliveries to them are signed with. */
@Repository
public class Subscriptions {

    private static final String SELECT =
            "select id, url, events, created_by, created_at, ended_at from webhook.subscription ";

    private final JdbcClient jdbc;
    private final WebhookSecrets secrets;

    Subscriptions(JdbcClient jdbc, WebhookSecrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    void add(Subscription subscription, String secret) {
        jdbc.sql(
                        """
                        insert into webhook.subscription (id, url, events, sealed_secret, created_by, created_at)
                        values (:id, :url, string_to_array(:events, ','), :secret, :by, :at)""")
                .param("id", subscription.id())
                .param("url", subscription.url().toString())
                .param(
                        "events",
                        subscription.events().stream()
                                .map(WebhookEvent::name)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .param("secret", secrets.seal(subscription.id(), secret))
                .param("by", subscription.createdBy())
                .param("at", subscription.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that are told come first, the newest of them first. */
    public List<Subscription> all() {
        return jdbc.sql(SELECT + "order by ended_at is not null, created_at desc, id")
                .query(Subscriptions::subscription)
                .list();
    }

    List<Subscription> activeFor(WebhookEvent event) {
        return jdbc.sql(SELECT + "where ended_at is null and :event = any (events)")
                .param("event", event.name())
                .query(Subscriptions::subscription)
                .list();
    }

    /** Held until the end of the transaction. */
    Optional<Subscription> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(Subscriptions::subscription)
                .optional();
    }

    /** Opened for a signature, or to show it to whoever has just set the webhook up. */
    public String secret(UUID id) {
        byte[] sealed = jdbc.sql("select sealed_secret from webhook.subscription where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes("sealed_secret"))
                .single();
        return secrets.open(id, sealed);
    }

    /** Seals what is written down readably, from before; two nodes may do it at once. */
    int sealReadable() {
        return jdbc
                .sql("select id, secret from webhook.subscription where secret is not null")
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("secret")))
                .list()
                .stream()
                .mapToInt(readable -> seal(readable.getKey(), readable.getValue()))
                .sum();
    }

    private int seal(UUID id, String secret) {
        return jdbc.sql(
                        """
                        update webhook.subscription set secret = null, sealed_secret = :sealed
                        where id = :id and secret is not null""")
                .param("id", id)
                .param("sealed", secrets.seal(id, secret))
                .update();
    }

    void end(UUID id, String by, Instant at) {
        jdbc.sql("update webhook.subscription set ended_by = :by, ended_at = :at where id = :id")
                .param("id", id)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getObject("id", UUID.class),
                URI.create(row.getString("url")),
                events((String[]) row.getArray("events").getArray()),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("ended_at", OffsetDateTime.class)));
    }

    private static Set<WebhookEvent> events(String[] names) {
        return Arrays.stream(names).map(WebhookEvent::valueOf).collect(Collectors.toSet());
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
