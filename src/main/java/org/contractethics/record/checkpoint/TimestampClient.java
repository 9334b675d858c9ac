package org.contractethics.record.checkpoint;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.contractethics.shared.Sha256;
import org.springframework.stereotype.Component;

/** Asks a time stamping authority about one text (RFC 3161 over HTTP). Only its hash leaves the house. */
@Component
class TimestampClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int LONGEST = 65_535;
    private static final int NONCE_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final BoundedExchange exchange = new BoundedExchange(
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build(),
            ANSWER,
            LONGEST);

    /** @throws IOException where it does not answer, or answers another question */
    byte[] stamp(String url, byte[] data) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request =
                generator.generate(TSPAlgorithms.SHA256, Sha256.of(data), new BigInteger(NONCE_BITS, random));
        byte[] response = post(url, request.getEncoded());
        try {
            new TimeStampResponse(response).validate(request);
        } catch (TSPException e) {
            throw new IOException("the answer is not to what was asked: " + e.getMessage(), e);
        }
        return response;
    }

    private byte[] post(String url, byte[] request) throws IOException {
        HttpRequest post = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/timestamp-query")
                .POST(BodyPublishers.ofByteArray(request))
                .build();
        HttpResponse<byte[]> response = exchange.send(post);
        if (response.statusCode() != 200) {
            throw new IOException("it answers with status " + response.statusCode());
        }
        return response.body();
    }
}
