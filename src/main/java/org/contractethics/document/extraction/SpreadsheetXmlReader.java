package org.contractethics.document.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** XLSX and its relatives: sheet by sheet and row by row, never a whole sheet in memory. */
final class SpreadsheetXmlReader implements FormatReader {

    private record Sheet(String name, String part, boolean hidden) {}

    private record Workbook(List<Sheet> sheets, boolean from1904) {}

    @Override
    public void read(Path file, Draft draft) throws IOException {
        try (OfficePackage office = OfficePackage.open(file, draft.budget())) {
            office.guard();
            String main = office.mainPart().orElseThrow(() -> new IOException("no workbook"));
            Workbook workbook = workbook(office, main);
            CellFormats formats = CellFormats.of(office, main, workbook.from1904());
            List<String> shared = SharedTexts.of(office, main);
            draft.pages(workbook.sheets().size());
            List<String> names = new ArrayList<>();
            for (int i = 0; i < workbook.sheets().size(); i++) {
                Sheet sheet = workbook.sheets().get(i);
                if (sheet.hidden()) {
                    draft.gap("The sheet “" + sheet.name() + "” is hidden in Excel; its text is shown here.");
                }
                String name = (sheet.hidden() ? "hidden sheet: " : "sheet: ") + sheet.name();
                new SheetXml(draft, name, shared, formats, i + 1).read(office, sheet.part());
                readAround(office, sheet, draft, i + 1);
                names.add(sheet.name());
            }
            draft.addSheetNames(names);
            OfficeExtras.add(office, draft);
        }
    }

    /** What is written on a sheet beside its cells. */
    private static void readAround(OfficePackage office, Sheet sheet, Draft draft, int page) throws IOException {
        for (String part : office.related(sheet.part(), "comments")) {
            CellComments.read(office, part, draft.plain(Parts.COMMENTS), page);
        }
        for (String part : office.related(sheet.part(), "threadedComment")) {
            DrawingText.read(office, part, draft.plain(Parts.COMMENTS), page);
        }
        for (String drawing : office.related(sheet.part(), "drawing")) {
            DrawingText.read(office, drawing, draft.plain("text boxes"), page);
            for (String chart : office.related(drawing, "chart")) {
                DrawingText.read(office, chart, draft.plain("charts"), page);
            }
            for (String diagram : office.related(drawing, "diagramData")) {
                DrawingText.read(office, diagram, draft.plain("diagrams"), page);
            }
        }
    }

    private static Workbook workbook(OfficePackage office, String main) throws IOException {
        Map<String, OfficePackage.Relation> relations = office.relations(main);
        List<Sheet> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (XmlEvents xml = office.read(main)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("workbookPr")) {
                    from1904 = xml.attribute("date1904", "0").matches("1|true");
                } else if (event == XMLStreamConstants.START_ELEMENT
                        && xml.name().equals("sheet")) {
                    Sheet sheet = sheet(office, xml, relations);
                    if (sheet != null) {
                        sheets.add(sheet);
                    }
                }
            }
        }
        return new Workbook(sheets, from1904);
    }

    private static @Nullable Sheet sheet(
            OfficePackage office, XmlEvents xml, Map<String, OfficePackage.Relation> relations) {
        OfficePackage.Relation relation = relations.get(xml.reference("id"));
        String part = relation == null ? null : relation.target();
        if (part == null || !office.has(part)) {
            return null;
        }
        boolean hidden = xml.attribute("state", "visible").endsWith("idden");
        return new Sheet(CleanText.of(xml.attribute("name", "")), part, hidden);
    }
}
