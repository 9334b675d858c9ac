package org.contractethics;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Requests of tests: an answer that never comes fails the test that waits for it instead of holding up the build. */
public final class Requests {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Requests() {}

    public static HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address).timeout(LONGEST);
    }
}
