package org.contractethics.search.internal;

import java.util.Locale;

/** Kinds of files in words people use. */
public enum DocumentType {
    PDF("PDF"),
    WORD("Word"),
    SPREADSHEET("Spreadsheet"),
    PRESENTATION("Presentation"),
    OTHER("Other");

    private final String label;

    DocumentType(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }

    /** As far as the name of a file tells. */
    static DocumentType named(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "pdf" -> PDF;
            case "doc", "docx", "docm", "odt", "rtf" -> WORD;
            case "xls", "xlsx", "xlsm", "xlsb", "ods" -> SPREADSHEET;
            case "ppt", "pptx", "pptm", "odp" -> PRESENTATION;
            default -> OTHER;
        };
    }

    static DocumentType of(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        if (type.contains("pdf")) {
            return PDF;
        }
        if (type.contains("word")) {
            return WORD;
        }
        if (type.contains("excel") || type.contains("spreadsheet")) {
            return SPREADSHEET;
        }
        return type.contains("powerpoint") || type.contains("presentation") ? PRESENTATION : OTHER;
    }
}
