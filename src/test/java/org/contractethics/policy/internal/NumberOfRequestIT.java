package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A page reads the version in force once; what is written rests on the version in force at that moment. */
class NumberOfRequestIT {

    private final PolicyWorld world = new PolicyWorld();

    @BeforeEach
    void twoVersions() {
        world.start(PolicyFiles.packed());
        world.proposed("We changed our mind.", PolicyWorld.DANA);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    @AfterEach
    void outsideOfARequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void a_page_keeps_the_version_it_began_with_and_the_next_one_has_the_new_version() throws Exception {
        assertThat(number()).isEqualTo(1);

        elsewhere(() -> world.approve(2, PolicyWorld.GEORGE));

        assertThat(number()).as("all words of one page are of one version").isEqualTo(1);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        assertThat(number()).as("the next page").isEqualTo(2);
    }

    @Test
    void what_is_written_rests_on_the_version_of_that_moment() throws Exception {
        assertThat(number()).isEqualTo(1);
        elsewhere(() -> world.approve(2, PolicyWorld.GEORGE));

        assertThat(world.<Integer>inTransaction(this::number)).isEqualTo(2);
    }

    @Test
    void whoever_moves_a_version_sees_it_at_once() {
        assertThat(number()).isEqualTo(1);

        world.approve(2, PolicyWorld.GEORGE);

        assertThat(number()).isEqualTo(2);
    }

    @Test
    void a_version_counts_from_its_date_on() {
        int later = world.propose(
                new Proposal(1, "Later.", Map.of(), "Because", world.today().plusDays(7)), PolicyWorld.DANA);
        world.approve(later, PolicyWorld.GEORGE);
        assertThat(number()).isEqualTo(1);

        world.clock.forward(Duration.ofDays(7));

        assertThat(number()).isEqualTo(later);
    }

    private int number() {
        return world.policy.current().number();
    }

    private static void elsewhere(Runnable act) throws InterruptedException {
        Thread other = new Thread(act);
        other.start();
        other.join();
    }
}
