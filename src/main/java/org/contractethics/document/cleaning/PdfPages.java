package org.contractethics.document.cleaning;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.contractethics.shared.CleanCopies.Cleaned;
import org.contractethics.shared.CleanCopies.Outcome;

/** PDF, page by page as a picture: whatever stands behind what is seen stays behind. */
final class PdfPages {

    private static final float POINTS_OF_AN_INCH = 72;
    private static final float DPI = 150;
    private static final float QUALITY = 0.8f;
    private static final int MOST_PAGES = 300;

    /** A poster; larger pages are painted coarser, absurd ones not at all. */
    private static final float MOST_PIXELS = 9_000_000;

    private static final float LEAST_DPI = 10;

    private PdfPages() {}

    static Cleaned rebuilt(byte[] original) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(original);
                PDDocument copy = new PDDocument()) {
            if (pdf.getNumberOfPages() == 0 || pdf.getNumberOfPages() > MOST_PAGES) {
                throw new IOException("number of pages");
            }
            PDFRenderer renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                add(copy, renderer, page, dpi(pdf.getPage(page)));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            copy.save(bytes);
            return new Cleaned(Outcome.COPIED, "pdf", bytes.toByteArray(), PdfTraces.of(pdf));
        } catch (InvalidPasswordException e) {
            throw new LockedException();
        }
    }

    private static float dpi(PDPage page) throws IOException {
        PDRectangle box = page.getCropBox();
        double inches = (double) box.getWidth() / POINTS_OF_AN_INCH * (box.getHeight() / POINTS_OF_AN_INCH);
        float dpi = inches * DPI * DPI <= MOST_PIXELS ? DPI : (float) Math.sqrt(MOST_PIXELS / inches);
        if (!(dpi >= LEAST_DPI)) {
            throw new IOException("size of a page");
        }
        return dpi;
    }

    private static void add(PDDocument copy, PDFRenderer renderer, int number, float dpi) throws IOException {
        BufferedImage seen = renderer.renderImageWithDPI(number, dpi, ImageType.RGB);
        PDRectangle size =
                new PDRectangle(seen.getWidth() * POINTS_OF_AN_INCH / dpi, seen.getHeight() * POINTS_OF_AN_INCH / dpi);
        PDPage page = new PDPage(size);
        copy.addPage(page);
        PDImageXObject picture = JPEGFactory.createFromImage(copy, seen, QUALITY);
        try (PDPageContentStream content = new PDPageContentStream(copy, page)) {
            content.drawImage(picture, 0, 0, size.getWidth(), size.getHeight());
        }
    }
}
