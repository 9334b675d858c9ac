package org.contractethics.search.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * Where the search cluster is.
 *
 * @param url address of the cluster, for example {@code https://search.example.org:9200}
 * @param indexPrefix what the names of our indexes begin with, so that several installations can share a cluster
 * @param apiKey encoded API key; null for a cluster that asks for none
 */
@ConfigurationProperties("contract-ethics.elasticsearch")
public record ElasticsearchSettings(String url, String indexPrefix, @Nullable String apiKey) {

    public ElasticsearchSettings {
        if (!StringUtils.hasText(url)) {
            throw new IllegalArgumentException(
                    "contract-ethics.elasticsearch.url is missing: give the address of the Elasticsearch cluster.");
        }
        if (!StringUtils.hasText(indexPrefix)) {
            throw new IllegalArgumentException(
                    "contract-ethics.elasticsearch.index-prefix is missing: give the first part"
                            + " of the index names, for example contract-ethics.");
        }
    }

    /** The name under which the clauses are asked for, whichever index stands behind it. */
    String clauses() {
        return indexPrefix + "-clauses";
    }
}
