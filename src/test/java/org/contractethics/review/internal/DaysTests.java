package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, true, true",
        "2026-11-28, true, false",
        "2036-11-27, true, false",
        "2036-11-28, false, false",
        "9999-12-31, false, false",
        "2026-11-26, false, true",
        "1976-11-27, false, true",
        "0026-11-26, false, false",
        ", false, false"
    })
    void a_year_typed_wrong_is_no_day(@Nullable LocalDate day, boolean ahead, boolean behind) {
        assertThat(Days.ahead(day, TODAY)).isEqualTo(ahead);
        assertThat(Days.behind(day, TODAY)).isEqualTo(behind);
    }
}
