package org.contractethics.access.internal.anonymous;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.access.ClientLimits;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Buckets that are filled again after a minute, in memory: a node that starts anew begins with full ones, the others keep theirs. */
@Component
class CountedClients implements ClientLimits {

    private static final int MOST = 50_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ClientKeys keys;
    private final Map<Act, Bucket> ofAll = Arrays.stream(Act.values())
            .collect(Collectors.toUnmodifiableMap(act -> act, act -> bucket(act.aMinuteByAll())));

    /** The clients that did something last; older ones have full buckets by then unless a flood pushed them out. */
    private final Map<String, Bucket> clients = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    CountedClients(ClientKeys keys) {
        this.keys = keys;
    }

    @Override
    public boolean take(Act act) {
        Bucket client = bucketOf(act);
        if (!client.tryConsume(1)) {
            return false;
        }
        if (ofAll(act).tryConsume(1)) {
            return true;
        }
        client.addTokens(1);
        return false;
    }

    @Override
    public void giveBack(Act act) {
        bucketOf(act).addTokens(1);
        ofAll(act).addTokens(1);
    }

    private Bucket ofAll(Act act) {
        return ofAll.getOrDefault(act, bucket(1));
    }

    private Bucket bucketOf(Act act) {
        String key = act.name() + clientOfThisRequest();
        synchronized (clients) {
            return clients.computeIfAbsent(key, unknown -> bucket(act.aMinute()));
        }
    }

    /** Whoever is signed in is counted by themselves, and stands in memory by no name. */
    private String clientOfThisRequest() {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        if (request.getAttribute(ClientKeys.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof String key) {
            return key;
        }
        String account = request instanceof ServletRequestAttributes servlet
                ? servlet.getRequest().getRemoteUser()
                : null;
        return account == null ? "" : keys.keyOfAccount(account);
    }

    private static Bucket bucket(int aMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(aMinute).refillIntervally(aMinute, MINUTE))
                .build();
    }
}
