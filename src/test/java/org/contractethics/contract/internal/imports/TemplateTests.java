package org.contractethics.contract.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.contract.ContractFixtures.packedAgencies;
import static org.contractethics.contract.internal.imports.TemplateFixtures.cell;
import static org.contractethics.contract.internal.imports.TemplateFixtures.filled;
import static org.contractethics.contract.internal.imports.TemplateFixtures.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.contractethics.contract.internal.Catalogue;
import org.contractethics.contract.internal.ContractDraft;
import org.junit.jupiter.api.Test;

class TemplateTests {

    @Test
    void a_row_of_the_filled_template_becomes_a_contract() throws Exception {
        Collected found =
                Collected.of(new TemplateReader(Catalogue.packedCapabilities(), packedAgencies()), filled(row -> {}));
        ContractDraft draft = found.rows.get(0).facts().over(Facts.blank());

        assertThat(found.problems).isEmpty();
        assertThat(draft.title()).isEqualTo("Case system");
        assertThat(draft.capabilities()).containsExactly("CLOUD_HOSTING");
        assertThat(draft.countries()).containsExactly("MX", "US");
        assertThat(draft.value().obligatedMinor()).isEqualTo(30L);
        assertThat(draft.period().start()).isEqualTo(LocalDate.of(2018, 1, 2));
        assertThat(draft.identifiers().piid()).isEqualTo("70X9");
    }

    @Test
    void formulas_are_not_read_and_spoil_only_their_row() throws Exception {
        Collected found = Collected.of(
                new TemplateReader(Catalogue.packedCapabilities(), packedAgencies()),
                filled(row -> cell(row, TemplateColumn.OBLIGATED).setCellFormula("1+1")));

        assertThat(found.rows).isEmpty();
        assertThat(found.problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("formula"))
                .satisfies(problem -> assertThat(problem.column()).isEqualTo("Amount committed"))
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
    }

    @Test
    void contact_data_of_persons_is_taken_out_of_every_text() throws Exception {
        Collected found =
                Collected.of(new TemplateReader(Catalogue.packedCapabilities(), packedAgencies()), filled(row -> {
                    cell(row, TemplateColumn.TITLE).setCellValue("Case system, questions to j.doe@example.org");
                    cell(row, TemplateColumn.SUPPLIER).setCellValue("Example Inc., j.doe@example.org");
                    cell(row, TemplateColumn.SUPPLIER_PARENT).setCellValue("Example Group, j.doe@example.org");
                    cell(row, TemplateColumn.RESELLERS).setCellValue("Reseller Ltd, (202) 555-0143");
                    cell(row, TemplateColumn.END_USERS).setCellValue("Field office; j.doe@example.org");
                }));
        ContractDraft draft = found.rows.get(0).facts().over(Facts.blank());

        assertThat(found.problems).isEmpty();
        assertThat(draft.toString()).doesNotContain("j.doe", "555-0143");
        assertThat(draft.title()).startsWith("Case system").contains(ContactData.REMOVED);
        assertThat(draft.endUsers()).anyMatch(user -> user.startsWith("Field office"));
    }

    @Test
    void every_wrong_cell_is_told() throws Exception {
        Collected found =
                Collected.of(new TemplateReader(Catalogue.packedCapabilities(), packedAgencies()), filled(row -> {
                    cell(row, TemplateColumn.CAPABILITY_2).setCellValue("Mind reading");
                    cell(row, TemplateColumn.CURRENCY).setCellValue("DUCAT");
                    cell(row, TemplateColumn.PIID).setCellValue("");
                }));

        assertThat(found.rows).isEmpty();
        assertThat(found.problems)
                .extracting(ImportProblem::column)
                .contains("Capability 1", "Currency", "Contract number");
    }

    @Test
    void the_template_offers_lists_and_explains_its_columns() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template()))) {
            assertThat(workbook.getSheetAt(0).getDataValidations()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(workbook.getSheetAt(1).getLastRowNum()).isGreaterThan(TemplateColumn.values().length);
        }
    }

    @Test
    void other_workbooks_and_damaged_files_are_refused() throws IOException {
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Budget");
            workbook.write(other);
        }

        assertThatThrownBy(() -> Collected.of(
                        new TemplateReader(Catalogue.packedCapabilities(), packedAgencies()), other.toByteArray()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("no sheet named");
        assertThatThrownBy(() -> Collected.of(
                        new TemplateReader(Catalogue.packedCapabilities(), packedAgencies()),
                        "PK nothing".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableFile.class);
    }

    @Test
    void files_are_told_by_their_content() throws Exception {
        assertThat(AwardFiles.format(template())).isEqualTo(ImportFormat.TEMPLATE);
        assertThat(AwardFiles.format("[{\"ocid\":\"x\"}]".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ImportFormat.OCDS);
        refused(new byte[0], "empty");
        refused("%PDF-1.7".getBytes(StandardCharsets.UTF_8), "PDF");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "old or a password-protected");
        refused(new byte[] {1, 0, 2}, "not a text file");
        refused("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "none of the files");
        refused("Agency,Award ID,Recipient Name\n".getBytes(StandardCharsets.UTF_8), "lacks these columns");
    }

    private static void refused(byte[] content, String reason) {
        assertThatThrownBy(() -> AwardFiles.format(content))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(reason);
    }
}
