package org.contractethics.access.internal.anonymous;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.contractethics.SettableClock;
import org.contractethics.access.ClientLimits.Act;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** S12 */
class ClientKeysTests {

    private final SettableClock moment = new SettableClock(Instant.parse("2026-11-26T10:00:00Z"));
    private final ClientKeys keys = new ClientKeys(moment);
    private final CountedClients limits = new CountedClients(keys);

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void one_network_has_one_number_a_day_and_another_one_the_next_day() {
        String today = keys.keyOf("203.0.113.77");

        assertThat(keys.keyOf("203.0.113.1")).isEqualTo(today).matches("[0-9a-f]{64}");
        assertThat(keys.keyOf("203.0.114.77")).isNotEqualTo(today);
        assertThat(keys.keyOf("2001:db8::1")).isEqualTo(keys.keyOf("2001:db8::ffff"));
        moment.forward(Duration.ofDays(1));
        assertThat(keys.keyOf("203.0.113.77")).isNotEqualTo(today);
    }

    @Test
    void two_nodes_give_the_same_address_different_numbers() {
        assertThat(new ClientKeys(moment).keyOf("203.0.113.77")).isNotEqualTo(keys.keyOf("203.0.113.77"));
    }

    @Test
    void what_is_no_address_is_never_looked_up() {
        assertThat(keys.keyOf("example.org")).isEqualTo(keys.keyOf("unknown"));
    }

    @Test
    void the_eleventh_wrong_code_is_refused_and_others_go_on() {
        from("one");
        for (int i = 0; i < Act.WRONG_CODE.aMinute(); i++) {
            assertThat(limits.take(Act.WRONG_CODE)).isTrue();
        }

        assertThat(limits.take(Act.WRONG_CODE)).isFalse();
        assertThat(limits.take(Act.SEND)).isTrue();
        from("another");
        assertThat(limits.take(Act.WRONG_CODE)).isTrue();
    }

    @Test
    void fifty_people_behind_one_address_all_file_and_one_of_them_guessing_stops_no_other() {
        from(keys.keyOf("203.0.113.7"));
        for (int i = 0; i <= Act.WRONG_CODE.aMinute(); i++) {
            limits.take(Act.WRONG_CODE);
        }

        for (int i = 0; i < 50; i++) {
            from(keys.keyOf("203.0.113." + i));
            assertThat(limits.take(Act.SEND)).isTrue();
        }
    }

    @Test
    void people_who_are_signed_in_are_counted_each_by_themselves_and_stand_in_memory_by_no_name() {
        signedInAs("erin.walsh");
        for (int i = 0; i < Act.FILES.aMinute(); i++) {
            assertThat(limits.take(Act.FILES)).isTrue();
        }

        assertThat(limits.take(Act.FILES)).isFalse();
        signedInAs("noah.kim");
        assertThat(limits.take(Act.FILES)).isTrue();
        assertThat(keys.keyOfAccount("erin.walsh")).matches("[0-9a-f]{64}").isNotEqualTo(keys.keyOfAccount("noah.kim"));
    }

    @Test
    void right_codes_are_not_counted() {
        from("one");
        for (int i = 0; i < 100; i++) {
            assertThat(limits.take(Act.WRONG_CODE)).isTrue();
            limits.giveBack(Act.WRONG_CODE);
        }
    }

    /** Bad input 34 */
    @Test
    void all_together_are_limited_too() {
        int passed = 0;
        for (int i = 0; i < Act.FILES.aMinuteByAll() + 30; i++) {
            from("client " + i);
            passed += limits.take(Act.FILES) ? 1 : 0;
        }

        assertThat(passed).isBetween(Act.FILES.aMinuteByAll(), Act.FILES.aMinuteByAll() + 2);
    }

    private static void signedInAs(String account) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteUser(account);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private static void from(String client) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(ClientKeys.ATTRIBUTE, client);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
