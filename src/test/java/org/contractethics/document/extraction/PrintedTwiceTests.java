package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PrintedTwiceTests {

    private final PrintedTwice printedTwice = new PrintedTwice();

    private record Place(String character, float x, float y) {}

    @Test
    void the_answer_is_that_of_looking_at_every_character_of_the_page() {
        var random = new Random(7);
        for (int page = 0; page < 20; page++) {
            printedTwice.newPage();
            List<Place> known = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                String character = String.valueOf((char) ('a' + random.nextInt(4)));
                float x = random.nextFloat(-50, 300);
                float y = random.nextFloat(-50, 300);
                float width = random.nextFloat(60);

                boolean expected = known.stream().anyMatch(one -> near(one, character, x, y, width / 3));

                assertThat(printedTwice.isAgain(character, x, y, width)).isEqualTo(expected);
                if (!expected) {
                    known.add(new Place(character, x, y));
                }
            }
        }
    }

    @Test
    void a_character_may_be_placed_anywhere() {
        float[] far = {1e30f, -1e30f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, Float.MAX_VALUE};
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (float x : far) {
                for (float y : far) {
                    for (float width : far) {
                        assertThatCode(() -> printedTwice.isAgain("a", x, y, width))
                                .doesNotThrowAnyException();
                    }
                }
            }
        });
    }

    private static boolean near(Place one, String character, float x, float y, float tolerance) {
        return one.character().equals(character)
                && Math.abs(one.x() - x) < tolerance
                && Math.abs(one.y() - y) < tolerance;
    }
}
