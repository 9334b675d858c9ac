package org.contractethics.document.extraction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.contractethics.document.extraction.Progress.Phase;

/** Turns pages that are pictures into text, one after the other, within limits of its own for pages, pixels and time. */
final class PageRecogniser {

    private static final int BEST_DPI = 300;
    private static final int WORST_DPI = 100;
    private static final float POINTS_PER_INCH = 72f;

    /** A page of A4 has 8.7 million at 300 dpi. */
    private static final double MAX_PIXELS = 12e6;

    /** Unpacked, a picture takes up to four bytes a pixel of a heap that is small on purpose. */
    private static final long MAX_PICTURE_PIXELS = 50_000_000;

    private final PDDocument pdf;
    private final Draft draft;
    private final Recognition recognition;
    private final Tesseract tesseract;
    private final PDFRenderer renderer;
    private long left;
    private int pages;

    PageRecogniser(PDDocument pdf, Draft draft, Recognition recognition) {
        this.pdf = pdf;
        this.draft = draft;
        this.recognition = recognition;
        this.tesseract = new Tesseract(recognition);
        this.renderer = new PDFRenderer(pdf);
        this.left = recognition.time().toNanos();
        renderer.setSubsamplingAllowed(true);
    }

    /** @param page from 1; empty where nothing could be recognised or a limit is reached */
    Optional<RecognisedText> recognise(int page) {
        if (pages >= recognition.pages() || left <= 0) {
            return Optional.empty();
        }
        pages++;
        long began = System.nanoTime();
        draft.at(Phase.RECOGNISING, page, pdf.getNumberOfPages());
        try {
            return Optional.of(read(page)).filter(RecognisedText::hasWords);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // one page that cannot be drawn; it is named as not read
        } finally {
            long taken = System.nanoTime() - began;
            left -= taken;
            draft.budget().grant(Duration.ofNanos(taken));
        }
    }

    private RecognisedText read(int page) throws IOException {
        PDPage shown = pdf.getPage(page - 1);
        int dpi = resolution(shown.getCropBox(), shown.getUserUnit());
        if (dpi < WORST_DPI || holdsHugePicture(shown)) {
            throw new IOException("larger than can be drawn");
        }
        Path picture = Files.createTempFile("page", ".png");
        try {
            BufferedImage image = renderer.renderImageWithDPI(page - 1, dpi, ImageType.GRAY);
            ImageIO.write(image, "png", picture.toFile());
            return RecognisedText.of(tesseract.table(picture, dpi, Duration.ofNanos(left)), page, dpi);
        } finally {
            Files.deleteIfExists(picture);
        }
    }

    /** The finest resolution that stays within the limit. */
    private static int resolution(PDRectangle box, float userUnit) {
        double inches = userUnit / POINTS_PER_INCH;
        double area = box.getWidth() * inches * box.getHeight() * inches;
        return (int) Math.min(BEST_DPI, Math.sqrt(MAX_PIXELS / Math.max(area, 1e-6)));
    }

    private static boolean holdsHugePicture(PDPage page) throws IOException {
        PDResources resources = page.getResources();
        if (resources == null) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            boolean huge = resources.isImageXObject(name)
                    && resources.getXObject(name) instanceof PDImageXObject picture
                    && (long) picture.getWidth() * picture.getHeight() > MAX_PICTURE_PIXELS;
            if (huge) {
                return true;
            }
        }
        return false;
    }
}
