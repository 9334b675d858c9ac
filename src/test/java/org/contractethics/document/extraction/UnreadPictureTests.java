package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file shows and a reading does not have is said, in whatever way it is drawn. */
class UnreadPictureTests {

    private static final String FILLS = "A picture fills most of a page";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q",
                "10 10 m 20 30 30 40 50 60 c f",
                "0 0 m 100 100 l S"
            })
    void a_page_of_a_pdf_on_which_something_is_painted_is_not_empty(String contents) throws IOException {
        assertThat(secondPage(contents).gaps()).singleElement().asString().startsWith("Page 2 has no text layer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q 1 0 0 1 0 0 cm Q", "q 0 0 612 792 re W n Q BT ( ) Tj ET"})
    void a_page_of_a_pdf_that_shows_nothing_is_no_gap(String contents) throws IOException {
        assertThat(secondPage(contents).gaps()).isEmpty();
    }

    @Test
    void a_picture_over_a_slide_is_a_gap_and_a_small_one_is_none() throws IOException {
        assertThat(slide(700, 500).gaps()).singleElement().asString().startsWith(FILLS);
        assertThat(slide(100, 100).gaps()).isEmpty();
    }

    @Test
    void a_picture_over_a_page_of_an_open_document_is_a_gap_and_a_small_one_is_none() {
        assertThat(odt("17cm", "24cm").gaps()).singleElement().asString().startsWith(FILLS);
        assertThat(odt("3cm", "2cm").gaps()).isEmpty();
        assertThat(odt("", "wide").gaps()).isEmpty();
    }

    @Test
    void a_picture_over_a_page_of_a_rich_text_is_a_gap_once_and_a_small_one_is_none() {
        String pasted = "{\\pict\\pngblip\\picw800\\pich1000\\picwgoal11000\\pichgoal15000 89504e47}";

        assertThat(rtf("{\\*\\shppict" + pasted + "}{\\nonshppict" + pasted + "}")
                        .gaps())
                .singleElement()
                .asString()
                .startsWith(FILLS);
        assertThat(rtf(pasted.replace("\\picwgoal", "\\picscalex10\\picwgoal")).gaps())
                .isEmpty();
    }

    @Test
    void a_rich_text_that_is_nothing_but_a_picture_is_called_a_scan() {
        byte[] scan =
                "{\\rtf1\\ansi {\\pict\\picwgoal11000\\pichgoal15000 89504e47}}".getBytes(StandardCharsets.US_ASCII);

        assertThat(ReadTexts.reason(DocumentFixtures.write(folder, scan))).isEqualTo(UnreadableReason.NO_TEXT_LAYER);
    }

    @Test
    void what_a_web_page_shows_from_elsewhere_or_in_a_drawing_is_a_gap() {
        assertThat(html("<svg><text>The supplier pays.</text></svg>").gaps())
                .singleElement()
                .asString()
                .contains("a drawing with words");
        assertThat(html("<iframe srcdoc='&lt;p&gt;The supplier pays.'></iframe>")
                        .gaps())
                .singleElement()
                .asString()
                .contains("shows a page");
        assertThat(
                        html("<svg><path d='M0 0'/></svg><iframe></iframe><div style='display:none'><svg><text>x</text></svg></div>")
                                .gaps())
                .isEmpty();
    }

    private Text secondPage(String contents) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(DocumentFixtures.pdf(List.of(List.of("Prices are fixed."))));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            PDStream stream = new PDStream(pdf);
            try (var drawn = stream.createOutputStream()) {
                drawn.write(contents.getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(stream);
            pdf.addPage(page);
            pdf.save(out);
            return ReadTexts.text(DocumentFixtures.write(folder, out.toByteArray()));
        }
    }

    private Text slide(int width, int height) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSLFSlide slide = show.createSlide();
            var box = slide.createTextBox();
            box.setText("Prices are fixed.");
            box.setAnchor(new Rectangle(0, 0, 720, 540));
            slide.createPicture(show.addPicture(new byte[] {1, 2, 3}, PictureData.PictureType.PNG))
                    .setAnchor(new Rectangle(0, 0, width, height));
            show.write(out);
            return ReadTexts.text(DocumentFixtures.write(folder, out.toByteArray()));
        }
    }

    private Text odt(String width, String height) {
        String body = "<text:p>Prices are fixed.<draw:frame svg:width='" + width + "' svg:height='" + height
                + "'><draw:image/><draw:image/></draw:frame></text:p>";
        return ReadTexts.text(DocumentFixtures.write(folder, OpenFiles.of("text", "", body, Map.of())));
    }

    private Text rtf(String inner) {
        byte[] file = ("{\\rtf1\\ansi Prices are fixed.\\par " + inner + "}").getBytes(StandardCharsets.US_ASCII);
        return ReadTexts.text(DocumentFixtures.write(folder, file));
    }

    private Text html(String inner) {
        byte[] file =
                ("<html><body><p>Prices are fixed.</p>" + inner + "</body></html>").getBytes(StandardCharsets.UTF_8);
        return ReadTexts.text(DocumentFixtures.write(folder, file));
    }
}
