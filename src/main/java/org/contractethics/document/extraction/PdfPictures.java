package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.contractethics.document.extraction.Reading.RecognisedPage;

/** The pages of a PDF that have no text layer: recognised where that is wanted and possible, and named in every case. */
final class PdfPictures {

    private static final Set<String> PAINTING =
            Set.of("Do", "BI", "sh", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*");

    private final PDDocument pdf;
    private final Draft draft;
    private final List<Integer> unread = new ArrayList<>();

    PdfPictures(PDDocument pdf, Draft draft) {
        this.pdf = pdf;
        this.draft = draft;
    }

    /** Puts the lines that were recognised in the place of the lines that are missing. */
    void fillIn(List<List<PdfLine>> byPage) throws IOException {
        Recognition recognition = draft.recognition();
        PageRecogniser recogniser = recognition == null ? null : new PageRecogniser(pdf, draft, recognition);
        for (int i = 0; i < byPage.size(); i++) {
            PDPage page = pdf.getPage(i);
            if (byPage.get(i).stream().anyMatch(PdfLine::hasWords)) {
                continue;
            }
            Optional<RecognisedText> text =
                    recogniser == null || !page.hasContents() ? Optional.empty() : recogniser.recognise(i + 1);
            if (text.isPresent()) {
                byPage.set(i, text.get().lines());
                draft.recognised(new RecognisedPage(i + 1, text.get().confidence()));
            } else if (showsSomething(page)) {
                unread.add(i + 1);
            }
        }
    }

    void noteGaps() {
        if (!unread.isEmpty()) {
            boolean one = unread.size() == 1;
            draft.gap((one ? "Page " : "Pages ") + PageRanges.of(unread) + (one ? " has" : " have")
                    + " no text layer (for example a scan): nothing there can be searched. Read the original.");
        }
        List<RecognisedPage> recognised = draft.recognised();
        if (!recognised.isEmpty()) {
            int least = recognised.stream()
                    .mapToInt(RecognisedPage::confidence)
                    .min()
                    .orElse(0);
            int most = recognised.stream()
                    .mapToInt(RecognisedPage::confidence)
                    .max()
                    .orElse(0);
            List<Integer> pages = recognised.stream().map(RecognisedPage::page).toList();
            draft.gap((pages.size() == 1 ? "Page " : "Pages ") + PageRanges.of(pages)
                    + (pages.size() == 1 ? " was" : " were") + " read by OCR (text recognition), confidence "
                    + (least == most ? "" : least + " to ") + most
                    + " %. Words may be wrong or missing: compare with the original.");
        }
    }

    /** An empty page hides nothing; one on which something is painted does, be it a picture, a form, or letters as curves. */
    private static boolean showsSomething(PDPage page) {
        if (!page.hasContents()) {
            return false;
        }
        try {
            PDFStreamParser contents = new PDFStreamParser(page);
            for (Object token = contents.parseNextToken(); token != null; token = contents.parseNextToken()) {
                if (token instanceof Operator operator && PAINTING.contains(operator.getName())) {
                    return true;
                }
            }
            return false;
        } catch (IOException | RuntimeException e) {
            return true; // nobody can tell what is not there
        }
    }
}
