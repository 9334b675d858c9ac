package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;

/** The text of an ODT, event by event; notes, comments, text boxes and what was deleted go to parts of their own. */
final class OpenText {

    private final Draft draft;
    private final HiddenStyles styles;
    private final OpenPictures pictures;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private final Deque<Span> spans = new ArrayDeque<>();
    private final Set<String> insertions = new HashSet<>();
    private String region = "";
    private int inserted;
    private int hidden;
    private int struck;

    /**
     * A part that has begun, and the element whose end ends it.
     *
     * @param around how many paragraphs it stands in; words that stand in none of its own are not its text
     */
    private record Frame(String element, String part, WordFlow flow, int around) {}

    private record Span(boolean unseen, boolean struck) {}

    private static final class Paragraph {
        private final StringBuilder words = new StringBuilder();
        private final StringBuilder hidden = new StringBuilder();
        private final StringBuilder inserted = new StringBuilder();
        private final int level;
        private final boolean unseen;
        private final boolean struck;
        private final StringBuilder struckWords = new StringBuilder();

        Paragraph(int level, boolean unseen, boolean struck) {
            this.level = level;
            this.unseen = unseen;
            this.struck = struck;
        }
    }

    OpenText(Draft draft, HiddenStyles styles, OpenPictures pictures) {
        this.draft = draft;
        this.styles = styles;
        this.pictures = pictures;
    }

    void read(OfficePackage office, String part) throws IOException {
        begin("", "body");
        readAll(office, part, false);
    }

    /** Of the styles, only what is printed on each page. */
    void readHeaders(OfficePackage office, String part) throws IOException {
        readAll(office, part, true);
    }

    private void readAll(OfficePackage office, String part, boolean headersOnly) throws IOException {
        try (XmlEvents xml = office.read(part)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    boolean header = headersOnly && xml.name().matches("(header|footer)(-left|-first)?");
                    if (header) {
                        begin(xml.name(), xml.name().startsWith("header") ? "header" : "footer");
                    } else if (!headersOnly || !frames.isEmpty()) {
                        beginElement(xml);
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT && !frames.isEmpty()) {
                    endElement(xml.name());
                } else if (XmlEvents.isText(event)) {
                    write(xml.text());
                }
            }
        }
        while (!paragraphs.isEmpty()) {
            endParagraph();
        }
        while (!frames.isEmpty()) {
            frames.pop().flow().flush();
        }
    }

    private void begin(String element, String part) {
        frames.push(new Frame(element, part, new WordFlow(draft, part), paragraphs.size()));
    }

    private void beginElement(XmlEvents xml) throws IOException {
        if (OpenInline.skipped(xml)) {
            return;
        }
        pictures.see(xml);
        switch (xml.name()) {
            case "changed-region" -> region = xml.attribute("id", "");
            case "insertion" -> insertions.add(region);
            case "deletion" -> begin("deletion", Parts.DELETIONS);
            case "change-start" -> inserted += insertions.contains(xml.attribute("change-id", "")) ? 1 : 0;
            case "change-end" ->
                inserted -= inserted > 0 && insertions.contains(xml.attribute("change-id", "")) ? 1 : 0;
            case "annotation" -> begin("annotation", Parts.COMMENTS);
            case "note-body" -> begin("note-body", "footnotes");
            case "text-box" -> begin("text-box", "text boxes");
            case "section" -> beginSection(xml);
            case "p", "h" -> beginParagraph(xml);
            case "span" -> beginSpan(xml);
            case "hidden-text" -> writeHidden(xml.attribute("string-value", ""));
            case "table-row" -> frames.getFirst().flow().beginRow();
            case "table-cell" -> frames.getFirst().flow().beginCell();
            default -> write(OpenInline.characters(xml));
        }
    }

    private void beginSection(XmlEvents xml) {
        boolean unseen = xml.attribute("display", "").equals("none") || styles.hides(xml.attribute("style-name", ""));
        if (unseen) {
            sayHidden();
            begin("section", Parts.HIDDEN);
        } else {
            begin("section", frames.getFirst().part());
        }
    }

    private void beginParagraph(XmlEvents xml) {
        int level = xml.name().equals("h") ? Math.max(1, Math.min(9, xml.number("outline-level", 1))) : 0;
        String style = xml.attribute("style-name", "");
        paragraphs.push(new Paragraph(level, styles.hides(style), styles.strikes(style)));
    }

    private void beginSpan(XmlEvents xml) {
        String style = xml.attribute("style-name", "");
        Span span = new Span(styles.hides(style), styles.strikes(style));
        spans.push(span);
        hidden += span.unseen() ? 1 : 0;
        struck += span.struck() ? 1 : 0;
    }

    private void endSpan() {
        Span span = spans.poll();
        hidden -= span != null && span.unseen() ? 1 : 0;
        struck -= span != null && span.struck() ? 1 : 0;
    }

    private void endElement(String name) {
        switch (name) {
            case "p", "h" -> endParagraph();
            case "span" -> endSpan();
            case "table-row" -> frames.getFirst().flow().endRow();
            default -> {
                if (frames.getFirst().element().equals(name)) {
                    frames.pop().flow().flush();
                }
            }
        }
    }

    private void endParagraph() {
        Paragraph ended = paragraphs.poll();
        Frame frame = frames.peek();
        if (ended == null || frame == null) {
            return;
        }
        frame.flow().add(ended.words.toString(), ended.level, "", false, List.of());
        draft.struckOut(ended.struckWords.toString(), null);
        draft.prose(Parts.HIDDEN).add(ended.hidden.toString(), null);
        draft.prose(Parts.INSERTIONS).add(ended.inserted.toString(), null);
    }

    private void write(String words) {
        Paragraph paragraph = paragraphs.peek();
        Frame frame = frames.peek();
        if (paragraph == null || frame == null || paragraphs.size() <= frame.around()) {
            return;
        }
        if (hidden > 0 || paragraph.unseen) {
            writeHidden(words);
        } else {
            paragraph.words.append(words);
            paragraph.struckWords.append(struck > 0 || paragraph.struck ? words : "");
            if (inserted > 0) {
                paragraph.inserted.append(words);
            }
        }
    }

    private void writeHidden(String words) {
        Paragraph paragraph = paragraphs.peek();
        if (paragraph != null) {
            paragraph.hidden.append(words);
            if (!words.isBlank()) {
                sayHidden();
            }
        }
    }

    private void sayHidden() {
        draft.gap("Some of the text is hidden: the program it was written with does not show it. It stands here under"
                + " “Hidden text”.");
    }
}
