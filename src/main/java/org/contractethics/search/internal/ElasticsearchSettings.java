package org.contractethics.search.internal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * Where the search cluster is, and how the index lies in it.
 *
 * @param url address of the cluster, for example {@code https://search.example.org:9200}; several nodes separated by commas
 * @param indexPrefix what the names of our indexes begin with, so that several installations can share a cluster
 * @param apiKey encoded API key; empty for a cluster that asks for none
 * @param username instead of an API key
 * @param password of the username
 * @param caFile certificates in PEM form that the cluster's certificate is checked against; empty for those of the system
 * @param shards into how many parts the index is cut; 1 where 0
 * @param replicas copies of each part; empty for one as soon as there is a second node
 */
@ConfigurationProperties("contract-ethics.elasticsearch")
public record ElasticsearchSettings(
        String url,
        String indexPrefix,
        @Nullable String apiKey,
        @Nullable String username,
        @Nullable String password,
        @Nullable String caFile,
        int shards,
        @Nullable Integer replicas) {

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

    List<String> nodes() {
        return Arrays.stream(url.split(",", -1))
                .map(String::strip)
                .filter(node -> !node.isEmpty())
                .toList();
    }

    /** The name under which the clauses are asked for, whichever index stands behind it. */
    String clauses() {
        return indexPrefix + "-clauses";
    }
}
