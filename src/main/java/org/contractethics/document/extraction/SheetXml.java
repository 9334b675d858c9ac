package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/** The cells of one sheet, row by row. */
final class SheetXml {

    private final Draft draft;
    private final TableRows rows;
    private final TableRows unseen;
    private final HiddenColumns hiddenColumns = new HiddenColumns();
    private final List<String> shared;
    private final CellFormats formats;
    private final int page;
    private final StringBuilder value = new StringBuilder();
    private String type = "n";
    private int style;
    private boolean inValue;
    private boolean inHeaderFooter;
    private boolean hiddenRow;
    private boolean hiddenCell;

    SheetXml(Draft draft, String part, List<String> shared, CellFormats formats, int page) {
        this.draft = draft;
        this.rows = new TableRows(draft.plain(part), page);
        this.unseen = new TableRows(draft.plain("hidden cells, " + part), page);
        this.shared = shared;
        this.formats = formats;
        this.page = page;
    }

    void read(OfficePackage office, String part) throws IOException {
        try (XmlEvents xml = office.read(part)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    begin(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    end(xml.name());
                } else if (inValue && XmlEvents.isText(event)) {
                    value.append(xml.text());
                }
            }
        }
        endRow();
    }

    private void endRow() {
        rows.endRow();
        unseen.endRow();
    }

    private void begin(XmlEvents xml) throws IOException {
        switch (xml.name()) {
            case "c" -> {
                type = xml.attribute("t", "n");
                style = xml.number("s", 0);
                hiddenCell = hiddenRow || hiddenColumns.hides(xml.attribute("r", ""));
                value.setLength(0);
            }
            case "row" -> hiddenRow = xml.attribute("hidden", "0").matches("1|true");
            case "col" -> hiddenColumns.add(xml);
            case "v" -> inValue = true;
            case "is" -> value.append(SharedTexts.richText(xml, "is"));
            case "headerFooter" -> inHeaderFooter = true;
            default -> {
                inValue = inHeaderFooter;
                value.setLength(inHeaderFooter ? 0 : value.length());
            }
        }
    }

    private void end(String name) {
        inValue = false;
        switch (name) {
            case "c" -> cell();
            case "row" -> endRow();
            case "headerFooter" -> inHeaderFooter = false;
            default -> {
                if (inHeaderFooter) {
                    draft.plain("headers and footers").add(HeaderCodes.strip(value.toString()), page);
                }
            }
        }
    }

    private void cell() {
        String shown = shown();
        (hiddenCell ? unseen : rows).cell(shown, type.equals("n"));
        if (hiddenCell && !shown.isBlank()) {
            draft.gap("Some rows or columns are hidden in Excel; their text stands here under “Hidden cells”.");
        }
    }

    private String shown() {
        String raw = value.toString();
        return switch (type) {
            case "s" -> {
                int index = XmlEvents.parse(raw.strip(), -1);
                yield index >= 0 && index < shared.size() ? shared.get(index) : "";
            }
            case "b" -> raw.equals("1") ? "TRUE" : raw.equals("0") ? "FALSE" : raw;
            case "n" -> raw.isBlank() ? "" : formats.show(raw.strip(), style);
            default -> raw;
        };
    }
}
