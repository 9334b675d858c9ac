package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares that everybody reads. */
class StaffReportTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0, Too few",
        "3, 6, Too few",
        "24, 49, Too few",
        "4, 50, Too few",
        "46, 50, Too few",
        "0, 80, Too few",
        "5, 50, about 1 in 10",
        "45, 50, about 9 in 10",
        "40, 120, about 3 in 10"
    })
    void a_share_is_told_only_of_many_contracts_with_no_small_part(int limited, int total, String words) {
        assertThat(StaffReport.seen(limited, total)).contains(words);
    }
}
