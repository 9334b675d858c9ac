package org.contractethics.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.extraction.DocumentType;
import org.contractethics.document.extraction.Reading.EmbeddedFile;
import org.contractethics.document.extraction.TypeDetector;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Makes the files found inside a version documents of their own, of the same contract and read like any other. Reading the
 * outer file again adds none twice; a file that holds itself ends there.
 */
@Service
class KeepingEmbedded {

    /** An attachment of a mail in an archive in a mail: further in nobody puts what was agreed. */
    static final int DEEPEST = 4;

    /** Inside one uploaded file, at all depths together. */
    static final int MOST = 500;

    private final DocumentStore documents;
    private final EmbeddedStore embedded;
    private final ByteStore bytes;
    private final ApplicationEventPublisher events;
    private final TypeDetector detector = new TypeDetector();

    KeepingEmbedded(
            DocumentStore documents, EmbeddedStore embedded, ByteStore bytes, ApplicationEventPublisher events) {
        this.documents = documents;
        this.embedded = embedded;
        this.bytes = bytes;
        this.events = events;
    }

    /**
     * Within the transaction that keeps the text of the outer file.
     *
     * @return sentences about files that were not kept
     */
    List<String> keep(DocumentVersion outer, List<EmbeddedFile> files, Instant now) {
        List<String> gaps = new ArrayList<>();
        int depth = embedded.find(outer.id()).map(FileInside::depth).orElse(0) + 1;
        if (files.isEmpty()) {
            return gaps;
        }
        if (depth > DEEPEST) {
            gaps.add("The files inside this one were not read, because it lies " + DEEPEST
                    + " files deep itself. Upload it as a document of its own.");
            return gaps;
        }
        List<String> around = new ArrayList<>(embedded.hashesAround(outer.id()));
        around.add(outer.sha256());
        int room = MOST - embedded.countInUploaded(outer.id());
        for (EmbeddedFile file : files) {
            String hash = hash(file);
            if (around.contains(hash)) {
                gaps.add("“" + file.name() + "” is a copy of a file around it and was not read once more.");
            } else if (!embedded.has(outer.id(), hash)) {
                if (room-- <= 0) {
                    gaps.add("More than " + MOST
                            + " files lie in the uploaded file; the others were not read. Split it.");
                    break;
                }
                add(outer, file, hash, depth, now);
            }
        }
        return gaps;
    }

    private void add(DocumentVersion outer, EmbeddedFile file, String hash, int depth, Instant now) {
        try {
            DocumentType type = detector.detect(file.file()).type();
            if (type == null) {
                return; // the reader has sorted these out and named them
            }
            DocumentVersion version = version(outer, file, type, hash, now);
            documents.addDocument(version.document(), version.contract(), version.title(), version.uploadedBy(), now);
            documents.addVersion(version);
            embedded.add(version, outer, FileNames.limited(place(file), 500), depth);
            bytes.add(version.id(), file.file());
            events.publishEvent(DocumentFact.foundInside(version, outer));
            events.publishEvent(new TextAwaited(version.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(EmbeddedFile file) {
        String visible = FileNames.visible(file.name());
        return visible.isEmpty() ? "without a name" : visible;
    }

    private static DocumentVersion version(
            DocumentVersion outer, EmbeddedFile file, DocumentType type, String hash, Instant now) throws IOException {
        String fileName = FileNames.clean(file.name());
        return new DocumentVersion(
                new DocumentVersionId(UUID.randomUUID()),
                new DocumentId(UUID.randomUUID()),
                outer.contract(),
                1,
                FileNames.limited(FileNames.title(fileName), 200),
                fileName,
                type.mediaType(),
                Files.size(file.file()),
                hash,
                ExtractionStatus.READING,
                null,
                null,
                0,
                outer.uploadedBy(),
                now);
    }

    private static String hash(EmbeddedFile file) {
        try (InputStream in = Files.newInputStream(file.file())) {
            return Sha256.hex(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
