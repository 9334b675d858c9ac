package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.contractethics.document.extraction.Reading.ChangeKind;

/**
 * One XML part of a Word file, read event by event without recursion, so that deep nesting cannot exhaust the stack. Text
 * struck out under tracked changes goes to a part of its own and never among live text.
 */
final class WordStory {

    /** Former properties, deleted instructions of fields, and pronunciation guides: nothing of it is text of the document. */
    private static final Set<String> SKIPPED = Set.of(
            "pPrChange",
            "rPrChange",
            "tblPrChange",
            "tblPrExChange",
            "tcPrChange",
            "trPrChange",
            "sectPrChange",
            "numberingChange",
            "delInstrText",
            "sdtPr",
            "rt");

    private static final Set<String> PROPERTIES = Set.of("pPr", "rPr", "trPr", "tcPr", "tblPr", "sectPr");

    /** Beside the paragraph they are about its mark at the end alone. */
    private static final Set<String> OF_RUNS = Set.of("vanish", "strike", "dstrike");

    private static final Map<String, ChangeKind> CHANGES = Map.of(
            "del", ChangeKind.DELETED,
            "moveFrom", ChangeKind.MOVED_FROM,
            "ins", ChangeKind.INSERTED,
            "moveTo", ChangeKind.MOVED_TO);

    private final Draft draft;
    private final String partName;
    private final WordStyles styles;
    private final WordNumbering numbering;
    private final Deque<WordParagraph> paragraphs = new ArrayDeque<>();
    private final Deque<WordFlow> flows = new ArrayDeque<>();
    private final Deque<Integer> writtenBeforeChoice = new ArrayDeque<>();
    private final Deque<Revision> revisions = new ArrayDeque<>();
    private final Deque<String> properties = new ArrayDeque<>();
    private int deletedDepth;
    private int movedDepth;
    private int insertedDepth;
    private int written;
    private boolean inText;
    private boolean inDeletedText;
    private boolean inFieldCode;

    WordStory(Draft draft, String partName, WordStyles styles, WordNumbering numbering) {
        this.draft = draft;
        this.partName = partName;
        this.styles = styles;
        this.numbering = numbering;
    }

