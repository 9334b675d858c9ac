package org.contractethics.document.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.document.internal.ReadingStore.Lease;
import org.contractethics.document.internal.ReadingTexts.FileKey;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a file read once more whose text could not be read, with a password where somebody knows it. */
@Service
public class ReadingAgain {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingAgain.class);
    private static final int LONGEST_PASSWORD = 255;

    /**
     * How long a file waits for its turn under the lease of the node that knows the password. A node that ends takes the password
     * with it: then the file is read without it, and the person asked again.
     */
    private static final Duration WAIT_WITH_PASSWORD = Duration.ofMinutes(5);

    private final RereadingRights rights;
    private final DocumentCatalogue catalogue;
    private final DocumentStore documents;
    private final ReadingStore readings;
    private final ReadingTexts readingTexts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TaskExecutor executor;

    ReadingAgain(
            RereadingRights rights,
            DocumentCatalogue catalogue,
            DocumentStore documents,
            ReadingStore readings,
            ReadingTexts readingTexts,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            @Qualifier(ReadingThreads.NAME) TaskExecutor executor) {
        this.rights = rights;
        this.catalogue = catalogue;
        this.documents = documents;
        this.readings = readings;
        this.readingTexts = readingTexts;
        this.events = events;
        this.transaction = transaction;
        this.executor = executor;
    }

    /** Whoever {@link RereadingRights} lets may ask; a version that is being read or was read is left alone. */
    public void read(ContractId contract, DocumentVersionId version, Actor actor) {
        transaction.executeWithoutResult(status -> {
            requireReadingAgain(contract, version, actor);
            if (documents.lockIfFailed(version)) {
                documents.markReading(version);
                events.publishEvent(new TextAwaited(version));
            }
        });
    }

    /**
     * The same with the password of a protected file. The password goes with the task to a thread of this node and from there to
     * the reading process: it is in no table, event, log line or session.
     */
    public void read(ContractId contract, DocumentVersionId version, String password, Actor actor) {
        transaction.executeWithoutResult(status -> claimed(contract, version, password, actor)
                .ifPresent(held -> afterCommit(() -> readWith(held, new FileKey(password, actor)))));
    }

    /** A write of the API is committed after its use case: before that, no other thread would see the lease. */
    private void afterCommit(Runnable reading) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                executor.execute(reading);
            }
        });
    }

    private Optional<Lease> claimed(ContractId contract, DocumentVersionId version, String password, Actor actor) {
        StoredVersion stored = requireReadingAgain(contract, version, actor);
        if (password.isEmpty() || password.length() > LONGEST_PASSWORD) {
            throw Refused.invalid(
                    password.isEmpty()
                            ? "Enter the password of the file."
                            : "The password is longer than " + LONGEST_PASSWORD + " characters.");
        }
        if (!stored.awaitsPassword() || !documents.lockIfFailed(version)) {
            throw Refused.conflict("The file does not wait for a password.");
        }
        documents.markReading(version);
        return readings.claim(version, UUID.randomUUID(), WAIT_WITH_PASSWORD);
    }

    private StoredVersion requireReadingAgain(ContractId contract, DocumentVersionId version, Actor actor) {
        StoredVersion stored = catalogue.readable(contract, version, actor);
        rights.requireReadingAgain(catalogue.contract(contract, actor), version, actor);
        return stored;
    }

    private void readWith(Lease lease, FileKey key) {
        try {
            readingTexts.read(lease, key);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("document not read with its password version={}", lease.version(), e);
        }
    }
}
