package org.contractethics.document.web;

import java.util.List;
import java.util.Map;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.extraction.DocumentType;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.extraction.Progress.Phase;
import org.contractethics.document.internal.FileInside;
import org.contractethics.document.internal.StoredVersion;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;

/**
 * One version as the lists and the viewer show it.
 *
 * @param progress how far its reading is; only that of a version that is being read means anything
 * @param awaitsPassword whether a password would open it
 * @param inside where it was found; null for an uploaded file
 * @param outer name of the file it was found in; empty for an uploaded file
 */
public record DocumentRow(
        DocumentVersion version,
        String uploader,
        List<String> gaps,
        Progress progress,
        boolean awaitsPassword,
        @Nullable FileInside inside,
        String outer) {

    public DocumentRow {
        gaps = List.copyOf(gaps);
    }

    static DocumentRow of(
            StoredVersion stored, String uploader, String outer, Map<DocumentVersionId, Progress> readings) {
        Progress progress = readings.getOrDefault(stored.version().id(), Progress.of(Phase.WAITING));
        return new DocumentRow(
                stored.version(), uploader, stored.gaps(), progress, stored.awaitsPassword(), stored.inside(), outer);
    }

    /** For example "Reading page 3 of 20…". */
    public String stage() {
        String pages = paged() ? " page " + progress.page() + " of " + progress.pages() : " the text";
        return switch (progress.phase()) {
            case WAITING -> "Waiting for its turn to be read…";
            case OPENING -> "Opening the file…";
            case READING -> "Reading" + pages + "…";
            case RECOGNISING -> "Recognising the text of" + (paged() ? pages : " pictures") + " (OCR)…";
            case STORING -> "Storing the clauses…";
        };
    }

    /** Whether it is known which page of how many is being read. */
    public boolean paged() {
        return progress.page() > 0;
    }

    /** 0 for an uploaded file, 1 for a file inside it, and so on. */
    public int depth() {
        return inside == null ? 0 : inside.depth();
    }

    public boolean reading() {
        return version.status() == ExtractionStatus.READING;
    }

    public boolean failed() {
        return version.status() == ExtractionStatus.FAILED;
    }

    /** For example "Word document, 214 kB". */
    public String kind() {
        return DocumentType.labelOf(version.mediaType()) + ", " + size();
    }

    public String size() {
        long bytes = version.bytes();
        if (bytes < 1000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        boolean mega = bytes >= 1_000_000;
        long tenths = bytes / (mega ? 100_000 : 100);
        return tenths / 10 + (tenths < 100 ? "." + tenths % 10 : "") + (mega ? " MB" : " kB");
    }

    /** For example "42 clauses, 7 pages". */
    public String extent() {
        Integer pages = version.pages();
        String clauses = version.clauseCount() == 1 ? "1 clause" : version.clauseCount() + " clauses";
        if (pages == null || pages == 0) {
            return clauses;
        }
        return clauses + ", " + pages + " " + unit(pages);
    }

    /** "Page", "Sheet" or "Slide". */
    public String place() {
        String unit = unit(1);
        return Character.toUpperCase(unit.charAt(0)) + unit.substring(1);
    }

    private String unit(int count) {
        DocumentType type = List.of(DocumentType.values()).stream()
                .filter(known -> known.mediaType().equals(version.mediaType()))
                .findFirst()
                .orElse(DocumentType.PDF);
        String one =
                switch (type) {
                    case XLSX, XLSB, XLS, ODS, PROTECTED_OFFICE -> "sheet";
                    case PPTX, PPT, ODP -> "slide";
                    default -> "page";
                };
        return count == 1 ? one : one + "s";
    }
}
