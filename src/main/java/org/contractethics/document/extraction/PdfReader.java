package org.contractethics.document.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.contractethics.document.extraction.Progress.Phase;

/** PDF: the text layer page by page, what is filled into forms, and notes on the pages. */
final class PdfReader implements FormatReader {

    private static final long MEMORY_BYTES = 64L * 1024 * 1024;
    private static final long TEMPORARY_FILE_BYTES = 512L * 1024 * 1024;

    @Override
    public void read(Path file, Draft draft) throws IOException {
        PdfStreamGuard.check(file, draft.budget());
        MemoryUsageSetting memory = MemoryUsageSetting.setupMixed(MEMORY_BYTES, TEMPORARY_FILE_BYTES);
        String password = draft.request().password();
        try (PDDocument pdf = Loader.loadPDF(file.toFile(), password == null ? "" : password, memory.streamCache)) {
            int pages = pdf.getNumberOfPages();
            draft.pages(pages);
            PdfLines lines = new PdfLines(draft.budget());
            List<List<PdfLine>> byPage = new ArrayList<>();
            for (int page = 1; page <= pages; page++) {
                draft.at(Phase.READING, page, pages);
                byPage.add(lines.ofPage(pdf, page));
            }
            PdfPictures pictures = new PdfPictures(pdf, draft);
            pictures.fillIn(byPage);
            new PdfParagraphs(draft).add(byPage);
            PdfExtras.add(pdf, draft);
            refuseWithoutText(byPage, draft);
            pictures.noteGaps();
        }
    }

    private static void refuseWithoutText(List<List<PdfLine>> byPage, Draft draft) throws IOException {
        boolean anyLine = byPage.stream().flatMap(List::stream).anyMatch(PdfLine::hasWords);
        if (!anyLine && !draft.hasText() && !draft.embedded().any()) {
            throw new NoTextLayerException();
        }
    }
}
