package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.contractethics.paper.Paper;
import org.contractethics.paper.PaperFormat;
import org.contractethics.record.RecordProofs;
import org.contractethics.record.TreeHead;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The code on a report is read as a camera would read it, and says what stands at the foot: the checkpoint, byte for byte. */
class ReportCheckpointTests {

    private static final String SIGNATURE = "\u2014 contracts.example/record " + "q".repeat(91) + "=";
    private static final String CHECKPOINT =
            "contracts.example/record\n2048\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n" + SIGNATURE + "\n";
    private static final String WITNESSED = CHECKPOINT + "\u2014 witness.example " + "w".repeat(90) + "=\n";

    private final Paper report = new RecordFoot(new Signed(WITNESSED))
            .on(Paper.titled("Board report"), new TreeHead(2_050, "a".repeat(64)))
            .heading(1, "About this report")
            .text("Words.")
            .build();

    @Test
    void the_page_shows_the_checkpoint_as_code() throws Exception {
        byte[] png = Base64.getDecoder()
                .decode(Objects.requireNonNull(report.code()).address().substring("data:image/png;base64,".length()));

        assertThat(read(ImageIO.read(new ByteArrayInputStream(png)))).isEqualTo(CHECKPOINT);
        assertThat(report.foot())
                .contains("Record of 2050 entries", "contracts.example/record\n2048\n", SIGNATURE)
                .doesNotContain("witness.example");
    }

    @Test
    void the_word_file_holds_it_as_code_and_at_the_foot() throws Exception {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(PaperFormat.WORD.write(report)))) {
            byte[] png = word.getAllPictures().get(0).getData();

            assertThat(read(ImageIO.read(new ByteArrayInputStream(png)))).isEqualTo(CHECKPOINT);
            assertThat(word.getFooterList().get(0).getText()).contains("2048", SIGNATURE);
        }
    }

    @Test
    void the_pdf_holds_it_as_code_and_at_the_foot() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(PaperFormat.PDF.write(report))) {
            List<String> codes = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    if (page.getResources().getXObject(name) instanceof PDImageXObject image) {
                        codes.add(read(image.getImage()));
                    }
                }
            }

            assertThat(codes).containsExactly(CHECKPOINT);
            assertThat(new PDFTextStripper().getText(pdf)).contains("contracts.example/record", "2048", SIGNATURE);
        }
    }

    @Test
    void another_checkpoint_is_another_code_and_the_report_keeps_its_fingerprint() throws Exception {
        Paper later = new RecordFoot(new Signed(WITNESSED.replace("2048", "2049")))
                .on(Paper.titled("Board report"), new TreeHead(2_051, "b".repeat(64)))
                .heading(1, "About this report")
                .text("Words.")
                .build();

        assertThat(read(ImageIO.read(new ByteArrayInputStream(
                        Objects.requireNonNull(later.code()).png()))))
                .isNotEqualTo(CHECKPOINT)
                .contains("\n2049\n");
        assertThat(later.fingerprint()).isEqualTo(report.fingerprint());
    }

    @Test
    void a_report_says_that_nothing_was_signed_where_nothing_was() {
        Paper unsigned = new RecordFoot(new Signed(null))
                .on(Paper.titled("Board report"), new TreeHead(3, "c".repeat(64)))
                .build();

        assertThat(unsigned.code()).isNull();
        assertThat(unsigned.foot()).contains("No checkpoint of the record has been signed yet.");
    }

    private static String read(BufferedImage image) throws Exception {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        RGBLuminanceSource seen = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                .getText();
    }

    /** A record whose newest checkpoint is this note. */
    private record Signed(@Nullable String note) implements RecordProofs {

        @Override
        public boolean witnessed(long index) {
            return true;
        }

        @Override
        public boolean asksForWitnesses() {
            return true;
        }

        @Override
        public Optional<String> receipt(long index) {
            return Optional.empty();
        }

        @Override
        public Optional<SignedCheckpoint> newest() {
            return Optional.ofNullable(note)
                    .map(text -> new SignedCheckpoint(2_048, "e3b0", Instant.EPOCH, text, true));
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }
    }
}
