package org.contractethics.concern.internal.anonymous;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.Test;

class FilerSessionTests {

    private static final Instant BEGAN = Instant.parse("2026-11-26T10:00:00Z");

    private final ReturnCode code = ReturnCode.random(new Random(3));
    private final FilerKeys keys = new FilerKeys(new byte[32], new byte[] {1, 2, 3});
    private final FilerSession session = FilerSession.begun(
            new ConcernId(UUID.randomUUID()), FilerKeys.of(new byte[64]), code, LocalDate.of(2026, 11, 20), BEGAN);

    /** S15 */
    @Test
    void a_visit_ends_after_half_an_hour_without_use() {
        assertThat(session.isOver(BEGAN.plus(Duration.ofMinutes(30)))).isFalse();
        assertThat(session.isOver(BEGAN.plus(Duration.ofMinutes(30)).plusMillis(1)))
                .isTrue();
        assertThat(session.usedAt(BEGAN.plus(Duration.ofMinutes(29))).isOver(BEGAN.plus(Duration.ofMinutes(58))))
                .isFalse();
    }

    @Test
    void a_visit_ends_after_two_hours_however_busy() {
        Instant late = BEGAN.plus(Duration.ofHours(2));

        assertThat(session.usedAt(late.minusSeconds(1)).isOver(late)).isFalse();
        assertThat(session.usedAt(late.minusSeconds(1)).isOver(late.plusSeconds(1)))
                .isTrue();
    }

    /** Bad input 28 */
    @Test
    void a_clock_that_jumped_back_ends_it_too() {
        assertThat(session.isOver(BEGAN.minus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void what_is_kept_comes_back_whole_and_only_with_the_secret() {
        Secret secret = Secret.random(new SecureRandom());
        Secret other = Secret.random(new SecureRandom());
        byte[] sealed = secret.seal("session", session.bytes());

        FilerSession opened = FilerSession.of(secret.open("session", sealed).orElseThrow());

        assertThat(opened).usingRecursiveComparison().isEqualTo(session);
        assertThat(other.open("session", sealed)).isEmpty();
        assertThat(secret.open("file", sealed)).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(secret.open("session", sealed)).isEmpty();
    }

    @Test
    void a_cookie_that_is_none_is_none() {
        assertThat(Secret.parse("")).isEmpty();
        assertThat(Secret.parse("a".repeat(44))).isEmpty();
        assertThat(Secret.parse("ä".repeat(43))).isEmpty();
        Secret secret = Secret.random(new SecureRandom());
        assertThat(Secret.parse(secret.text()).map(Secret::text)).hasValue(secret.text());
    }

    /** S16 */
    @Test
    void the_code_is_recognised_in_a_text_however_it_is_written() {
        String grouped = code.grouped();

        assertThat(session.hasCodeIn("My code is " + grouped + ".")).isTrue();
        assertThat(session.hasCodeIn("x" + grouped.toLowerCase(Locale.ROOT).replace("-", "") + "x"))
                .isTrue();
        assertThat(session.hasCodeIn(grouped.replace("-", " \n "))).isTrue();
        assertThat(session.hasCodeIn(grouped.substring(1))).isFalse();
        assertThat(session.hasCodeIn(ReturnCode.random(new Random(4)).grouped()))
                .isFalse();
        assertThat(session.under(keys, ReturnCode.random(new Random(4))).hasCodeIn(grouped))
                .isFalse();
    }
}
