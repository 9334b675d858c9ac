package org.contractethics.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hslf.usermodel.HSLFComment;
import org.apache.poi.hslf.usermodel.HSLFNotes;
import org.apache.poi.hslf.usermodel.HSLFObjectData;
import org.apache.poi.hslf.usermodel.HSLFShape;
import org.apache.poi.hslf.usermodel.HSLFShapeContainer;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTable;
import org.apache.poi.hslf.usermodel.HSLFTableCell;
import org.apache.poi.hslf.usermodel.HSLFTextShape;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** PPT of PowerPoint 97 to 2003. */
final class OldPresentationReader implements FormatReader {

    @Override
    public void read(Path file, Draft draft) throws IOException {
        try (POIFSFileSystem compound = new POIFSFileSystem(file.toFile(), true);
                HSLFSlideShow show = new HSLFSlideShow(compound.getRoot())) {
            List<HSLFSlide> slides = show.getSlides();
            draft.pages(slides.size());
            for (int i = 0; i < slides.size(); i++) {
                readSlide(slides.get(i), draft, i + 1);
            }
            for (int i = 0; i < slides.size(); i++) {
                readAround(slides.get(i), draft, i + 1);
            }
            OldExtras.addProperties(show.getSlideShowImpl(), draft);
            addObjects(show, draft);
        }
    }

    private static void readSlide(HSLFSlide slide, Draft draft, int page) {
        if (slide.isHidden()) {
            draft.gap("Slide " + page + " is hidden in PowerPoint; its text stands here under “Hidden slides”.");
        }
        readShapes(slide, draft, draft.plain(slide.isHidden() ? "hidden slides" : "slides"), page);
    }

    private static void addObjects(HSLFSlideShow show, Draft draft) throws IOException {
        int count = 0;
        for (HSLFObjectData object : show.getEmbeddedObjects()) {
            count++;
            try (InputStream in = object.getInputStream()) {
                EmbeddedObjects.add("embedded object " + count, in, draft);
            } catch (IllegalStateException e) {
                draft.embedded().notRead("embedded object " + count, "damaged");
            }
        }
    }

    private static void readAround(HSLFSlide slide, Draft draft, int page) {
        HSLFNotes notes = slide.getNotes();
        if (notes != null) {
            readShapes(notes, draft, draft.plain("notes"), page);
        }
        for (HSLFComment comment : slide.getComments()) {
            draft.plain(Parts.COMMENTS).add(String.valueOf(comment.getText()), page);
        }
        String footer = slide.getHeadersFooters() == null
                ? null
                : slide.getHeadersFooters().getFooterText();
        draft.plain("headers and footers").add(footer == null ? "" : footer, page);
    }

    private static void readShapes(HSLFShapeContainer container, Draft draft, PartDraft into, int page) {
        for (HSLFShape shape : container.getShapes()) {
            draft.budget().checkTime();
            if (shape instanceof HSLFTable table) {
                readTable(table, into, page);
            } else if (shape instanceof HSLFShapeContainer group) {
                readShapes(group, draft, into, page);
            } else if (shape instanceof HSLFTextShape text && text.getText() != null) {
                into.add(text.getText(), page);
            }
        }
    }

    private static void readTable(HSLFTable table, PartDraft into, int page) {
        TableRows rows = new TableRows(into, page);
        for (int row = 0; row < table.getNumberOfRows(); row++) {
            for (int column = 0; column < table.getNumberOfColumns(); column++) {
                HSLFTableCell cell = table.getCell(row, column);
                String words = cell == null || cell.getText() == null ? "" : cell.getText();
                rows.cell(words, false);
            }
            rows.endRow();
        }
    }
}
