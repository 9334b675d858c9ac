package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.search.internal.SearchFixtures.query;

import co.elastic.clients.json.JsonpUtils;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClauseQueriesTests {

    private static final String NOWHERE = "http://localhost:1";

    private final ClauseQueries queries =
            SearchFixtures.queries(SearchFixtures.client(NOWHERE), SearchFixtures.settings(NOWHERE));

    @Test
    void rights_stand_in_the_query_itself_so_that_counts_and_facets_obey_them() {
        JsonNode sent = sent(query("border"), SearchFixtures.OWNER);

        JsonNode rights = sent.at("/query/bool/filter/0/bool");
        assertThat(rights.at("/minimum_should_match").asString()).isEqualTo("1");
        assertThat(rights.at("/should/0/terms/readerRoles").toString()).contains("\"SUBMITTER\"", "\"EMPLOYEE\"");
        assertThat(rights.at("/should/1/term/readerUsers/value").asString()).isEqualTo("sofia.marin");
    }

    @Test
    void whoever_left_sales_is_not_asked_for_by_name() {
        Actor former = new Actor("sofia.marin", "Sofia Marin", Set.of(Role.EMPLOYEE));

        JsonNode rights = sent(query("border"), former).at("/query/bool/filter/0/bool");

        assertThat(rights.at("/should/0/terms/readerRoles").toString()).isEqualTo("[\"EMPLOYEE\"]");
        assertThat(rights.toString()).doesNotContain("readerUsers");
    }

    @Test
    void only_the_words_are_highlighted_not_the_rights() {
        JsonNode highlighted = sent(query("auditor"), SearchFixtures.REVIEWER).at("/highlight/highlight_query");

        assertThat(highlighted.toString()).contains("auditor").doesNotContain("readerRoles");
    }

    @Test
    void evidence_is_asked_about_only_where_it_is_looked_at_alone_or_left_out() {
        assertThat(sent(query("held"), SearchFixtures.REVIEWER).toString()).doesNotContain("incident");

        JsonNode only = sent(query("held", "kind", "evidence"), SearchFixtures.REVIEWER);
        assertThat(only.at("/query/bool/filter").toString()).contains("{\"exists\":{\"field\":\"incident.id\"}}");
        JsonNode none = sent(query("held", "kind", "documents"), SearchFixtures.REVIEWER);
        assertThat(none.at("/query/bool/must_not").toString()).contains("{\"exists\":{\"field\":\"incident.id\"}}");
    }

    @Test
    void superseded_versions_are_searched_on_demand_only() {
        String usual = sent(query("x"), SearchFixtures.REVIEWER).toString();
        String all =
                sent(query("x", "versions", "all"), SearchFixtures.REVIEWER).toString();

        assertThat(usual).contains("\"current\"");
        assertThat(all).doesNotContain("\"current\"");
    }

    @Test
    void a_facet_is_counted_without_its_own_filter() {
        var narrowed = SearchQuery.of(Map.of("q", List.of("x"), "tier", List.of("T3", "T4"), "country", List.of("US")));

        JsonNode tiers = sent(narrowed, SearchFixtures.REVIEWER).at("/aggregations/TIER/filter");

        assertThat(tiers.toString()).contains("countries").doesNotContain("\"tier\"");
    }

    @Test
    void words_that_name_a_concept_find_what_is_worded_like_it_but_only_its_phrases_are_marked() {
        JsonNode sent = sent(query("audit rights"), SearchFixtures.REVIEWER);

        assertThat(sent.at("/query").toString()).contains("books and records").contains("auditor verify compliance");
        assertThat(sent.at("/rescore").toString()).contains("bear the cost of the audit");
        assertThat(sent.at("/highlight/highlight_query").toString())
                .contains("books and records")
                .doesNotContain("bear the cost of the audit");
    }

    @Test
    void clauses_are_not_found_by_words_of_a_model_clause_that_stand_in_every_contract() {
        JsonNode sent = sent(query("termination for convenience"), SearchFixtures.REVIEWER);

        assertThat(sent.at("/query").toString())
                .doesNotContain("Either party")
                .doesNotContain("prior written notice to");
        assertThat(sent.at("/rescore/0/query/rescore_query").toString()).contains("\"30%\"");
    }

    @Test
    void among_the_clauses_of_one_version_the_whole_model_clause_is_asked_for_at_once() {
        var one = SearchQuery.of(
                Map.of("q", List.of("audit rights"), "in", List.of("11111111-2222-3333-4444-555555555555")));

        JsonNode sent = sent(one, SearchFixtures.REVIEWER);

        assertThat(sent.at("/query").toString()).contains("bear the cost of the audit");
        assertThat(sent.has("rescore")).isFalse();
    }

    @Test
    void whoever_goes_through_all_hits_gets_those_of_the_page_in_its_order() {
        String all = queries.narrowed(query("audit rights"), SearchFixtures.REVIEWER, Set.of())
                .toString();

        assertThat(all).contains("auditor verify compliance").contains("bear the cost of the audit");
    }

    @Test
    void what_else_is_asked_for_counts_for_the_clauses_that_say_it() {
        String sent = sent(query("personal injury exception to cap on liability"), SearchFixtures.REVIEWER)
                .at("/query")
                .toString();

        assertThat(sent)
                .contains("total liability shall not exceed")
                .contains("death or bodily injury")
                .contains("with the exception of");
    }

    @Test
    void what_is_asked_to_be_absent_counts_for_nothing() {
        assertThat(sent(query("cap on liability without exceptions"), SearchFixtures.REVIEWER)
                        .toString())
                .contains("total liability shall not exceed")
                .doesNotContain("with the exception of");
    }

    @Test
    void operators_ask_for_the_words_alone() {
        assertThat(sent(query("+audit +rights"), SearchFixtures.REVIEWER).toString())
                .doesNotContain("books and records");
    }

    @Test
    void an_index_that_a_rebuild_has_just_replaced_is_asked_for_again_and_not_for_ever() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer cluster = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cluster.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().endsWith("/_search")) {
                asked.incrementAndGet();
            }
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        cluster.start();
        try {
            String url = "http://127.0.0.1:" + cluster.getAddress().getPort();
            var replaced = SearchFixtures.queries(SearchFixtures.client(url), SearchFixtures.settings(url));

            assertThatThrownBy(() -> replaced.find(query("border"), SearchFixtures.REVIEWER, Set.of()))
                    .isInstanceOf(SearchDown.class);
        } finally {
            cluster.stop(0);
        }
        assertThat(asked).hasValue(3);
    }

    private JsonNode sent(SearchQuery query, Actor viewer) {
        JsonpUtils.maxToStringLength(1_000_000);
        // the request prints itself as "POST /index/_search {json}"
        String printed = queries.request(query, viewer, Set.of()).toString();
        return new JsonMapper().readTree(printed.substring(printed.indexOf('{')));
    }
}
