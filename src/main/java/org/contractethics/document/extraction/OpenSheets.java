package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/** The sheets of an ODS: rows as text, and apart from them comments, shapes and what is hidden. */
final class OpenSheets {

    private static final int LAST_COLUMN = 16_384;

    private final Draft draft;
    private final HiddenStyles styles;
    private final List<String> names = new ArrayList<>();
    private final Deque<String> around = new ArrayDeque<>();
    private final StringBuilder words = new StringBuilder();
    private BitSet hiddenColumns = new BitSet();
    private TableRows rows;
    private TableRows unseen;
    private int column;
    private boolean hiddenRow;
    private boolean number;
    private int tables;
    private int paragraphs;

    OpenSheets(Draft draft, HiddenStyles styles) {
        this.draft = draft;
        this.styles = styles;
        this.rows = new TableRows(draft.plain("cells"), 1);
        this.unseen = rows;
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
        draft.pages(names.size());
        draft.addSheetNames(names);
    }

    private void begin(XmlEvents xml) throws IOException {
        if (xml.name().equals("tracked-changes")) {
            noteChanges(xml);
            return;
        }
        if (OpenInline.skipped(xml)) {
            return;
        }
        switch (xml.name()) {
            case "table" -> beginTable(xml);
            case "table-column" -> beginColumn(xml);
            case "table-row" -> beginRow(xml);
            case "table-cell", "covered-table-cell" -> {
                words.setLength(0);
                number = !xml.attribute("value-type", "string").equals("string");
                column += Math.max(1, xml.number("number-columns-repeated", 1));
            }
            case "annotation", "text-box", "custom-shape" -> {
                around.push(words.toString());
                words.setLength(0);
            }
            case "p" -> {
                paragraphs++;
                words.append(words.isEmpty() ? "" : "\n");
            }
            default -> words.append(paragraphs > 0 ? OpenInline.characters(xml) : "");
        }
    }

    private void noteChanges(XmlEvents xml) throws IOException {
        xml.skip();
        draft.gap(
                "This workbook records changes; former values of cells were not read. Open the original to see them.");
    }

    private void beginTable(XmlEvents xml) {
        if (tables++ > 0) {
            return;
        }
        String name = CleanText.of(xml.attribute("name", ""));
        boolean hidden = styles.hides(xml.attribute("style-name", ""));
        if (hidden) {
            draft.gap("The sheet “" + name + "” is hidden; its text is shown here.");
        }
        names.add(name);
        String part = (hidden ? "hidden sheet: " : "sheet: ") + name;
        rows = new TableRows(draft.plain(part), names.size());
        unseen = new TableRows(draft.plain("hidden cells, " + part), names.size());
        hiddenColumns = new BitSet();
        column = 0;
    }

    private void beginColumn(XmlEvents xml) {
        int next = Math.min(LAST_COLUMN, column + Math.max(1, xml.number("number-columns-repeated", 1)));
        if (isHidden(xml)) {
            hiddenColumns.set(Math.min(column, next), next);
        }
        column = next;
    }

    private void beginRow(XmlEvents xml) {
        column = -1;
        hiddenRow = isHidden(xml);
    }

    private static boolean isHidden(XmlEvents xml) {
        return xml.attribute("visibility", "visible").matches("collapse|filter");
    }

    private void end(String name) {
        switch (name) {
            case "p" -> paragraphs--;
            case "annotation" -> {
                draft.plain(Parts.COMMENTS).add(words.toString(), names.size());
                goOnAround();
            }
            case "text-box", "custom-shape" -> {
                draft.plain("text boxes").add(words.toString(), names.size());
                goOnAround();
            }
            case "table-cell", "covered-table-cell" -> endCell();
            case "table-row" -> {
                rows.endRow();
                unseen.endRow();
            }
            case "table" -> tables--;
            default -> {
                // frames without words
            }
        }
    }

    /** A comment or shape may stand before, behind or between the words of its cell. */
    private void goOnAround() {
        words.setLength(0);
        words.append(around.isEmpty() ? "" : around.pop());
    }

    private void endCell() {
        boolean hidden = hiddenRow || hiddenColumns.get(Math.max(0, column));
        if (hidden && !words.toString().isBlank()) {
            draft.gap("Some rows or columns are hidden; their text stands here under “Hidden cells”.");
        }
        (hidden ? unseen : rows).cell(words.toString(), number);
        words.setLength(0);
    }
}