    void read(OfficePackage office, String part) throws IOException {
        flows.push(new WordFlow(draft, partName));
        try (XmlEvents xml = office.read(part)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    begin(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    end(xml.name());
                } else if (XmlEvents.isText(event)) {
                    take(xml.text());
                }
            }
        }
        while (!paragraphs.isEmpty()) {
            endParagraph();
        }
        flow().flush();
    }

    private void take(String words) {
        if (inFieldCode) {
            paragraph().aside(Parts.FIELD_CODES, words);
        } else if (inText || inDeletedText) {
            write(words);
        }
    }

    private void begin(XmlEvents xml) throws IOException {
        String name = xml.name();
        if (SKIPPED.contains(name) || isSeparator(xml, name)) {
            xml.skip();
        } else if (PROPERTIES.contains(name)) {
            properties.push(name);
        } else if (!properties.isEmpty()) {
            beginProperty(xml, name);
        } else {
            beginContent(xml, name);
        }
    }

    /** The lines Word draws above footnotes are stored as footnotes. */
    private static boolean isSeparator(XmlEvents xml, String name) {
        boolean note = name.equals("footnote") || name.equals("endnote");
        String type = note ? xml.attribute("type", "normal") : "normal";
        return !type.equals("normal");
    }

    private void beginProperty(XmlEvents xml, String name) {
        WordParagraph paragraph = paragraphs.peek();
        if (name.equals("del") && "trPr".equals(properties.peek())) {
            flow().markRowDeleted(Revision.of(ChangeKind.DELETED, xml));
        } else if (name.equals("cellDel")) {
            flow().markCellDeleted(Revision.of(ChangeKind.DELETED, xml));
        } else if (paragraph != null && !(OF_RUNS.contains(name) && properties.contains("pPr"))) {
            paragraph.property(name, xml, styles);
        }
    }

    private void beginContent(XmlEvents xml, String name) throws IOException {
        switch (name) {
            case "p" -> paragraphs.push(new WordParagraph());
            case "r" -> paragraph().beginRun(styles);
            case "t" -> inText = true;
            case "delText" -> inDeletedText = true;
            case "instrText" -> inFieldCode = true;
            case "fldChar" -> paragraph().endCode();
            case "fldSimple" -> paragraph().aside(Parts.FIELD_CODES, xml.attribute("instr", "") + "\n");
            case "del", "moveFrom", "ins", "moveTo" -> beginChange(xml, name);
            case "tab", "ptab" -> write(" ");
            case "br", "cr" -> write("\n");
            case "noBreakHyphen" -> write("-");
            case "sym" -> symbol(xml.attribute("char", ""));
            case "tr" -> flow().beginRow();
            case "tc" -> flow().beginCell();
            case "txbxContent" -> flows.push(new WordFlow(draft, "text boxes"));
            case "textpath" -> draft.prose("text boxes").add(xml.attribute("string", ""), null);
            case "AlternateContent" -> writtenBeforeChoice.push(written);
            case "Fallback" -> beginFallback(xml);
            default -> {
                // frames and marks without words
            }
        }
    }

    private void beginChange(XmlEvents xml, String name) {
        count(name, 1);
        revisions.push(Revision.of(CHANGES.getOrDefault(name, ChangeKind.INSERTED), xml));
    }

    /** The same shape a second time for older programs: read only if the first form held no words. */
    private void beginFallback(XmlEvents xml) throws IOException {
        Integer before = writtenBeforeChoice.peek();
        if (before != null && written > before) {
            xml.skip();
        }
    }

    private void end(String name) {
        if (!properties.isEmpty()) {
            if (name.equals(properties.peek())) {
                properties.pop();
            }
            return;
        }
        switch (name) {
            case "AlternateContent" -> writtenBeforeChoice.poll();
            case "t" -> inText = false;
            case "delText" -> inDeletedText = false;
            case "p" -> endParagraph();
            case "tr" -> flow().endRow();
            case "instrText" -> inFieldCode = false;
            case "del", "moveFrom", "ins", "moveTo" -> {
                count(name, -1);
                revisions.poll();
            }
            case "txbxContent" -> {
                if (flows.size() > 1) {
                    flows.pop().flush();
                }
            }
            default -> {
                // frames and marks without words
            }
        }
    }

    private void count(String change, int by) {
        switch (change) {
            case "del" -> deletedDepth = Math.max(0, deletedDepth + by);
            case "moveFrom" -> movedDepth = Math.max(0, movedDepth + by);
            default -> insertedDepth = Math.max(0, insertedDepth + by);
        }
    }

    private void endParagraph() {
        WordParagraph paragraph = paragraphs.poll();
        if (paragraph == null) {
            return;
        }
        String label = paragraph.isBlank() ? "" : paragraph.label(styles, numbering);
        flow().add(paragraph.words(), paragraph.level(styles), label, paragraph.bold(), paragraph.revisions());
        paragraph.asides().forEach((part, words) -> draft.prose(part).add(words, null));
        draft.struckOut(paragraph.struckOut(), null);
    }

    private void symbol(String hex) {
        int code = hex.length() == 4 ? Integer.parseInt(hex, 16) : 0;
        // symbol fonts use the private area: there is no character to search for
        if (code > ' ' && !(code >= 0xE000 && code <= 0xF8FF)) {
            write(String.valueOf((char) code));
        }
    }

    private void write(String words) {
        WordParagraph paragraph = paragraph();
        written += words.length();
        if (inDeletedText || deletedDepth > 0) {
            paragraph.strike(Parts.DELETIONS, words, revisions.peek());
        } else if (movedDepth > 0) {
            paragraph.strike(Parts.MOVES, words, revisions.peek());
        } else if (paragraph.hidden()) {
            paragraph.aside(Parts.HIDDEN, words);
            sayHidden(words);
        } else {
            paragraph.write(words, revisions.peek());
            if (insertedDepth > 0) {
                paragraph.aside(Parts.INSERTIONS, words);
            }
        }
    }

    private void sayHidden(String words) {
        if (!words.isBlank()) {
            draft.gap(
                    "Some of the text is formatted as hidden: Word does not show it. It stands here under “Hidden text”.");
        }
    }

    /** Words outside any paragraph are rare but not lost. */
    private WordParagraph paragraph() {
        WordParagraph paragraph = paragraphs.peek();
        if (paragraph == null) {
            paragraph = new WordParagraph();
            paragraphs.push(paragraph);
        }
        return paragraph;
    }

    private WordFlow flow() {
        WordFlow flow = flows.peek();
        if (flow == null) {
            throw new IllegalStateException("text before its part began");
        }
        return flow;
    }
}
