package org.contractethics.webhook.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends one signed request. Follows no redirect, keeps nothing of the answer but its status, and waits for nobody long. */
@Component
class WebhookSender implements DisposableBean {

    private static final Timeout CONNECTING = Timeout.ofSeconds(5);
    private static final Timeout ANSWERING = Timeout.ofSeconds(10);

    /** From beginning to end, however slowly the other side trickles. */
    private static final long LONGEST_SECONDS = 15;

    private final CloseableHttpClient http;

    WebhookSender(WebhookAddresses addresses) {
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECTING)
                                .setSocketTimeout(ANSWERING)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECTING)
                        .setResponseTimeout(ANSWERING)
                        .setRedirectsEnabled(false)
                        .build())
                .setUserAgent("contract-ethics-review")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** @param words what happened, for the list of deliveries */
    record Result(boolean arrived, String words) {}

    Result send(Delivery delivery, String secret, Instant now) {
        URI url = delivery.url();
        HttpPost request = new HttpPost(url);
        headers(delivery, secret, now.getEpochSecond()).forEach(request::setHeader);
        request.setEntity(new StringEntity(delivery.body(), ContentType.APPLICATION_JSON));
        CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS).execute(request::cancel);
        try {
            int status = http.execute(request, HttpResponse::getCode);
            return new Result(status >= 200 && status < 300, "Answered " + status);
        } catch (UnknownHostException unknown) {
            return new Result(false, "The address cannot be found, or webhooks are not sent there");
        } catch (InterruptedIOException late) {
            return new Result(false, "No answer in time");
        } catch (SSLException insecure) {
            return new Result(false, "No secure connection");
        } catch (IOException | RuntimeException broken) {
            return new Result(false, "No connection");
        }
    }

    private static Map<String, String> headers(Delivery delivery, String secret, long timestamp) {
        String id = "msg_" + delivery.id();
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(timestamp),
                "webhook-signature", WebhookSignature.of(secret, id, timestamp, delivery.body()));
    }

    @Override
    public void destroy() throws IOException {
        http.close();
    }
}
