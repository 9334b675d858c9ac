package org.contractethics.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Programs of a monitor rebuild the search index and follow it; auditors follow it, and nobody else. */
@IntegrationTest
class IndexByApiIT {

    private static final String INDEX = "/api/search/index";
    private static final String REBUILD = "/api/search/rebuild";
    private static final String MONITOR = "mona.keller";
    private static final String AUDITOR = "august.lund";

    private final ApiCalls api;

    IndexByApiIT(@Autowired Environment settings) {
        this.api = new ApiCalls(settings);
    }

    @Test
    void a_monitor_rebuilds_the_index_once_under_one_key_and_reads_how_it_stands() {
        assertThat(api.post(AUDITOR, REBUILD, null).status()).isEqualTo(403);
        assertThat(api.post("erin.walsh", REBUILD, null).status()).isEqualTo(403);
        assertThat(api.get("erin.walsh", INDEX).status()).isEqualTo(403);
        assertThat(api.send(MONITOR, "POST", REBUILD, null, List.of()).status())
                .as("without a key")
                .isEqualTo(400);
        List<String> key = List.of("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = api.send(MONITOR, "POST", REBUILD, null, key);
        assertThat(first.status()).as(first.toString()).isEqualTo(202);
        assertThat(first.body().at("/rebuilds/0/requestedBy").asString()).isEqualTo(MONITOR);
        Answer again = api.send(MONITOR, "POST", REBUILD, null, key);

        assertThat(again.body().at("/rebuilds/0/id")).isEqualTo(first.body().at("/rebuilds/0/id"));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(api.get(AUDITOR, INDEX)
                        .body()
                        .at("/rebuilds/0/finishedAt")
                        .asString())
                .isNotEmpty());
        assertThat(api.get(AUDITOR, INDEX).body().at("/rebuilds/0/id"))
                .isEqualTo(first.body().at("/rebuilds/0/id"));
        assertThat(api.get(AUDITOR, INDEX).body().path("down").asBoolean()).isFalse();
    }
}
