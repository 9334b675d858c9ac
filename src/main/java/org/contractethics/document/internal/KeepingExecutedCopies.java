package org.contractethics.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.document.AddingDocuments.SentDocument;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.ExecutedCopies;
import org.contractethics.document.extraction.DocumentType;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what the parties signed, by the same checks as documents, and keeps it beside them. */
@Service
class KeepingExecutedCopies implements ExecutedCopies {

    private static final String TITLE = "Executed copy: ";
    private static final int LONGEST_TITLE = 200;

    private final Uploading uploading;
    private final DocumentStore documents;
    private final ExecutedCopyStore copies;
    private final ByteStore bytes;
    private final ComparingExecutedCopies comparing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepingExecutedCopies(
            Uploading uploading,
            DocumentStore documents,
            ExecutedCopyStore copies,
            ByteStore bytes,
            ComparingExecutedCopies comparing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.uploading = uploading;
        this.documents = documents;
        this.copies = copies;
        this.bytes = bytes;
        this.comparing = comparing;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public DocumentVersion keep(ContractId contract, SentDocument file, Actor actor) {
        try (InputStream content = file.content().getInputStream();
                StagedFile staged = StagedFile.of(content)) {
            String fileName = FileNames.clean(file.fileName());
            DocumentType type = uploading.acceptedType(staged, fileName);
            documents.lock(contract);
            Optional<DocumentVersionId> known = copies.find(contract, staged.sha256());
            return known.isPresent()
                    ? broughtAgain(known.get())
                    : added(version(contract, staged, fileName, type, actor), staged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever brings once more what could not be read wants it read. */
    private DocumentVersion broughtAgain(DocumentVersionId known) {
        if (documents.lockIfFailed(known)) {
            documents.markReading(known);
            events.publishEvent(new TextAwaited(known));
        }
        return documents.find(known).orElseThrow().version();
    }

    private DocumentVersion added(DocumentVersion version, StagedFile file) throws IOException {
        documents.addDocument(
                version.document(), version.contract(), version.title(), version.uploadedBy(), version.uploadedAt());
        documents.addVersion(version);
        copies.add(version);
        bytes.add(version.id(), file.path());
        events.publishEvent(DocumentFact.executed(version));
        events.publishEvent(new TextAwaited(version.id()));
        return version;
    }

    @Override
    public Compared each(ContractId contract, String documentSetHash, Collection<DocumentVersionId> chosen) {
        return comparing.each(documents.set(contract, documentSetHash), kept(contract, chosen));
    }

    @Override
    public Compared compare(ContractId contract, String documentSetHash, Collection<DocumentVersionId> chosen) {
        return comparing.compare(documents.set(contract, documentSetHash), kept(contract, chosen));
    }

    private List<StoredVersion> kept(ContractId contract, Collection<DocumentVersionId> chosen) {
        Map<DocumentVersionId, StoredVersion> known = documents.executed(contract).stream()
                .collect(Collectors.toMap(copy -> copy.version().id(), Function.identity()));
        return chosen.stream()
                .distinct()
                .flatMap(version -> Stream.ofNullable(known.get(version)))
                .toList();
    }

    private DocumentVersion version(
            ContractId contract, StagedFile file, String fileName, DocumentType type, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new DocumentVersion(
                new DocumentVersionId(UUID.randomUUID()),
                new DocumentId(UUID.randomUUID()),
                contract,
                1,
                FileNames.limited(TITLE + FileNames.title(fileName), LONGEST_TITLE),
                fileName,
                type.mediaType(),
                file.bytes(),
                file.sha256(),
                ExtractionStatus.READING,
                null,
                null,
                0,
                actor.username(),
                now);
    }
}
