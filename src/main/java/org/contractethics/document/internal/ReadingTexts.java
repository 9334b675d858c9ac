package org.contractethics.document.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.Documents.TextExtracted;
import org.contractethics.document.extraction.DocumentType;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.ReadingRequest;
import org.contractethics.document.extraction.TextReader;
import org.contractethics.document.extraction.TypeDetector;
import org.contractethics.document.extraction.UnreadableReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Reads the text of uploaded files after the commit, and keeps either the text or the reason why there is none. */
@Service
class ReadingTexts {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingTexts.class);

    /** Thirty seconds proved too short for one real contract on a busy machine. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(2);

    private final DocumentStore documents;
    private final ByteStore bytes;
    private final TextStore texts;
    private final KeepingEmbedded embedded;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final TextReader reader = new TextReader(TIME_LIMIT);
    private final TypeDetector detector = new TypeDetector();

    ReadingTexts(
            DocumentStore documents,
            ByteStore bytes,
            TextStore texts,
            KeepingEmbedded embedded,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.documents = documents;
        this.bytes = bytes;
        this.texts = texts;
        this.embedded = embedded;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * An application module listener in all but its threads: a queue of slow files must not hold up mail and indexing. Outside a
     * transaction, because reading may take minutes and a connection must not wait for it. May come twice.
     */
    @Async(ReadingThreads.NAME)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    void on(TextAwaited awaited) throws InterruptedException {
        StoredVersion stored = documents.find(awaited.version()).orElse(null);
        if (stored == null || stored.version().status() != ExtractionStatus.READING) {
            return;
        }
        readAndKeep(stored.version());
    }

    private void readAndKeep(DocumentVersion version) throws InterruptedException {
        Path scratch = newScratch();
        try {
            Reading reading = read(version, scratch);
            transaction.executeWithoutResult(status -> keep(version, reading));
        } finally {
            remove(scratch);
        }
    }

    /** Takes the files found inside; only this process can read it. */
    private static Path newScratch() {
        try {
            return Files.createTempDirectory("document-inside");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path scratch) {
        try {
            FileSystemUtils.deleteRecursively(scratch);
        } catch (IOException e) {
            LOG.warn("scratch folder not removed: {}", e.getClass().getSimpleName());
        }
    }

    private Reading read(DocumentVersion version, Path scratch) throws InterruptedException {
        try {
            Path file = Files.createTempFile("document", ".reading");
            try {
                try (OutputStream out = Files.newOutputStream(file)) {
                    bytes.copy(version.id(), out);
                }
                DocumentType type = detector.detect(file).type();
                // the type was accepted when the file came in; the same bytes give the same answer
                return type == null
                        ? new Reading.Unreadable(UnreadableReason.DAMAGED)
                        : reader.read(new ReadingRequest(file, type, null, scratch));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(DocumentVersion version, Reading reading) {
        if (!documents.lockIfReading(version.id())) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (reading instanceof Reading.Text text) {
            texts.replace(version.id(), text);
            List<String> gaps = new ArrayList<>(text.gaps());
            gaps.addAll(embedded.keep(version, text.embedded(), now));
            documents.markRead(version.id(), text.pages(), text.clauses().size(), gaps);
            events.publishEvent(DocumentFact.read(version, text.clauses().size(), now));
        } else if (reading instanceof Reading.Unreadable unreadable) {
            documents.markFailed(
                    version.id(),
                    unreadable.reason().code(),
                    unreadable.reason().sentence());
            events.publishEvent(
                    DocumentFact.unreadable(version, unreadable.reason().code(), now));
        }
        boolean readable = reading instanceof Reading.Text;
        events.publishEvent(new TextExtracted(version.id(), version.contract(), readable));
        LOG.info("document text read version={} readable={}", version.id(), readable);
    }
}
