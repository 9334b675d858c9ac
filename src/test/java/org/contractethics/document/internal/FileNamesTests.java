package org.contractethics.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ../../etc/passwd           | passwd
            C:\\Users\\tom\\x.docx     | x.docx
            /srv/contract.pdf          | contract.pdf
            ..                         | document
            contracts/                 | document
            annex 4 (final).xlsx       | annex 4 (final).xlsx
            Überwachung.docx           | Überwachung.docx
            """)
    void only_the_last_segment_is_kept(String raw, String clean) {
        assertThat(FileNames.clean(raw)).isEqualTo(clean);
    }

    @Test
    void control_and_direction_characters_are_taken_out() {
        assertThat(FileNames.clean("a\0b\r\nc.pdf")).isEqualTo("ab  c.pdf");
        // right-to-left override: shown as "contractexe.pdf" where it ends in .exe
        assertThat(FileNames.clean("contract\u202Efdp.exe")).isEqualTo("contractfdp.exe");
        assertThat(FileNames.clean("\u200B\u2066")).isEqualTo("document");
    }

    @Test
    void a_long_name_keeps_its_ending() {
        assertThat(FileNames.clean("x".repeat(5_000) + ".docx")).hasSize(200).endsWith("x.docx");
        assertThat(FileNames.clean("\uD83D\uDE00".repeat(300))).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void a_document_nobody_named_is_called_by_its_file() {
        assertThat(FileNames.title("Master agreement.v2.docx")).isEqualTo("Master agreement.v2");
    }
}
