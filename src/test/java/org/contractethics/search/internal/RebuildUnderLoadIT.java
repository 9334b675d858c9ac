package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The index is rebuilt twice while people search and documents come in: nobody misses a clause or sees one twice. */
@IntegrationTest
class RebuildUnderLoadIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int UPLOADS = 6;

    private final RegisteringContracts registering;
    private final Uploading uploading;
    private final ContractSearch search;
    private final RebuildingIndex rebuilding;
    private final Rebuilds rebuilds;

    RebuildUnderLoadIT(
            @Autowired RegisteringContracts registering,
            @Autowired Uploading uploading,
            @Autowired ContractSearch search,
            @Autowired RebuildingIndex rebuilding,
            @Autowired Rebuilds rebuilds) {
        this.registering = registering;
        this.uploading = uploading;
        this.search = search;
        this.rebuilding = rebuilding;
        this.rebuilds = rebuilds;
    }

    @Test
    void nothing_is_missing_and_nothing_is_doubled() {
        String word = word();
        Contract contract =
                registering.register(RegisteredContracts.aDraft("Rebuilt " + word), "FORM", RegisteredContracts.SOFIA);
        upload(contract, word);
        await().ignoreExceptions().atMost(SOON).until(() -> total(word) == 1);
        var wrong = new ConcurrentLinkedQueue<Long>();
        var done = new AtomicBoolean();
        CompletableFuture<Void> searching = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                long total = total(word);
                if (total != 1) {
                    wrong.add(total);
                }
            }
        });

        List<String> words = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            await().ignoreExceptions().atMost(SOON).until(() -> !rebuilds.isRunning());
            rebuilding.request(Actor.SYSTEM);
            for (int n = 0; n < UPLOADS / 2; n++) {
                words.add(word());
                upload(contract, words.get(words.size() - 1));
            }
        }
        await().ignoreExceptions().atMost(SOON).until(() -> !rebuilds.isRunning());
        await().ignoreExceptions().atMost(SOON).untilAsserted(() -> assertThat(words)
                .allMatch(one -> total(one) == 1));
        done.set(true);
        searching.join();

        assertThat(wrong).isEmpty();
    }

    private long total(String word) {
        return search.find(SearchQuery.of(word), SearchFixtures.REVIEWER).total();
    }

    private void upload(Contract contract, String word) {
        uploading.add(
                SecretContract.upload(contract, "Terms of " + word, "Terms of " + word + "."),
                RegisteredContracts.SOFIA);
    }

    private static String word() {
        return "zq" + UUID.randomUUID().toString().replaceAll("[^0-9]", "").substring(0, 10) + "x";
    }
}
