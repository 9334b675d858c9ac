package org.contractethics.document.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.TextExtracted;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.contractethics.document.extraction.UnreadableReason;
import org.contractethics.document.internal.ReadingStore.Lease;
import org.contractethics.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what came of a reading: the text, or the reason why there is none. */
@Service
class KeepingTexts {

    private final ReadingStore readings;
    private final DocumentStore documents;
    private final TextStore texts;
    private final OlderTexts older;
    private final KeepingEmbedded embedded;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepingTexts(
            ReadingStore readings,
            DocumentStore documents,
            TextStore texts,
            OlderTexts older,
            KeepingEmbedded embedded,
            ApplicationEventPublisher events,
            Clock clock) {
        this.readings = readings;
        this.documents = documents;
        this.texts = texts;
        this.older = older;
        this.embedded = embedded;
        this.events = events;
        this.clock = clock;
    }

    /** Nothing is kept where the lease has gone to somebody else, who will keep the same. */
    @Transactional
    void keep(Lease lease, Reading reading, Actor suppliedBy) {
        if (!documents.lockIfReading(lease.version()) || !readings.end(lease)) {
            return;
        }
        DocumentVersion version = documents.find(lease.version()).orElseThrow().version();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (reading instanceof Text text) {
            texts.replace(version.id(), text);
            keepText(version, text, now);
            events.publishEvent(DocumentFact.read(version, text.clauses().size(), suppliedBy, now));
        } else if (reading instanceof Unreadable unreadable) {
            UnreadableReason reason = reason(unreadable, suppliedBy);
            documents.markFailed(version.id(), reason.code(), reason.sentence());
            events.publishEvent(DocumentFact.unreadable(version, reason.code(), suppliedBy, now));
        }
        events.publishEvent(new TextExtracted(version.id(), version.contract(), reading instanceof Text));
    }

    /**
     * Takes the place of a text that an older reader read. Where nothing came of it, or somebody may name clauses by now, the old text
     * stays as it is; where it says the same, nobody is told.
     *
     * @return how it ended, in a word
     */
    @Transactional
    String keepAnew(Lease lease, Reading reading) {
        boolean unsettled = older.lockIfUnsettled(lease.version());
        if (!readings.end(lease) || !unsettled) {
            return "kept by another";
        }
        DocumentVersion version = documents.find(lease.version()).orElseThrow().version();
        if (!(reading instanceof Text text) || older.mustStay(version.contract())) {
            older.leave(version.id());
            return "old text stays";
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (texts.says(version.id(), text)) {
            keepText(version, text, now);
            return "same text";
        }
        texts.replace(version.id(), text);
        keepText(version, text, now);
        events.publishEvent(DocumentFact.read(version, text.clauses().size(), Actor.SYSTEM, now));
        events.publishEvent(new TextExtracted(version.id(), version.contract(), true));
        return "new text";
    }

    /** What stands beside the text. */
    private void keepText(DocumentVersion version, Text text, Instant now) {
        readings.keepRecognised(version.id(), text.recognised());
        List<String> gaps = new ArrayList<>(text.gaps());
        gaps.addAll(embedded.keep(version, text.embedded(), now));
        documents.markRead(version.id(), text.pages(), text.clauses().size(), gaps);
    }

    /** A file that still is protected after a password was entered was given the wrong one. */
    private static UnreadableReason reason(Unreadable unreadable, Actor suppliedBy) {
        boolean refused = unreadable.reason() == UnreadableReason.ENCRYPTED && !suppliedBy.equals(Actor.SYSTEM);
        return refused ? UnreadableReason.WRONG_PASSWORD : unreadable.reason();
    }

    /** How a reading ended, in the words of the record. */
    static String end(Reading reading, Actor suppliedBy) {
        return reading instanceof Unreadable unreadable
                ? reason(unreadable, suppliedBy).code()
                : "text";
    }
}
