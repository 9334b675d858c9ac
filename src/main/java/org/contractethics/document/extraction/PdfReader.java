package org.contractethics.document.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/** PDF: the text layer page by page, what is filled into forms, and notes on the pages. */
final class PdfReader implements FormatReader {

    private static final long MEMORY_BYTES = 64L * 1024 * 1024;
    private static final long TEMPORARY_FILE_BYTES = 512L * 1024 * 1024;

    @Override
    public void read(Path file, Draft draft) throws IOException {
        PdfStreamGuard.check(file, draft.budget());
        MemoryUsageSetting memory = MemoryUsageSetting.setupMixed(MEMORY_BYTES, TEMPORARY_FILE_BYTES);
        try (PDDocument pdf = Loader.loadPDF(file.toFile(), memory.streamCache)) {
            int pages = pdf.getNumberOfPages();
            draft.pages(pages);
            PdfLines lines = new PdfLines(draft.budget());
            List<List<PdfLine>> byPage = new ArrayList<>();
            for (int page = 1; page <= pages; page++) {
                byPage.add(lines.ofPage(pdf, page));
            }
            new PdfParagraphs(draft).add(byPage);
            PdfExtras.add(pdf, draft);
            notePicturePages(pdf, byPage, draft);
        }
    }

    private static void notePicturePages(PDDocument pdf, List<List<PdfLine>> byPage, Draft draft) throws IOException {
        List<Integer> pictures = new ArrayList<>();
        boolean anyLine = false;
        for (int i = 0; i < byPage.size(); i++) {
            boolean text = byPage.get(i).stream().anyMatch(PdfLine::hasWords);
            anyLine |= text;
            if (!text && showsSomething(pdf.getPage(i))) {
                pictures.add(i + 1);
            }
        }
        if (!anyLine && !draft.hasText() && !draft.embedded().any()) {
            throw new NoTextLayerException();
        }
        if (!pictures.isEmpty()) {
            draft.gap((pictures.size() == 1 ? "Page " : "Pages ") + PageRanges.of(pictures)
                    + (pictures.size() == 1 ? " has" : " have")
                    + " no text layer (for example a scan): nothing there can be searched. Read the original.");
        }
    }

    /** An empty page hides nothing; one with pictures or forms does. */
    private static boolean showsSomething(PDPage page) {
        PDResources resources = page.getResources();
        return resources != null && resources.getXObjectNames().iterator().hasNext();
    }
}
