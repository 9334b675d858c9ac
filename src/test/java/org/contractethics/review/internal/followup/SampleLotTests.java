package org.contractethics.review.internal.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.Test;

/** The lot of the audit sample: anybody can draw it again. */
class SampleLotTests {

    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
    private static final DecisionId DECISION = DecisionId.valueOf("0f8fad5b-d9cd-469f-a165-70867728950e");
    private static final String LEAF = "9f91161f43433e49a6de6db680d79f60159f2e4ac9172621a12846428158440b";

    /** printf '%s\\n%s' DECISION LEAF | sha256sum */
    @Test
    void is_what_sha256sum_says() {
        SampleLot lot = SampleLot.of(DECISION, 7, LEAF, 10, NOW);

        assertThat(lot.lot()).isEqualTo("b02129755865038daeb27051916ab62f751f16767da596d3f2a292d83e0211cd");
    }

    @Test
    void falls_on_a_decision_from_the_share_on_that_its_number_is_below() {
        int first = 69; // its number is 68.80 % of all

        assertThat(SampleLot.of(DECISION, 7, LEAF, first - 1, NOW).drawn()).isFalse();
        assertThat(SampleLot.of(DECISION, 7, LEAF, first, NOW).drawn()).isTrue();
    }

    @Test
    void takes_none_of_a_hundred_all_of_a_hundred_and_about_as_many_as_asked() {
        assertThat(drawn(0)).isZero();
        assertThat(drawn(100)).isEqualTo(10_000);
        assertThat(drawn(10)).isBetween(900L, 1_100L);
    }

    @Test
    void another_entry_of_the_same_decision_gives_another_lot() {
        assertThat(SampleLot.of(DECISION, 7, Sha256.hex("another"), 10, NOW).lot())
                .isNotEqualTo(SampleLot.of(DECISION, 7, LEAF, 10, NOW).lot());
    }

    @Test
    void a_share_that_is_none_is_refused_at_the_start() {
        assertThatThrownBy(() -> new SampleProperties(101)).hasMessageContaining("sample-percent");
        assertThatThrownBy(() -> new SampleProperties(-1)).hasMessageContaining("sample-percent");
    }

    /** Of ten thousand decisions, the same in every run. */
    private static long drawn(int percent) {
        return IntStream.range(0, 10_000)
                .filter(number -> SampleLot.of(
                                new DecisionId(new UUID(0, number)), number, Sha256.hex("leaf" + number), percent, NOW)
                        .drawn())
                .count();
    }
}
