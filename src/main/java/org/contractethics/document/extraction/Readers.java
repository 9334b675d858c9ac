package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Which reader reads which kind of file. */
final class Readers {

    private static final Map<DocumentType, FormatReader> READERS = new EnumMap<>(DocumentType.class);

    static {
        READERS.put(DocumentType.DOCX, new WordXmlReader());
        READERS.put(DocumentType.XLSX, new SpreadsheetXmlReader());
        READERS.put(DocumentType.XLSB, new SpreadsheetBinaryReader());
        READERS.put(DocumentType.PPTX, new PresentationXmlReader());
        READERS.put(DocumentType.DOC, new OldWordReader());
        READERS.put(DocumentType.XLS, new OldSpreadsheetReader());
        READERS.put(DocumentType.PPT, new OldPresentationReader());
        READERS.put(DocumentType.PDF, new PdfReader());
        READERS.put(DocumentType.PROTECTED_OFFICE, new ProtectedOfficeReader());
        READERS.put(DocumentType.ODT, new OpenDocumentReader());
        READERS.put(DocumentType.ODS, new OpenDocumentReader());
        READERS.put(DocumentType.ODP, new OpenDocumentReader());
        READERS.put(DocumentType.RTF, new RtfReader());
        READERS.put(DocumentType.HTML, new WebPageReader());
        READERS.put(DocumentType.TXT, new PlainTextReader());
        READERS.put(DocumentType.EML, new MailReader());
        READERS.put(DocumentType.MBOX, new MailboxReader());
        READERS.put(DocumentType.MSG, new OutlookReader());
        READERS.put(DocumentType.ZIP, new ArchiveReader());
    }

    private Readers() {}

    static FormatReader of(DocumentType type) throws IOException {
        FormatReader reader = READERS.get(type);
        if (reader == null) {
            throw new IOException("no reader for " + type);
        }
        return reader;
    }
}
