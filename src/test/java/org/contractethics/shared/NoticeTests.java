package org.contractethics.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticeTests {

    @Test
    void what_is_too_long_to_be_kept_is_cut_and_reaches_people() {
        Notice notice = Notice.toRoles(Set.of(Role.AUDITOR), "t".repeat(301), "x".repeat(20_000), "/");

        assertThat(notice.title()).hasSize(300).endsWith("t…");
        assertThat(notice.text()).hasSize(2_000).endsWith("x…");
    }

    @Test
    void no_character_is_cut_in_half() {
        assertThat(Notice.toPerson("a", "t", "x".repeat(1_998) + "\ud83d\ude00y", "/")
                        .text())
                .isEqualTo("x".repeat(1_998) + "…");
    }

    @Test
    void what_fits_is_left_as_it_is() {
        Notice notice = Notice.toPerson("a", "t".repeat(300), "x".repeat(2_000), "/");

        assertThat(notice.title()).isEqualTo("t".repeat(300));
        assertThat(notice.text()).isEqualTo("x".repeat(2_000));
    }

    @Test
    void a_title_stays_one_line_whatever_names_stand_in_it() {
        Notice notice = Notice.toPerson("a", "“Border\r\nBcc: everybody@example.org\u2028x” finds", "x\ny", "/");

        assertThat(notice.title()).isEqualTo("“Border Bcc: everybody@example.org x” finds");
        assertThat(notice.text()).isEqualTo("x\ny");
    }
}
