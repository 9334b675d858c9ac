package org.contractethics.contract.internal.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.internal.Catalogue;
import org.contractethics.contract.internal.Countries;
import org.contractethics.contract.internal.Money;
import org.contractethics.contract.internal.SecrecyLabel;
import org.springframework.stereotype.Component;

/** Writes the empty template: a sheet to fill in with drop-down lists, and a sheet that explains every column. */
@Component
public class TemplateWorkbook {

    static final String SHEET = "Contracts";
    private static final String LISTS = "Lists";
    private static final int LAST_ROW = 5_000;
    private static final List<String> COMMON_CURRENCIES = List.of("USD", "EUR", "GBP", "AUD", "CAD", "JPY", "PYG");

    TemplateWorkbook() {}

    /** @param capabilities those that can be chosen */
    public void writeTo(OutputStream out, Catalogue capabilities) throws IOException {
        try (Workbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet(SHEET);
            Sheet help = workbook.createSheet("How to fill in");
            Sheet lists = workbook.createSheet(LISTS);
            header(workbook, sheet);
            lists(sheet, lists, List.copyOf(capabilities.all().values()));
            explain(workbook, help);
            workbook.setActiveSheet(0);
            workbook.write(out);
        }
    }

    private static void header(Workbook workbook, Sheet sheet) {
        CellStyle bold = bold(workbook);
        CellStyle date = format(workbook, "yyyy-mm-dd");
        CellStyle amount = format(workbook, "#,##0.00");
        CellStyle text = format(workbook, "@");
        Row header = sheet.createRow(0);
        for (TemplateColumn column : TemplateColumn.values()) {
            Cell cell = header.createCell(column.index());
            cell.setCellValue(column.header() + (column.required() ? " *" : ""));
            cell.setCellStyle(bold);
            sheet.setColumnWidth(column.index(), column.width() * 256);
            CellStyle body = column.isDate() ? date : column.isAmount() ? amount : text;
            sheet.setDefaultColumnStyle(column.index(), body);
        }
        sheet.createFreezePane(1, 1);
    }

    private static void lists(Sheet sheet, Sheet lists, List<String> capabilities) {
        List<String> dataKinds = List.copyOf(Catalogue.dataKinds().all().values());
        choice(
                sheet,
                lists,
                0,
                Stream.of(AgencyType.values()).map(AgencyType::label).toList(),
                TemplateColumn.AGENCY_TYPE);
        choice(sheet, lists, 1, Countries.labels().keySet().stream().sorted().toList(), TemplateColumn.AGENCY_COUNTRY);
        choice(
                sheet,
                lists,
                2,
                capabilities,
                TemplateColumn.CAPABILITY_1,
                TemplateColumn.CAPABILITY_2,
                TemplateColumn.CAPABILITY_3,
                TemplateColumn.CAPABILITY_4);
        choice(
                sheet,
                lists,
                3,
                dataKinds,
                TemplateColumn.DATA_KIND_1,
                TemplateColumn.DATA_KIND_2,
                TemplateColumn.DATA_KIND_3);
        choice(sheet, lists, 4, currencies(), TemplateColumn.CURRENCY);
        choice(
                sheet,
                lists,
                5,
                Stream.of(Secrecy.values()).map(SecrecyLabel::of).toList(),
                TemplateColumn.SECRECY);
    }

    /** Lists stand on a sheet of their own: a list inside the rule itself may hold 255 characters only. */
    private static void choice(Sheet sheet, Sheet lists, int index, List<String> values, TemplateColumn... columns) {
        for (int i = 0; i < values.size(); i++) {
            Row row = lists.getRow(i) == null ? lists.createRow(i) : lists.getRow(i);
            row.createCell(index).setCellValue(values.get(i));
        }
        String letter = CellReference.convertNumToColString(index);
        DataValidationHelper helper = sheet.getDataValidationHelper();
        CellRangeAddressList cells = new CellRangeAddressList();
        Arrays.stream(columns)
                .forEach(column -> cells.addCellRangeAddress(1, column.index(), LAST_ROW, column.index()));
        DataValidation rule = helper.createValidation(
                helper.createFormulaListConstraint(LISTS + "!$" + letter + "$1:$" + letter + "$" + values.size()),
                cells);
        rule.setShowErrorBox(true);
        rule.createErrorBox("Not in the list", "Choose one of the values of the list.");
        rule.setEmptyCellAllowed(true);
        sheet.addValidationData(rule);
    }

    private static void explain(Workbook workbook, Sheet help) {
        CellStyle bold = bold(workbook);
        CellStyle wrap = workbook.createCellStyle();
        wrap.setWrapText(true);
        int next = 0;
        for (String line : List.of(
                "One row stands for one contract. Columns marked * must be filled in; what is not known stays empty and is shown as a gap in the review.",
                "Write values, not formulas. Do not enter names, addresses, telephone numbers or mail addresses of persons.",
                "Importing the file again changes nothing where nothing changed: contracts are found by contract number and agency, or by ocid.")) {
            Cell cell = help.createRow(next++).createCell(0);
            cell.setCellValue(line);
        }
        next++;
        Row header = help.createRow(next++);
        String[] names = {"Column", "Needed", "What to enter"};
        for (int i = 0; i < names.length; i++) {
            header.createCell(i).setCellValue(names[i]);
            header.getCell(i).setCellStyle(bold);
        }
        for (TemplateColumn column : TemplateColumn.values()) {
            Row row = help.createRow(next++);
            row.createCell(0).setCellValue(column.header());
            row.createCell(1).setCellValue(column.required() ? "yes" : "no");
            row.createCell(2).setCellValue(column.explanation());
            row.getCell(2).setCellStyle(wrap);
        }
        help.setColumnWidth(0, 26 * 256);
        help.setColumnWidth(1, 10 * 256);
        help.setColumnWidth(2, 100 * 256);
    }

    private static List<String> currencies() {
        Stream<String> others = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(code -> Money.isCurrency(code) && !COMMON_CURRENCIES.contains(code))
                .sorted();
        return Stream.concat(COMMON_CURRENCIES.stream(), others).toList();
    }

    private static CellStyle bold(Workbook workbook) {
        Font font = workbook.createFont();
        font.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static CellStyle format(Workbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    /** Name offered for the download. */
    public static String fileName() {
        return "contracts-template.xlsx";
    }
}
