package org.contractethics.document.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;

/** PPTX and its relatives: slide by slide, with notes, comments, charts and SmartArt. */
final class PresentationXmlReader implements FormatReader {

    @Override
    public void read(Path file, Draft draft) throws IOException {
        try (OfficePackage office = OfficePackage.open(file, draft.budget())) {
            office.guard();
            String main = office.mainPart().orElseThrow(() -> new IOException("no presentation"));
            List<String> slides = slides(office, main);
            draft.pages(slides.size());
            for (int i = 0; i < slides.size(); i++) {
                readSlide(office, slides.get(i), draft, i + 1);
            }
            for (int i = 0; i < slides.size(); i++) {
                readAround(office, slides.get(i), draft, i + 1);
            }
            OfficeExtras.add(office, draft);
            LargePictures pictures = new LargePictures();
            for (String slide : slides) {
                WordPictures.addOfSlide(office, slide, pictures);
            }
            pictures.note(draft);
        }
    }

    private static void readSlide(OfficePackage office, String slide, Draft draft, int page) throws IOException {
        boolean hidden = isHidden(office, slide);
        if (hidden) {
            draft.gap("Slide " + page + " is hidden in PowerPoint; its text stands here under “Hidden slides”.");
        }
        DrawingText.read(office, slide, draft.plain(hidden ? "hidden slides" : "slides"), page);
    }

    private static boolean isHidden(OfficePackage office, String slide) throws IOException {
        try (XmlEvents xml = office.read(slide)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    return xml.attribute("show", "1").matches("0|false");
                }
            }
        }
        return false;
    }

    private static void readAround(OfficePackage office, String slide, Draft draft, int page) throws IOException {
        readRelated(office, slide, "notesSlide", draft.plain("notes"), page);
        readRelated(office, slide, "comments", draft.plain(Parts.COMMENTS), page);
        readRelated(office, slide, "diagramData", draft.plain("diagrams"), page);
        readRelated(office, slide, "chart", draft.plain("charts"), page);
    }

    private static void readRelated(OfficePackage office, String slide, String kind, PartDraft into, int page)
            throws IOException {
        for (String part : office.related(slide, kind)) {
            DrawingText.read(office, part, into, page);
        }
    }

    /** The slides in the order they are shown. */
    private static List<String> slides(OfficePackage office, String main) throws IOException {
        Map<String, OfficePackage.Relation> relations = office.relations(main);
        List<String> slides = new ArrayList<>();
        try (XmlEvents xml = office.read(main)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("sldId")) {
                    OfficePackage.Relation relation = relations.get(xml.reference("id"));
                    String part = relation == null ? null : relation.target();
                    if (part != null && office.has(part)) {
                        slides.add(part);
                    }
                }
            }
        }
        return slides;
    }
}
