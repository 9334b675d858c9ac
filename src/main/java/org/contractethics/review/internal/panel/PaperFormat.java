package org.contractethics.review.internal.panel;

/** The two forms of a paper. */
public enum PaperFormat {
    WORD("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("pdf", "application/pdf");

    private final String ending;
    private final String mediaType;

    PaperFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    byte[] write(Paper paper) {
        return this == WORD ? WordPaper.write(paper) : PdfPaper.write(paper);
    }
}
