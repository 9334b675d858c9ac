package org.contractethics.record.internal;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.contractethics.record.RecordReader;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.signing.EntryMac;
import org.contractethics.record.verification.StoredTree;
import org.contractethics.shared.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Appends facts as the application does, without the rest of it. */
public final class RecordWriter {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RecordSettings settings;

    public RecordWriter(DataSource application, RecordSettings settings) {
        this.jdbc = JdbcClient.create(application);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(application));
        this.settings = settings;
    }

    /** One transaction, of facts made whole; returns the number of entries afterwards. */
    public long append(Clock clock, RecordedEvent... events) {
        AppendingFacts appending = new AppendingFacts(jdbc, new EntryMac(settings.macSecret()), clock);
        return transaction.execute(status -> appending.append(Arrays.stream(events)
                .map(event -> event instanceof Happened happened ? happened.whole() : event)
                .map(event -> EntrySchemas.published().fitting(Fact.of(event)))
                .toList()));
    }

    public static SealedFields fields(JdbcClient jdbc) {
        return new SealedFields(jdbc);
    }

    public static RecordReader reader(JdbcClient jdbc, StoredTree tree, Clock clock) {
        return new StoredRecord(jdbc, new Verifications(jdbc, tree, List::of, found -> {}, clock));
    }
}
