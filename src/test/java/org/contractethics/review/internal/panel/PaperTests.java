package org.contractethics.review.internal.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

/** The same paper as Word file and as PDF: with an outline, with tags, and with every word as it was written. */
class PaperTests {

    private static final String HOSTILE = "<script>alert('x')</script> & \"Łódź\" ${7*7}";

    private static final Paper PAPER = Paper.titled("Minutes of the panel")
            .heading(1, "C-000123 Data processing")
            .text("First line\nSecond line")
            .heading(2, "Documents")
            .items(List.of("Agreement", HOSTILE), "None.")
            .table(List.of("Voter", "Vote"), List.of(List.of("Bea Novak", "Reject")), "Nobody voted.")
            .heading(4, "A dissent")
            .items(List.of(), "There is no dissent.")
            .table(List.of("Condition"), List.of(), "There is no condition.")
            .build();

    @Test
    void the_word_file_has_an_outline_a_title_and_a_repeated_row_of_headings() throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(WordPaper.write(PAPER)));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            assertThat(document.getParagraphs().stream()
                            .map(XWPFParagraph::getStyle)
                            .filter(style -> style != null && !style.equals("ListParagraph")))
                    .containsExactly("Title", "Heading1", "Heading2", "Heading3");
            assertThat(document.getStyles()
                            .getStyle("Heading1")
                            .getCTStyle()
                            .getPPr()
                            .getOutlineLvl()
                            .getVal()
                            .intValue())
                    .isZero();
            assertThat(document.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("Minutes of the panel");
            assertThat(document.getTables().get(0).getRow(0).isRepeatHeader()).isTrue();
            assertThat(text.getText())
                    .contains("First line\nSecond line", HOSTILE, "There is no dissent.", "There is no condition.");
        }
    }

    @Test
    void the_pdf_is_tagged_has_a_title_and_a_language_and_shows_markup_as_text() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfPaper.write(PAPER))) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getLanguage()).startsWith("en");
            assertThat(document.getDocumentInformation().getSubject()).isNotBlank();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Minutes of the panel");
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("First line Second line", HOSTILE, "Bea Novak", "There is no condition.");
        }
    }
}
