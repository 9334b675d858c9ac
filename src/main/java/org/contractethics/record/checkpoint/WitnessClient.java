package org.contractethics.record.checkpoint;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.contractethics.record.proof.Policy.Witness;
import org.springframework.stereotype.Component;

/** Sends one checkpoint to one witness (C2SP tlog-witness). */
@Component
class WitnessClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** 100 signatures fit, or any sentence. */
    private static final int LONGEST = 64 * 1024;

    private final BoundedExchange exchange = new BoundedExchange(
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build(),
            ANSWER,
            LONGEST);

    /**
     * @param body signature lines with 200, the size that the witness knows with 409
     */
    record Answer(int status, String body) {}

    /** @throws IOException where it does not answer in time, or too much */
    Answer add(Witness witness, String request) throws IOException {
        String url = String.valueOf(witness.url()).replaceAll("/+$", "") + "/add-checkpoint";
        HttpRequest post = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(request, StandardCharsets.UTF_8))
                .build();
        HttpResponse<byte[]> response = exchange.send(post);
        return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
    }
}
