package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;
import tools.jackson.databind.json.JsonMapper;

/** The client of the search cluster, on the application's own JSON mapper. */
@Configuration(proxyBeanMethods = false)
class ElasticsearchConfiguration {

    /** Somebody waits for the page: a search that takes longer than this counts as down. */
    static final int ANSWER_MILLIS = 3_000;

    private static final int CONNECT_MILLIS = 2_000;

    @Bean
    RestClient elasticsearchConnection(ElasticsearchSettings settings) {
        HttpHost[] nodes = settings.nodes().stream().map(HttpHost::create).toArray(HttpHost[]::new);
        var connection = RestClient.builder(nodes)
                .setRequestConfigCallback(config -> config.setConnectTimeout(CONNECT_MILLIS)
                        .setConnectionRequestTimeout(CONNECT_MILLIS)
                        .setSocketTimeout(ANSWER_MILLIS));
        credentials(settings)
                .ifPresent(
                        value -> connection.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", value)}));
        String caFile = settings.caFile();
        if (caFile != null && !caFile.isBlank()) {
            var trusted = TrustedCertificates.in(Path.of(caFile));
            connection.setHttpClientConfigCallback(client -> client.setSSLContext(trusted));
        }
        return connection.build();
    }

    static Optional<String> credentials(ElasticsearchSettings settings) {
        if (StringUtils.hasText(settings.apiKey())) {
            return Optional.of("ApiKey " + settings.apiKey());
        }
        if (StringUtils.hasText(settings.username())) {
            String both = settings.username() + ":" + (settings.password() == null ? "" : settings.password());
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
        return Optional.empty();
    }

    @Bean
    RestClientTransport elasticsearchTransport(RestClient connection, JsonMapper json) {
        return new RestClientTransport(connection, new Jackson3JsonpMapper(json));
    }

    @Bean
    ElasticsearchClient elasticsearchClient(RestClientTransport transport) {
        return new ElasticsearchClient(transport);
    }
}
