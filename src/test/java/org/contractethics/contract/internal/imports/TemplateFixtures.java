package org.contractethics.contract.internal.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.internal.Catalogue;
import org.contractethics.contract.internal.SecrecyLabel;
import org.jspecify.annotations.Nullable;

/** Our template: empty, filled in with one contract, and spoiled part by part. */
public final class TemplateFixtures {

    private TemplateFixtures() {}

    interface PartChange {

        /** What stands in the part instead; null leaves it out. */
        @Nullable
        String of(String name, String content);
    }

    static byte[] template() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TemplateWorkbook().writeTo(out, Catalogue.packedCapabilities());
        return out.toByteArray();
    }

    static byte[] filled(Consumer<Row> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template()))) {
            Sheet sheet = workbook.getSheetAt(0);
            Row row = sheet.createRow(1);
            cell(row, TemplateColumn.TITLE).setCellValue("Case system");
            cell(row, TemplateColumn.AGENCY).setCellValue("ICE");
            cell(row, TemplateColumn.AGENCY_COUNTRY).setCellValue("US");
            cell(row, TemplateColumn.SUPPLIER).setCellValue("Example Inc.");
            cell(row, TemplateColumn.CAPABILITY_1).setCellValue("Cloud hosting or storage");
            cell(row, TemplateColumn.COUNTRIES).setCellValue("United States; MX");
            cell(row, TemplateColumn.OBLIGATED).setCellValue(0.1 + 0.2);
            cell(row, TemplateColumn.CURRENCY).setCellValue("USD");
            cell(row, TemplateColumn.PIID).setCellValue("70X9");
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            cell(row, TemplateColumn.START).setCellValue(LocalDate.of(2018, 1, 2));
            cell(row, TemplateColumn.START).setCellStyle(date);
            change.accept(row);
            workbook.write(out);
        }
        return out.toByteArray();
    }

    static Cell cell(Row row, TemplateColumn column) {
        return row.getCell(column.index(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    /** The template filled in with a contract of this title and number. */
    public static byte[] titled(String title, String piid) throws IOException {
        return filled(row -> {
            cell(row, TemplateColumn.TITLE).setCellValue(title);
            cell(row, TemplateColumn.PIID).setCellValue(piid);
        });
    }

    /** The template filled in with a contract of this number, agency and secrecy. */
    public static byte[] secret(String piid, String agency, Secrecy secrecy) throws IOException {
        return filled(row -> {
            cell(row, TemplateColumn.PIID).setCellValue(piid);
            cell(row, TemplateColumn.AGENCY).setCellValue(agency);
            cell(row, TemplateColumn.SECRECY).setCellValue(SecrecyLabel.of(secrecy));
        });
    }

    /** The workbook with its parts as the change wants them. */
    static byte[] changed(byte[] workbook, PartChange change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                String content = change.of(part.getName(), new String(parts.readAllBytes(), StandardCharsets.UTF_8));
                if (content != null) {
                    zip.putNextEntry(new ZipEntry(part.getName()));
                    zip.write(content.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return out.toByteArray();
    }

    /** The same workbook in the strict variant of the format, which Excel offers beside the usual one. */
    public static byte[] strict() throws IOException {
        return changed(
                filled(row -> {}),
                (name, content) -> content.replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships"));
    }

    /** Small to send, some hundred megabytes when unpacked. */
    static byte[] zipBomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] megabyte = new byte[1024 * 1024];
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < 301; i++) {
                zip.write(megabyte);
            }
        }
        return out.toByteArray();
    }
}
