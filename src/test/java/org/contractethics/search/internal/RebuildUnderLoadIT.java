package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
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
    private final TakingUpRebuilds takingUp;

    RebuildUnderLoadIT(
            @Autowired RegisteringContracts registering,
            @Autowired Uploading uploading,
            @Autowired ContractSearch search,
            @Autowired RebuildingIndex rebuilding,
            @Autowired Rebuilds rebuilds,
            @Autowired TakingUpRebuilds takingUp) {
        this.registering = registering;
        this.uploading = uploading;
        this.search = search;
        this.rebuilding = rebuilding;
        this.rebuilds = rebuilds;
        this.takingUp = takingUp;
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

    @Test
    void a_rebuild_whose_node_was_lost_is_taken_up_again_and_one_at_work_is_left_alone() {
        await().ignoreExceptions().atMost(SOON).until(() -> !rebuilds.isRunning());
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        rebuilds.request(id, "mona.keller", now);
        assertThat(rebuilds.take(id, now.minusSeconds(30))).isTrue();
        rebuilds.alive(id, now.minusSeconds(20));
        assertThat(rebuilds.lost(now)).as("alive").isEmpty();

        rebuilds.alive(id, now.minusSeconds(400));
        assertThat(rebuilds.lost(now)).contains(id);
        takingUp.run();

        await().atMost(SOON).until(() -> !rebuilds.isRunning());
    }

    @Test
    void a_rebuild_that_an_outage_interrupted_is_taken_up_again() {
        await().ignoreExceptions().atMost(SOON).until(() -> !rebuilds.isRunning());
        UUID id = UUID.randomUUID();
        rebuilds.request(id, "mona.keller", Instant.now());
        assertThat(rebuilds.take(id, Instant.now())).isTrue();
        rebuilds.interrupted(id, "The search cluster did not answer.");

        takingUp.run();

        await().atMost(SOON).until(() -> !rebuilds.isRunning());
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
