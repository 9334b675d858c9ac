package org.contractethics.record.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes an answer that is whole in time and not too long, or none. The time-out of a request ends where the head has come: whoever never
 * ends the body would hold the signing of the record for ever, or fill the memory.
 */
final class BoundedExchange {

    private final HttpClient http;
    private final Duration patience;
    private final int longest;

    BoundedExchange(HttpClient http, Duration patience, int longest) {
        this.http = http;
        this.patience = patience;
        this.longest = longest;
    }

    HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, head -> new Bounded(longest));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + patience.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an answer", e);
        } finally {
            answer.cancel(true);
        }
    }

    /** Collects bytes up to a bound, and asks for no more beyond it. */
    private static final class Bounded implements BodySubscriber<byte[]> {

        private final int longest;
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final CompletableFuture<Subscription> sending = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Bounded(int longest) {
            this.longest = longest;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            sending.complete(subscription);
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> pieces) {
            for (ByteBuffer piece : pieces) {
                if (bytes.size() + piece.remaining() > longest) {
                    whole.completeExceptionally(new IOException("an answer longer than " + longest + " bytes"));
                    sending.join().cancel();
                    return;
                }
                byte[] some = new byte[piece.remaining()];
                piece.get(some);
                bytes.writeBytes(some);
            }
        }

        @Override
        public void onError(Throwable problem) {
            whole.completeExceptionally(problem);
        }

        @Override
        public void onComplete() {
            whole.complete(bytes.toByteArray());
        }
    }
}
