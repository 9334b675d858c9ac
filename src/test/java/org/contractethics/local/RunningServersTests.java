package org.contractethics.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningServersTests {

    private final Path root;
    private final HttpServer server;

    RunningServersTests(@TempDir Path root) throws IOException {
        this.root = root;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_second_process_finds_the_servers_at_the_ports_they_really_have() throws IOException {
        RunningServers servers = servers();

        servers.announceIn(root);

        assertThat(RunningServers.of(root)).contains(servers);
    }

    @Test
    void servers_that_no_longer_answer_are_not_found() throws IOException {
        servers().announceIn(root);

        server.stop(0);

        assertThat(RunningServers.of(root)).isEmpty();
    }

    @Test
    void stopped_servers_are_forgotten() throws IOException {
        servers().announceIn(root);

        RunningServers.forget(root);

        assertThat(RunningServers.of(root)).isEmpty();
    }

    private RunningServers servers() {
        int port = server.getAddress().getPort();
        return new RunningServers(5, port, port, "hash");
    }
}
