package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.contractethics.shared.ReviewId;
import org.springframework.http.HttpStatus;

/** A decision as page, Word file and PDF, opened and compared. */
record DecisionOnPaper(ReviewHands hands, String page) {

    static DecisionOnPaper of(ReviewHands hands, ReviewId review) throws Exception {
        Matcher link = Pattern.compile("/reviews/" + review + "/decisions/[0-9a-f-]{36}")
                .matcher(hands.page("august.lund", "/reviews/" + review + "/record"));
        assertThat(link.find()).isTrue();
        return new DecisionOnPaper(hands, link.group());
    }

    void saysEverywhere(String reader, String... words) throws Exception {
        assertThat(hands.page(reader, page)).contains(words);
        byte[] word = bytes(reader, ".docx");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            assertThat(text.getText()).contains(words);
        }
        byte[] pdf = bytes(reader, ".pdf");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(joined(new PDFTextStripper().getText(document)))
                    .contains(
                            List.of(words).stream().map(DecisionOnPaper::joined).toList());
        }
        Files.write(Files.createDirectories(Path.of("target/papers")).resolve("decision.docx"), word);
        Files.write(Path.of("target/papers/decision.pdf"), pdf);
    }

    void isKeptFrom(String reader) {
        assertThat(hands.get(reader, page)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.get(reader, page + "/record.docx")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.get(reader, page + "/record.pdf")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.get("august.lund", page + "/record.odt")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private byte[] bytes(String reader, String ending) {
        var answer = hands.get(reader, page + "/record" + ending);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    /** A hash may be broken over two lines of a narrow column. */
    private static String joined(String text) {
        return text.replaceAll("\\s+", "");
    }
}
