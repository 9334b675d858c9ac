package org.contractethics.paper;

import java.util.Arrays;
import java.util.Optional;

/** The two forms of a paper that are files. */
public enum PaperFormat {
    WORD("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("pdf", "application/pdf");

    private final String ending;
    private final String mediaType;

    PaperFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    public static Optional<PaperFormat> ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst();
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] write(Paper paper) {
        return this == WORD ? WordPaper.write(paper) : PdfPaper.write(paper);
    }
}
