package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One that fails stops none of the others, and is not forgotten. */
class OneByOneTests {

    private final List<Integer> done = new ArrayList<>();

    @Test
    void the_others_are_done_before_the_first_failure_is_thrown() {
        assertThatThrownBy(() -> OneByOne.each("halving", List.of(2, 3, 4, 5, 6), this::onlyEven))
                .hasMessage("3 is odd");

        assertThat(done).containsExactly(2, 4, 6);
    }

    @Test
    void a_cluster_that_is_gone_stops_all() {
        assertThatThrownBy(() -> OneByOne.each("asking", List.of(2, 4), one -> {
                    done.add(one);
                    throw new SearchDown("gone");
                }))
                .isInstanceOf(SearchDown.class);

        assertThat(done).containsExactly(2);
    }

    private void onlyEven(int number) {
        if (number % 2 == 1) {
            throw new IllegalStateException(number + " is odd");
        }
        done.add(number);
    }
}
