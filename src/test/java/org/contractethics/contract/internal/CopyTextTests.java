package org.contractethics.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyTextTests {

    @Test
    void a_row_ends_where_it_ends_whatever_its_values_hold() throws IOException {
        assertThat(copied("a\tb\nc\rd\\e")).isEqualTo("a\\tb\\nc\\rd\\\\e\n");
        assertThat(copied("\\.")).as("does not end the copy").isEqualTo("\\\\.\n");
    }

    @Test
    void missing_values_are_told_from_the_text_of_the_same_letters() throws IOException {
        assertThat(copied((Object) null)).isEqualTo("\\N\n");
        assertThat(copied("\\N")).isEqualTo("\\\\N\n");
    }

    @Test
    void letters_of_every_script_stay() throws IOException {
        assertThat(copied("Détention … 国境 😀", 7)).isEqualTo("Détention … 国境 😀\t7\n");
    }

    @Test
    void collections_become_arrays() throws IOException {
        assertThat(copied(List.of())).isEqualTo("{}\n");
        assertThat(copied(List.of("one, two", "say \"x\"", "back\\slash")))
                .isEqualTo("{\"one, two\",\"say \\\\\"x\\\\\"\",\"back\\\\\\\\slash\"}\n");
    }

    private static String copied(@Nullable Object... values) throws IOException {
        CopyText text = new CopyText(0);
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.nextField();
            }
            text.field(values[i]);
        }
        text.nextRow();
        return new String(text.stream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
