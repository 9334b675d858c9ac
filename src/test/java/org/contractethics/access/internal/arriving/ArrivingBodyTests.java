package org.contractethics.access.internal.arriving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ArrivingBodyTests {

    private static final long SECOND = 1_000_000_000L;

    private long now;
    private final ArrivingBodies bodies =
            new ArrivingBodies(new ArrivingSettings(DataSize.ofKilobytes(1), Duration.ofSeconds(60), 2), () -> now);

    /** Sends so many bytes in each second; none at all is a moment in which nothing came. */
    private final class Sender implements InputBuffer {

        private final int bytesInSecond;

        Sender(int bytesInSecond) {
            this.bytesInSecond = bytesInSecond;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            now += SECOND;
            if (bytesInSecond == 0) {
                throw new SocketTimeoutException();
            }
            return bytesInSecond;
        }

        @Override
        public int available() {
            return 0;
        }
    }

    @Test
    void five_kilobytes_a_second_go_on_for_an_hour_and_more() throws IOException {
        ArrivingBody tor = new ArrivingBody(new Sender(5 * 1024), bodies);

        for (int second = 0; second < 4100; second++) {
            assertThat(tor.doRead(new Discarded())).isPositive();
        }
    }

    @Test
    void one_byte_a_second_is_given_up_after_a_minute_and_silence_too() throws IOException {
        ArrivingBody slow = new ArrivingBody(new Sender(1), bodies);
        for (int second = 0; second < 60; second++) {
            assertThat(slow.doRead(new Discarded())).isOne();
        }
        assertThatThrownBy(() -> slow.doRead(new Discarded())).isInstanceOf(BodyGivenUp.class);

        assertThatThrownBy(() -> new ArrivingBody(new Sender(0), bodies).doRead(new Discarded()))
                .isInstanceOf(BodyGivenUp.class);
    }

    @Test
    void much_at_the_beginning_buys_no_time_for_later() throws IOException {
        int[] bytes = {10_000_000};
        ArrivingBody quickThenSlow = new ArrivingBody(
                new InputBuffer() {
                    @Override
                    public int doRead(ApplicationBufferHandler handler) {
                        now += SECOND;
                        int read = bytes[0];
                        bytes[0] = 1;
                        return read;
                    }

                    @Override
                    public int available() {
                        return 0;
                    }
                },
                bodies);

        for (int second = 0; second < 120; second++) {
            assertThat(quickThenSlow.doRead(new Discarded())).isPositive();
        }
        assertThatThrownBy(() -> quickThenSlow.doRead(new Discarded())).isInstanceOf(BodyGivenUp.class);
    }

    @Test
    void the_time_in_which_nobody_read_is_not_the_senders() throws IOException {
        ArrivingBody body = new ArrivingBody(new Sender(2048), bodies);

        for (int time = 0; time < 5; time++) {
            assertThat(body.doRead(new Discarded())).isPositive();
            now += 600 * SECOND;
        }
    }

    @Test
    void room_is_taken_as_it_comes_and_where_there_is_none_the_rest_is_not_waited_for() throws IOException {
        int[] room = {2};
        ArrivingBody body = new ArrivingBody(new Sender(512 * 1024), bodies);
        body.takesRoom(() -> room[0]-- > 0);
        assertThat(room[0]).as("nothing came yet").isEqualTo(2);

        for (int time = 0; time < 4; time++) {
            assertThat(body.doRead(new Discarded())).isPositive();
        }
        assertThatThrownBy(() -> body.doRead(new Discarded())).isInstanceOf(BodyGivenUp.class);

        assertThat(body.refusal()).isEqualTo(503);
    }

    @Test
    void when_too_many_are_waited_for_the_slowest_goes_and_no_new_one() throws IOException {
        ArrivingBody tor = waitedFor(5 * 1024);
        ArrivingBody dribbling = waitedFor(1);
        assertThat(bodies.waitedFor()).isEqualTo(2);

        ArrivingBody justBegun = new ArrivingBody(new Sender(1), bodies);
        bodies.waitFor(justBegun);

        assertThat(dribbling.isGivenUp()).isTrue();
        assertThat(tor.isGivenUp()).isFalse();
        assertThat(justBegun.isGivenUp()).isFalse();
        assertThatThrownBy(() -> dribbling.doRead(new Discarded())).isInstanceOf(BodyGivenUp.class);
        assertThat(tor.doRead(new Discarded())).isPositive();
    }

    private ArrivingBody waitedFor(int bytesInSecond) throws IOException {
        ArrivingBody body = new ArrivingBody(new Sender(bytesInSecond), bodies);
        for (int second = 0; second < 5; second++) {
            assertThat(body.doRead(new Discarded())).isPositive();
        }
        return body;
    }
}
