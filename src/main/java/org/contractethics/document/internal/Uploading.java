package org.contractethics.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.document.AddingDocuments;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.extraction.DocumentType;
import org.contractethics.document.extraction.KnownTypes;
import org.contractethics.document.extraction.TypeDetector;
import org.contractethics.document.extraction.TypeDetector.Detected;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in: checks who brings them and what they are, then keeps them with their hash and has them recorded. */
@Service
public class Uploading implements AddingDocuments {

    private static final int LONGEST_TITLE = 200;

    private final DocumentRights rights;
    private final DocumentStore documents;
    private final ByteStore bytes;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final TypeDetector detector = new TypeDetector();

    Uploading(
            DocumentRights rights,
            DocumentStore documents,
            ByteStore bytes,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.rights = rights;
        this.documents = documents;
        this.bytes = bytes;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Checks and keeps the file; its text is read after the commit. Refuses with the reason where it cannot be taken in. */
    public DocumentVersion add(Upload upload, Actor actor) {
        requireRights(upload, actor);
        requireShortTitle(upload);
        try (InputStream content = upload.content().getInputStream();
                StagedFile file = StagedFile.of(content)) {
            String fileName = FileNames.clean(upload.fileName());
            DocumentType type = acceptedType(file, fileName);
            return Objects.requireNonNull(transaction.execute(status -> keep(upload, actor, file, fileName, type)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DocumentVersion add(ContractId contract, SentDocument file, Actor actor) {
        return add(new Upload(contract, null, "", file.fileName(), file.content()), actor);
    }

    private Contract requireRights(Upload upload, Actor actor) {
        Contract contract = rights.readable(upload.contract(), actor);
        rights.requireAdding(contract, actor, upload.document() != null);
        return contract;
    }

    /** A title that somebody typed is kept whole or not at all; one made of the name of the file is as long as it may be. */
    private static void requireShortTitle(Upload upload) {
        if (FileNames.visible(upload.title()).length() > LONGEST_TITLE) {
            throw Refused.invalid(
                    List.of(new FormProblem("title", "Shorten the title to " + LONGEST_TITLE + " characters.")));
        }
    }

    DocumentType acceptedType(StagedFile file, String fileName) throws IOException {
        if (file.bytes() == 0) {
            throw Refused.invalid("The file " + fileName + " is empty (0 bytes). Check it and upload it again.");
        }
        Detected detected = detector.detect(file.path());
        DocumentType type = detected.type();
        if (type == null) {
            throw Refused.invalid("The content of " + fileName + " is " + KnownTypes.words(detected.mediaType())
                    + ", whatever its name says. Upload " + DocumentType.ACCEPTED + ".");
        }
        return type;
    }

    private DocumentVersion keep(Upload upload, Actor actor, StagedFile file, String fileName, DocumentType type) {
        documents.lock(upload.contract());
        // the contract may have moved on while the file came in
        requireRights(upload, actor);
        refuseDuplicate(upload.contract(), file);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DocumentVersion version = version(upload, actor, file, fileName, type, now);
        if (upload.document() == null) {
            documents.addDocument(version.document(), version.contract(), version.title(), actor.username(), now);
        }
        documents.addUploaded(version);
        addBytes(version.id(), file);
        String setHash = DocumentSetHash.of(current(upload.contract()));
        events.publishEvent(DocumentFact.added(version, setHash));
        events.publishEvent(new TextAwaited(version.id()));
        return version;
    }

    private void addBytes(DocumentVersionId version, StagedFile file) {
        try {
            bytes.add(version, file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseDuplicate(ContractId contract, StagedFile file) {
        for (DocumentVersion existing : current(contract)) {
            if (existing.sha256().equals(file.sha256())) {
                throw Refused.conflict("This very file is already here: it is version " + existing.number() + " of “"
                        + existing.title() + "”. Nothing was added.");
            }
        }
    }

    private List<DocumentVersion> current(ContractId contract) {
        return documents.current(contract).stream().map(StoredVersion::version).toList();
    }

    private DocumentVersion version(
            Upload upload, Actor actor, StagedFile file, String fileName, DocumentType type, Instant now) {
        DocumentVersion before = before(upload);
        return new DocumentVersion(
                new DocumentVersionId(UUID.randomUUID()),
                before == null ? new DocumentId(UUID.randomUUID()) : before.document(),
                upload.contract(),
                before == null ? 1 : before.number() + 1,
                before == null ? title(upload, fileName) : before.title(),
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

    private @Nullable DocumentVersion before(Upload upload) {
        if (upload.document() == null) {
            return null;
        }
        return current(upload.contract()).stream()
                .filter(version -> version.document().equals(upload.document()))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no such document in this contract."));
    }

    private static String title(Upload upload, String fileName) {
        String title = FileNames.visible(upload.title());
        String named = title.isEmpty() ? FileNames.title(fileName) : title;
        return FileNames.limited(named, LONGEST_TITLE);
    }
}
