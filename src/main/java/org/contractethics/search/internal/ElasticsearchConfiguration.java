package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
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
    private static final int ANSWER_MILLIS = 3_000;

    private static final int CONNECT_MILLIS = 2_000;

    @Bean
    RestClient elasticsearchConnection(ElasticsearchSettings settings) {
        var connection = RestClient.builder(HttpHost.create(settings.url()))
                .setRequestConfigCallback(config -> config.setConnectTimeout(CONNECT_MILLIS)
                        .setConnectionRequestTimeout(CONNECT_MILLIS)
                        .setSocketTimeout(ANSWER_MILLIS));
        if (StringUtils.hasText(settings.apiKey())) {
            connection.setDefaultHeaders(
                    new Header[] {new BasicHeader("Authorization", "ApiKey " + settings.apiKey())});
        }
        return connection.build();
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
