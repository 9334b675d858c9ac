package org.contractethics.concern.internal.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class FilerMarksTests {

    private final FilerMarks marks = TestVault.marks();

    @Test
    void a_key_of_one_person_names_one_concern_for_good() {
        assertThat(marks.filedUnder("key", "erin.walsh"))
                .isEqualTo(marks.filedUnder("key", "erin.walsh"))
                .isNotEqualTo(marks.filedUnder("other key", "erin.walsh"))
                .isNotEqualTo(marks.filedUnder("key", "noah.kim"));
    }

    @Test
    void the_id_looks_like_any_random_one_and_holds_no_time() {
        for (int i = 0; i < 100; i++) {
            UUID id = marks.filedUnder("key " + i, "erin.walsh").value();

            assertThat(id.version()).isEqualTo(4);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void whoever_lacks_our_key_cannot_make_it() {
        FilerMarks others = new FilerMarks(
                new CustodianSettings(null, null, CustodianKeys.made().lookupKey()));

        assertThat(others.filedUnder("key", "erin.walsh")).isNotEqualTo(marks.filedUnder("key", "erin.walsh"));
    }
}
