package org.contractethics.record.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.contractethics.record.witness.Witness.Answer;

/** A witness on the network: one address, {@code POST /add-checkpoint}. */
public final class WitnessServer implements AutoCloseable {

    /** 63 hashes and a checkpoint with 100 signatures fit. */
    private static final int LONGEST_REQUEST = 64 * 1024;

    private static final int THREADS = 4;
    private static final String LONGEST_SECONDS = "10";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Witness witness;
    private final OneWitness memory;
    private final String verifierKey;

    private WitnessServer(WitnessConfig config, OneWitness memory, Clock clock) throws IOException {
        this.memory = memory;
        this.witness = new Witness(config.key(), config.logs(), new WitnessState(config.state()), clock);
        this.verifierKey = config.key().verifierKey();
        this.server = HttpServer.create(config.listen(), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
    }

    /** @param file settings of the witness, see {@code config/witness.example} */
    public static WitnessServer start(Path file, Clock clock) throws IOException {
        setUpConnections();
        WitnessConfig config = WitnessConfig.read(file);
        OneWitness memory = OneWitness.of(config.state());
        try {
            WitnessServer started = new WitnessServer(config, memory, clock);
            started.server.start();
            return started;
        } catch (IOException | RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    /**
     * Whoever sends or reads drop by drop must not keep the threads from the record, and an answer must not wait until the other side has
     * acknowledged its head, which takes 40 ms. The server of the JDK reads this when it is first used.
     */
    private static void setUpConnections() {
        System.setProperty("sun.net.httpserver.maxReqTime", LONGEST_SECONDS);
        System.setProperty("sun.net.httpserver.maxRspTime", LONGEST_SECONDS);
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String verifierKey() {
        return verifierKey;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = decide(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer decide(HttpExchange exchange) {
        if (!"/add-checkpoint".equals(exchange.getRequestURI().getPath())) {
            return Answer.refused(404, "a witness has only /add-checkpoint");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return Answer.refused(405, "a checkpoint is posted");
        }
        try {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_REQUEST + 1);
            return body.length > LONGEST_REQUEST ? Answer.refused(413, "the request is too long") : witness.add(body);
        } catch (IOException | RuntimeException e) {
            System.err.println("The witness could not decide: " + e);
            return Answer.refused(500, "the witness cannot decide now");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            memory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the memory of the witness could not be let go of", e);
        }
    }
}
