package org.contractethics.review.internal.panel;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Rows;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CitedRecord;
import org.contractethics.shared.CitedRecord.Head;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One random number for each drawing of lots, which nobody is told before the drawing is. It is committed by itself, with a commitment
 * to it in the record, before any lot is computed: an act that fails and is tried again, acts at the same moment and a repeated
 * request all find the same number, so nobody draws until the lots suit them.
 */
@Component
public class LotNonces {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final CitedRecord record;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate alone;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LotNonces(
            JdbcClient jdbc,
            CitedRecord record,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.record = record;
        this.events = events;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** What lots are drawn for. */
    public enum Purpose {
        PANEL,
        ACTING_CHAIR
    }

    /** Which drawing a number is for: the first of a pass has number 1. */
    public record Key(ReviewId review, int pass, Purpose purpose, int number) {}

    /**
     * @param head the record when the number was drawn
     * @param nonce 32 random bytes in lower-case hex
     */
    record LotNonce(Head head, String nonce) {}

    /** The number of this drawing; drawn with the first call, and the same ever after. */
    LotNonce of(Key key, ContractId contract) {
        return find(key).orElseGet(() -> {
            alone.executeWithoutResult(status -> draw(key, contract));
            return find(key).orElseThrow(() -> new IllegalStateException("no number was drawn for " + key));
        });
    }

    private void draw(Key key, ContractId contract) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        LotNonce made = new LotNonce(record.head(), HexFormat.of().formatHex(bytes));
        Instant now = clock.instant();
        // whoever comes second waits here for the first, and adds nothing
        if (add(key, made, now) > 0) {
            events.publishEvent(
                    commitment(key, made).recorded("lot-nonce-committed", contract, Actor.SYSTEM.username(), now));
        }
    }

    /** Everything the seed will rest on but the number itself. */
    private static Facts commitment(Key key, LotNonce made) {
        return Facts.of("reviewId", key.review())
                .and("pass", key.pass())
                .and("drawnFor", key.purpose().name())
                .and("number", key.number())
                .and("recordSize", made.head().size())
                .and("recordRoot", made.head().rootHash())
                .and("commitment", Sha256.hex(made.nonce()));
    }

    private int add(Key key, LotNonce made, Instant now) {
        return of(
                        """
                        insert into review.lot_nonce (review_id, pass, drawn_for, number, nonce, record_size, record_root, made_at)
                        values (:review, :pass, :purpose, :number, :nonce, :size, :root, :at)
                        on conflict (review_id, pass, drawn_for, number) do nothing
                        """,
                        key)
                .param("nonce", made.nonce())
                .param("size", made.head().size())
                .param("root", made.head().rootHash())
                .param("at", Rows.at(now))
                .update();
    }

    private Optional<LotNonce> find(Key key) {
        return of(
                        """
                        select nonce, record_size, record_root from review.lot_nonce
                        where review_id = :review and pass = :pass and drawn_for = :purpose and number = :number
                        """,
                        key)
                .query(LotNonces::map)
                .optional();
    }

    private StatementSpec of(String sql, Key key) {
        return jdbc.sql(sql)
                .param("review", key.review().value())
                .param("pass", key.pass())
                .param("purpose", key.purpose().name())
                .param("number", key.number());
    }

    private static LotNonce map(ResultSet row, int number) throws SQLException {
        return new LotNonce(new Head(row.getLong("record_size"), row.getString("record_root")), row.getString("nonce"));
    }
}
