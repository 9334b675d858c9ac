package org.contractethics.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormFileNameTests {

    @Test
    void what_a_browser_encodes_in_the_name_of_a_file_is_read_back() {
        assertThat(FormFileName.decoded("a%22b.txt")).isEqualTo("a\"b.txt");
        assertThat(FormFileName.decoded("two%0D%0Alines.txt")).isEqualTo("two\r\nlines.txt");
    }

    @Test
    void nothing_else_is_taken_for_an_encoding() {
        assertThat(FormFileName.decoded("100%25 %2F..%2Fetc%00 %0d %0a %2522.txt"))
                .isEqualTo("100%25 %2F..%2Fetc%00 %0d %0a %2522.txt");
    }

    @Test
    void a_name_is_read_back_once() {
        assertThat(FormFileName.decoded("%2%2222")).isEqualTo("%2\"22");
        assertThat(FormFileName.decoded("%0%0DA")).isEqualTo("%0\rA");
    }
}
