package org.contractethics.document.extraction;

/** The kinds of file a contract document may be, told apart by their content. */
public enum DocumentType {
    DOCX("Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    XLSB("Excel binary workbook", "application/vnd.ms-excel.sheet.binary.macroenabled.12"),
    PPTX("PowerPoint presentation", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    DOC("Word 97-2003 document", "application/msword"),
    XLS("Excel 97-2003 workbook", "application/vnd.ms-excel"),
    PPT("PowerPoint 97-2003 presentation", "application/vnd.ms-powerpoint"),
    PDF("PDF document", "application/pdf"),
    ODT("OpenDocument text", "application/vnd.oasis.opendocument.text"),
    ODS("OpenDocument spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"),
    ODP("OpenDocument presentation", "application/vnd.oasis.opendocument.presentation"),
    RTF("RTF text", "application/rtf"),
    HTML("Web page", "text/html"),
    TXT("Plain text", "text/plain"),
    EML("E-mail", "message/rfc822"),
    MBOX("Mailbox", "application/mbox"),
    MSG("Outlook message", "application/vnd.ms-outlook"),
    ZIP("ZIP archive", "application/zip"),
    /** An Office file of the newer kind inside an encrypted envelope; what it is shows only with the password. */
    PROTECTED_OFFICE("Password-protected Office file", "application/x-tika-ooxml-protected");

    /** The kinds people can upload, in words. */
    public static final String ACCEPTED =
            "a Word, Excel, PowerPoint, PDF, OpenDocument, RTF, web page or text file, an e-mail"
                    + " (MSG, EML, MBOX) or a ZIP archive of such files";

    private final String label;
    private final String mediaType;

    DocumentType(String label, String mediaType) {
        this.label = label;
        this.mediaType = mediaType;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The words shown on screen for a stored media type; the media type itself where no kind has it. */
    public static String labelOf(String mediaType) {
        for (DocumentType type : values()) {
            if (type.mediaType.equals(mediaType)) {
                return type.label;
            }
        }
        return mediaType;
    }
}
