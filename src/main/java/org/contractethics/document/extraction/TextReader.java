package org.contractethics.document.extraction;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.TrackedChange;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Reads any document in the thread of the caller, within limits it asks for from inside. Whatever a parser throws becomes a
 * named reason; a parser that never returns can only be stopped with its process, so nothing but a reading process uses this.
 */
public final class TextReader {

    private static final Map<DocumentType, FormatReader> READERS = Map.of(
            DocumentType.DOCX, new WordXmlReader(),
            DocumentType.XLSX, new SpreadsheetXmlReader(),
            DocumentType.XLSB, new SpreadsheetBinaryReader(),
            DocumentType.PPTX, new PresentationXmlReader(),
            DocumentType.DOC, new OldWordReader(),
            DocumentType.XLS, new OldSpreadsheetReader(),
            DocumentType.PPT, new OldPresentationReader(),
            DocumentType.PDF, new PdfReader(),
            DocumentType.PROTECTED_OFFICE, new ProtectedOfficeReader());

    private final Duration timeLimit;
    private final @Nullable Recognition recognition;
    private final Consumer<Progress> progress;

    /** @param timeLimit for one file, without the recognition of pictures */
    public TextReader(Duration timeLimit) {
        this(timeLimit, null, at -> {});
    }

    /** @param recognition how pages without a text layer are read; null where they are only named */
    public TextReader(Duration timeLimit, @Nullable Recognition recognition, Consumer<Progress> progress) {
        this.timeLimit = timeLimit;
        this.recognition = recognition;
        this.progress = progress;
    }

    /** The text, or the reason why there is none. */
    public Reading read(ReadingRequest request) {
        // the readers of the older Office formats take the password from the thread
        Biff8EncryptionKey.setCurrentUserPassword(request.password());
        try {
            Draft draft = new Draft(new Budget(timeLimit), request, recognition, progress);
            readerFor(request.type()).read(request.file(), draft);
            return reading(draft);
        } catch (Throwable e) { // parsers throw errors too: missing classes, exhausted stacks
            return new Unreadable(Failures.reason(e));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    static FormatReader readerFor(DocumentType type) throws IOException {
        FormatReader reader = READERS.get(type);
        if (reader == null) {
            throw new IOException("no reader for " + type);
        }
        return reader;
    }

    private static Reading reading(Draft draft) {
        List<PartDraft> parts = draft.partsWithText();
        if (parts.isEmpty()) {
            return new Unreadable(UnreadableReason.NO_TEXT);
        }
        List<PartText> texts = parts.stream()
                .map(part -> new PartText(part.name(), part.text()))
                .toList();
        List<TrackedChange> changes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            changes.addAll(parts.get(i).changes(i));
        }
        return new Text(
                texts,
                ClauseSplitter.split(parts),
                draft.pages(),
                draft.gaps(),
                draft.embedded(),
                draft.recognised(),
                changes);
    }
}
