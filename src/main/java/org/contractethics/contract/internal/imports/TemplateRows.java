package org.contractethics.contract.internal.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the events of a sheet into rows of text by column; formulas and error values spoil their row. */
final class TemplateRows extends DefaultHandler {

    private static final int MAX_ROWS = 100_000;
    private static final int MAX_CELL = 40_000;

    interface RowTaker {
        void take(int line, Map<TemplateColumn, String> cells);
    }

    private final SharedStrings strings;
    private final @Nullable StylesTable styles;
    private final RowTaker taker;
    private final RowSink sink;
    private final Map<Integer, TemplateColumn> columns = new HashMap<>();

    private final Map<TemplateColumn, String> cells = new EnumMap<>(TemplateColumn.class);
    private final StringBuilder value = new StringBuilder();
    private boolean inValue;
    private int line;
    private int rows;
    private int column;
    private @Nullable String type;
    private int style;
    private boolean formula;
    private boolean spoiled;

    /** @param styles null where the workbook has none; its numbers are then plain numbers */
    TemplateRows(SharedStrings strings, @Nullable StylesTable styles, RowTaker taker, RowSink sink) {
        this.strings = strings;
        this.styles = styles;
        this.taker = taker;
        this.sink = sink;
    }

    void demandHeader() throws UnreadableFile {
        for (TemplateColumn wanted : TemplateColumn.values()) {
            if (wanted.required() && !columns.containsValue(wanted)) {
                throw new UnreadableFile("The first row of the sheet lacks the column \"" + wanted.header()
                        + "\". Download the template and keep its first row.");
            }
        }
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        switch (localName) {
            case "row" -> startRow(attributes);
            case "c" -> startCell(attributes);
            case "v", "t" -> inValue = true;
            case "f" -> formula = true;
            case "rPh" -> inValue = false;
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) throws SAXException {
        switch (localName) {
            case "v", "t" -> inValue = false;
            case "c" -> endCell();
            case "row" -> endRow();
            default -> {}
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (inValue && value.length() < MAX_CELL) {
            value.append(text, start, length);
        }
    }

    private void startRow(Attributes attributes) throws SAXException {
        line = attributes.getValue("r") == null ? line + 1 : Integer.parseInt(attributes.getValue("r"));
        cells.clear();
        column = -1;
        spoiled = false;
        if (++rows > MAX_ROWS) {
            throw new TooManyRows();
        }
    }

    private void startCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        type = attributes.getValue("t");
        style = attributes.getValue("s") == null ? 0 : Integer.parseInt(attributes.getValue("s"));
        formula = false;
        value.setLength(0);
    }

    private void endCell() {
        if (line == 1) {
            TemplateColumn.of(text()).ifPresent(known -> columns.put(column, known));
            return;
        }
        TemplateColumn known = columns.get(column);
        if (known == null) {
            return;
        }
        if (formula) {
            spoil(known, "This cell holds a formula. Enter the value itself.");
        } else if ("e".equals(type)) {
            spoil(known, "This cell holds an error value. Enter the value itself.");
        } else if (!text().isBlank()) {
            cells.put(known, text().strip());
        }
    }

    private void endRow() {
        if (line > 1 && !spoiled && !cells.isEmpty()) {
            taker.take(line, cells);
        }
    }

    private void spoil(TemplateColumn known, String reason) {
        spoiled = true;
        sink.problem(new ImportProblem(line, known.header(), reason));
    }

    private String text() {
        String raw = value.toString();
        if ("s".equals(type)) {
            return strings.getItemAt(Integer.parseInt(raw.strip())).getString();
        }
        if (raw.isEmpty() || "inlineStr".equals(type) || "str".equals(type) || "b".equals(type) || "e".equals(type)) {
            return raw;
        }
        return number(raw);
    }

    /** Dates are stored as numbers; amounts in scientific notation are written out. */
    private String number(String raw) {
        XSSFCellStyle cellStyle = styles != null && style < styles.getNumCellStyles() ? styles.getStyleAt(style) : null;
        int formatIndex = cellStyle == null ? 0 : cellStyle.getDataFormat();
        String format = cellStyle == null ? null : cellStyle.getDataFormatString();
        if (format == null) {
            format = BuiltinFormats.getBuiltinFormat(formatIndex);
        }
        try {
            BigDecimal number = new BigDecimal(raw.strip());
            if (number.precision() - (long) number.scale() > 20 || number.scale() > 30) {
                return raw;
            }
            if (format != null
                    && DateUtil.isADateFormat(formatIndex, format)
                    && DateUtil.isValidExcelDate(number.doubleValue())) {
                return DateUtil.getLocalDateTime(number.doubleValue())
                        .toLocalDate()
                        .toString();
            }
            return decimals(number);
        } catch (NumberFormatException notANumber) {
            return raw;
        }
    }

    /** A spreadsheet stores 0.1 + 0.2 as 0.30000000000000004: fifteen digits are all that it means. */
    private static String decimals(BigDecimal number) {
        return number.round(new MathContext(15)).stripTrailingZeros().toPlainString();
    }
}
