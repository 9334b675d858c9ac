package org.contractethics.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void takes_the_usual_port_where_it_is_free_and_gives_it_out_once() throws IOException {
        int usual = closedPort();

        assertThat(Ports.usualOrFree(usual)).isEqualTo(usual);
        assertThat(Ports.usualOrFree(usual))
                .as("somebody of ours will listen there")
                .isNotEqualTo(usual);
    }

    @Test
    void takes_another_port_where_somebody_listens_at_the_usual_one() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int given = Ports.usualOrFree(taken.getLocalPort());

            assertThat(given).isNotEqualTo(taken.getLocalPort());
            new ServerSocket(given, 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    @Test
    void never_gives_the_same_free_port_twice() {
        assertThat(Ports.free()).isNotEqualTo(Ports.free());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
