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
    /** An Office file of the newer kind inside an encrypted envelope; what it is shows only with the password. */
    PROTECTED_OFFICE("Password-protected Office file", "application/x-tika-ooxml-protected");

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
