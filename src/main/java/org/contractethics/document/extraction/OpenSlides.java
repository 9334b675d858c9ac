package org.contractethics.document.extraction;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;

/** The slides of an ODP, with speaker notes and comments apart. */
final class OpenSlides {

    private final Draft draft;
    private final HiddenStyles styles;
    private final OpenPictures pictures;
    private final StringBuilder words = new StringBuilder();
    private int page;
    private boolean hidden;
    private boolean notes;
    private boolean comment;
    private int paragraphs;

    OpenSlides(Draft draft, HiddenStyles styles, OpenPictures pictures) {
        this.draft = draft;
        this.styles = styles;
        this.pictures = pictures;
    }

    void read(OfficePackage office, String part) throws IOException {
        try (XmlEvents xml = office.read(part)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    begin(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    end(xml.name());
                } else if (paragraphs > 0 && XmlEvents.isText(event)) {
                    words.append(xml.text());
                }
            }
        }
        draft.pages(page);
    }

    private void begin(XmlEvents xml) throws IOException {
        if (OpenInline.skipped(xml)) {
            return;
        }
        pictures.see(xml);
        switch (xml.name()) {
            case "page" -> beginPage(xml);
            case "notes" -> notes = true;
            case "annotation" -> comment = true;
            case "p", "h" -> paragraphs++;
            default -> words.append(paragraphs > 0 ? OpenInline.characters(xml) : "");
        }
    }

    private void beginPage(XmlEvents xml) {
        page++;
        hidden = styles.hides(xml.attribute("style-name", ""));
        if (hidden) {
            draft.gap("Slide " + page + " is hidden; its text stands here under “Hidden slides”.");
        }
    }

    private void end(String name) {
        switch (name) {
            case "notes" -> notes = false;
            case "annotation" -> comment = false;
            case "p", "h" -> {
                paragraphs--;
                draft.plain(part()).add(words.toString(), Math.max(1, page));
                words.setLength(0);
            }
            default -> {
                // frames without words
            }
        }
    }

    private String part() {
        if (comment) {
            return "comments";
        }
        return notes ? "notes" : hidden ? "hidden slides" : "slides";
    }
}
