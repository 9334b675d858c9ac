package org.contractethics.review.internal.followup;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.contractethics.document.FileTexts;
import org.contractethics.document.FileTexts.Ending;
import org.contractethics.document.FileTexts.Extent;
import org.contractethics.document.FileTexts.FileText;
import org.contractethics.document.ReadingLeases;
import org.contractethics.review.IncidentTexts.EvidenceRead;
import org.contractethics.review.internal.followup.EvidenceReadings.Lease;
import org.contractethics.review.internal.followup.EvidenceTexts.Awaited;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has files that came with incidents read for the search, after the commit and in turn with documents. Nothing of it is a document: no set
 * of documents, finding or decision knows of it (H7, H8).
 */
@Service
class ReadingEvidence {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingEvidence.class);

    private static final FileText GIVEN_UP = FileText.plain(Ending.READER_STOPPED, List.of());

    private final EvidenceTexts texts;
    private final EvidenceReadings readings;
    private final FileTexts files;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    /** Incidents whose files wait here or are being read. */
    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();

    ReadingEvidence(
            EvidenceTexts texts,
            EvidenceReadings readings,
            FileTexts files,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.texts = texts;
        this.readings = readings;
        this.files = files;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Files came with an incident. Delivered through the event registry, so that a reading outlives a crash. */
    record EvidenceKept(UUID incident) {}

    // outside a transaction: reading may take minutes, and a connection must not wait for it
    @Async(FileTexts.THREADS)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    void on(EvidenceKept kept) throws InterruptedException {
        if (take(kept.incident())) {
            read(kept.incident());
        }
    }

    /** Whether nobody here has taken it up already. */
    boolean take(UUID incident) {
        return taken.add(incident);
    }

    /** Reads what of a taken incident is not read yet and nobody else is reading, however often it is asked to. */
    void read(UUID incident) throws InterruptedException {
        try {
            for (Awaited file : texts.awaited(incident)) {
                Lease lease = readings.claim(file, UUID.randomUUID()).orElse(null);
                if (lease != null) {
                    FileText text = lease.held().tooMany() ? GIVEN_UP : text(lease);
                    transaction.executeWithoutResult(status -> keep(lease, text));
                }
            }
        } finally {
            taken.remove(incident);
        }
    }

    private FileText text(Lease lease) throws InterruptedException {
        Awaited file = lease.file();
        try {
            return files.read(
                    file.incident() + "-" + file.number(), texts.original(file), extent(lease), () -> renew(lease));
        } catch (InterruptedException e) {
            readings.giveBack(lease);
            throw e;
        } catch (UncheckedIOException e) {
            readings.putOff(lease);
            throw e;
        }
    }

    /** The last time without what lies inside: if the application ended over that, the file itself is found all the same. */
    private static Extent extent(Lease lease) {
        return lease.held().attempts() < ReadingLeases.ATTEMPTS ? Extent.WITH_FILES_INSIDE : Extent.ALONE;
    }

    /** A lease that cannot be renewed now stops no reading. */
    private void renew(Lease lease) {
        try {
            readings.renew(lease);
        } catch (DataAccessException e) {
            LOG.warn(
                    "lease of a reading not renewed incident={} number={}",
                    lease.file().incident(),
                    lease.file().number());
        }
    }

    private void keep(Lease lease, FileText text) {
        Awaited file = lease.file();
        if (readings.end(lease) && texts.keep(file, text) && isFound(text)) {
            events.publishEvent(new EvidenceRead(file.incident(), file.contract()));
        }
    }

    private static boolean isFound(FileText text) {
        return text.ending() == Ending.READ
                || text.inside().stream().anyMatch(inside -> inside.ending() == Ending.READ);
    }
}
