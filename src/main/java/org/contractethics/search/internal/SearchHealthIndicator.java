package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells operators whether the search cluster answers. Never reports the application as down: everything but the search page
 * works without the cluster, and a node taken out for it would help nobody.
 */
@Component
class SearchHealthIndicator implements HealthIndicator {

    private final ElasticsearchClient elasticsearch;
    private final ClauseIndex index;

    SearchHealthIndicator(ElasticsearchClient elasticsearch, ClauseIndex index) {
        this.elasticsearch = elasticsearch;
        this.index = index;
    }

    @Override
    public Health health() {
        try {
            String status = elasticsearch.cluster().health().status().jsonValue();
            return Health.up()
                    .withDetail("cluster", status)
                    .withDetail("index", index.inUse().orElse("none yet"))
                    .build();
        } catch (IOException | ElasticsearchException | SearchDown e) {
            return Health.unknown()
                    .withDetail("cluster", "does not answer; search is off, everything else works")
                    .build();
        }
    }
}
