package org.contractethics.contract.internal.imports;

/** The kinds of files the register reads. */
public enum ImportFormat {
    USASPENDING_AWARDS("USAspending awards (CSV)", "USASPENDING"),
    USASPENDING_TRANSACTIONS("USAspending transactions (CSV)", "USASPENDING"),
    OCDS("Open Contracting 1.1 releases or records (JSON)", "OCDS"),
    TEMPLATE("Our spreadsheet template (XLSX)", "TEMPLATE");

    private final String label;
    private final String source;

    ImportFormat(String label, String source) {
        this.label = label;
        this.source = source;
    }

    public String label() {
        return label;
    }

    /** What the register notes as the source of a contract that comes from such a file. */
    String source() {
        return source;
    }
}
