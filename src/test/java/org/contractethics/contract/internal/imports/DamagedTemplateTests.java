package org.contractethics.contract.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.contract.ContractFixtures.packedAgencies;
import static org.contractethics.contract.internal.imports.TemplateFixtures.changed;
import static org.contractethics.contract.internal.imports.TemplateFixtures.filled;

import java.io.IOException;
import org.contractethics.contract.internal.Catalogue;
import org.junit.jupiter.api.Test;

class DamagedTemplateTests {

    @Test
    void a_strict_workbook_is_refused_with_what_to_do() throws IOException {
        refused(TemplateFixtures.strict(), "Strict Open XML Spreadsheet");
    }

    @Test
    void a_workbook_without_styles_is_read_with_plain_numbers() throws Exception {
        byte[] plain = changed(filled(row -> {}), (name, content) -> switch (name) {
            case "xl/styles.xml" -> null;
            case "xl/_rels/workbook.xml.rels", "[Content_Types].xml" -> content.replaceAll("<[^<]*styles[^>]*/>", "");
            default -> content;
        });

        Collected found = Collected.of(new TemplateReader(Catalogue.packedCapabilities(), packedAgencies()), plain);

        assertThat(found.problems)
                .as("without styles nobody can tell a date from a number")
                .extracting(ImportProblem::column)
                .containsExactly("First day");
    }

    @Test
    void a_malformed_description_of_the_workbook_is_refused() throws IOException {
        refused(
                changed(
                        filled(row -> {}),
                        (name, content) -> name.equals("xl/workbook.xml") ? "<workbook><sheets>" : content),
                "damaged");
    }

    @Test
    void a_workbook_without_its_core_part_is_refused() throws IOException {
        refused(
                changed(filled(row -> {}), (name, content) -> name.equals("xl/workbook.xml") ? null : content),
                "damaged");
        refused(changed(filled(row -> {}), (name, content) -> name.equals("_rels/.rels") ? null : content), "damaged");
    }

    @Test
    void a_text_that_does_not_exist_is_refused() throws IOException {
        refused(
                changed(
                        filled(row -> {}),
                        (name, content) -> name.startsWith("xl/worksheets/sheet1")
                                ? content.replaceAll("t=\"s\"><v>\\d+", "t=\"s\"><v>99999")
                                : content),
                "damaged");
    }

    @Test
    void a_zip_bomb_is_refused_before_it_is_unpacked() throws IOException {
        byte[] bomb = TemplateFixtures.zipBomb();

        assertThat(bomb).hasSizeLessThan(1024 * 1024);
        refused(bomb, "unpacks to more than 300 MB");
    }

    private static void refused(byte[] workbook, String reason) {
        assertThatThrownBy(() ->
                        Collected.of(new TemplateReader(Catalogue.packedCapabilities(), packedAgencies()), workbook))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(reason);
    }
}
