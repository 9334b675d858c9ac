package org.contractethics.document.extraction;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** PDF files whose pages are pictures of text, as a scanner makes them. */
public final class ScannedPages {

    private ScannedPages() {}

    /** One page with these lines. */
    static Path write(Path folder, String... lines) {
        return DocumentFixtures.write(folder, pdf(List.of(List.of(lines))));
    }

    /** A page for each of these words. */
    static Path each(Path folder, String... words) {
        return DocumentFixtures.write(
                folder, pdf(Arrays.stream(words).map(List::of).toList()));
    }

    public static byte[] pdf(List<List<String>> pages) {
        byte[] typed = DocumentFixtures.pdf(pages);
        try (PDDocument source = Loader.loadPDF(typed);
                PDDocument scan = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDFRenderer renderer = new PDFRenderer(source);
            for (int i = 0; i < source.getNumberOfPages(); i++) {
                add(scan, renderer.renderImageWithDPI(i, 200, ImageType.GRAY));
            }
            scan.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(PDDocument scan, BufferedImage picture) throws IOException {
        PDPage page = new PDPage();
        scan.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
            content.drawImage(
                    LosslessFactory.createFromImage(scan, picture),
                    0,
                    0,
                    page.getMediaBox().getWidth(),
                    page.getMediaBox().getHeight());
        }
    }
}
