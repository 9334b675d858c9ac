package org.contractethics.paper;

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
            .foot("Record of 12 entries, root abc")
            .contents()
            .heading(1, "C-000123 Data processing")
            .text("First line\nSecond line")
            .heading(2, "Documents")
            .items(List.of("Agreement", HOSTILE), "None.")
            .table(List.of("Voter", "Vote"), List.of(List.of("Bea Novak", "Reject")), "Nobody voted.")
            .chart(new Paper.Chart(
                    "Decisions",
                    "Chart: Decisions. Approved: T1 3, T2 2.",
                    "decisions",
                    List.of("Approved"),
                    List.of(new Paper.Series("T1", List.of(3L)), new Paper.Series("T2", List.of(2L))),
                    true))
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
                            .filter(style -> style != null && style.startsWith("Heading")))
                    .containsExactly("Heading1", "Heading2", "Heading3");
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
            assertThat(document.getTables().get(0).getRows())
                    .as("the row of headings stays with the first of the others")
                    .extracting(row -> row.getCell(0).getParagraphs().get(0).isKeepNext())
                    .containsExactly(true, false);
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

    private static final Paper REPORT = Paper.titled("Report")
            .front(List.of(List.of("Made on", "28 Nov 2026")))
            .heading(1, "Summary")
            .items(List.of("One line"), "None.")
            .contents()
            .heading(2, "A figure")
            .text("What it counts.")
            .table(List.of("Row", "Number"), List.of(List.of("All", "1")), "None.")
            .build();

    @Test
    void a_report_tells_its_date_and_its_summary_before_its_contents_in_every_form() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfPaper.write(REPORT));
                XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(WordPaper.write(REPORT)));
                XWPFWordExtractor words = new XWPFWordExtractor(word)) {
            assertThat(new PDFTextStripper().getText(document))
                    .containsSubsequence(
                            "Report", "Made on: 28 Nov 2026", "Summary", "One line", "Contents", "A figure");
            assertThat(words.getText())
                    .containsSubsequence("Report", "Made on: 28 Nov 2026", "Summary", "One line", "A figure");
        }
    }

    @Test
    void the_day_of_a_print_is_no_part_of_its_fingerprint() {
        Paper.Builder one = Paper.titled("Report").text("Words");
        String before = one.build().fingerprint();

        assertThat(one.front(List.of(List.of("Made on", "28 Nov 2026"))).build().fingerprint())
                .isEqualTo(before);
        assertThat(one.text("More").build().fingerprint()).isNotEqualTo(before);
    }

    @Test
    void a_heading_of_a_word_file_stays_with_what_follows_and_words_with_the_table_they_introduce() throws IOException {
        Paper paper = Paper.titled("Report")
                .heading(2, "A figure")
                .text("Words before words.")
                .text("What it counts.")
                .table(List.of("Row", "Number"), List.of(List.of("All", "1"), List.of("Some", "1")), "None.")
                .text("Words after it.")
                .build();

        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(WordPaper.write(paper)))) {
            assertThat(word.getStyles().getStyle("Heading2").getCTStyle().xmlText())
                    .contains("keepNext");
            assertThat(word.getParagraphs().stream()
                            .filter(XWPFParagraph::isKeepNext)
                            .map(XWPFParagraph::getText))
                    .as("words before other words go where they fit")
                    .containsExactly("What it counts.");
        }
    }

    @Test
    void no_row_of_a_word_file_breaks_across_pages_and_only_the_headings_are_repeated() throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(WordPaper.write(REPORT)))) {
            List<String> rows = word.getTables().get(0).getRows().stream()
                    .map(row -> row.getCtRow().getTrPr().xmlText())
                    .toList();

            assertThat(rows).hasSize(2).allMatch(row -> row.contains("w:cantSplit"));
            assertThat(rows.get(0)).contains("w:tblHeader");
            assertThat(rows.get(1)).doesNotContain("w:tblHeader");
        }
    }

    /** 98 letters of the size of a table stand between the edges of a page. */
    @Test
    void a_long_text_in_a_word_file_is_wrapped_before_a_word_of_another_column_is_broken() throws IOException {
        List<String> heads = List.of(
                "Right", "Incomplete", "Critical", "Severe", "Serious", "Moderate", "Low", "Total", "Period before");
        List<String> row = List.of("R09 Equality and non-discrimination", "0", "52", "0", "208", "0", "0", "260", "0");
        Paper paper = Paper.titled("Report").table(heads, List.of(row), "None.").build();

        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(WordPaper.write(paper)))) {
            var columns = word.getTables().get(0).getCTTbl().getTblGrid().getGridColList();
            for (int i = 1; i < 8; i++) {
                int letters = ((Number) columns.get(i).getW()).intValue() * 98 / 9860;
                assertThat(letters).as(heads.get(i)).isGreaterThan(heads.get(i).length() + 1);
            }
        }
    }

    @Test
    void no_heading_of_a_pdf_stands_at_the_end_of_a_page_without_its_table() throws IOException {
        for (int lines = 20; lines < 44; lines++) {
            Paper.Builder paper = Paper.titled("Report");
            for (int i = 0; i < lines; i++) {
                paper.text("Line");
            }
            paper.heading(2, "The figure").text("What it counts.");
            paper.table(List.of("Row", "Number"), List.of(List.of("The row", "1")), "None.");
            try (PDDocument document = Loader.loadPDF(PdfPaper.write(paper.build()))) {
                PDFTextStripper one = new PDFTextStripper();
                one.setEndPage(1);
                String first = one.getText(document);
                assertThat(first.contains("The figure")).isEqualTo(first.contains("The row"));
            }
        }
    }

    @Test
    void the_word_file_lists_its_headings_numbers_its_pages_and_tells_its_pictures() throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(WordPaper.write(PAPER)))) {
            String body = document.getDocument().getBody().xmlText();
            assertThat(body)
                    .contains("TOC \\o", "w:anchor=\"_Toc0\"", "w:name=\"_Toc0\"", "w:anchor=\"_Toc1\"")
                    .doesNotContain("_Toc2\"")
                    .contains("descr=\"Chart: Decisions. Approved: T1 3, T2 2.\"");
            String foot = document.getFooterList().get(0)._getHdrFtr().xmlText();
            assertThat(foot).contains("Record of 12 entries, root abc", "PAGE", "NUMPAGES");
            assertThat(document.getAllPictures()).hasSize(1);
        }
    }

    @Test
    void the_pdf_repeats_its_foot_and_leads_from_its_contents_and_bookmarks_to_its_headings() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfPaper.write(PAPER))) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Record of 12 entries, root abc", "1 / 1", "Contents");
            assertThat(document.getPage(0).getAnnotations()).isNotEmpty();
            assertThat(document.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("C-000123 Data processing");
        }
    }

    @Test
    void a_chart_is_drawn_alike_everywhere() {
        Paper.Chart chart = (Paper.Chart) PAPER.blocks().stream()
                .filter(Paper.Chart.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(chart.png()).isEqualTo(chart.png());
        assertThat(chart.address()).startsWith("data:image/png;base64,");
    }
}
