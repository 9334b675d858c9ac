package org.contractethics.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.contractethics.search.internal.SearchFixtures;
import org.contractethics.search.internal.SearchFixtures.ReadableBy;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.ModelAndView;

class SearchDownTests {

    @Test
    void a_cluster_that_is_not_there_makes_the_page_say_so() throws IOException {
        int dead;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dead = socket.getLocalPort();
        }

        ModelAndView page = searchOnPort(dead);

        assertThat(page.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(page.getViewName()).isEqualTo("search/search");
        assertThat(page.getModel()).containsEntry("down", true);
    }

    @Test
    void a_cluster_that_hangs_is_given_up_after_seconds() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Instant asked = Instant.now();

            ModelAndView page = searchOnPort(silent.getLocalPort());

            assertThat(page.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(8));
        }
    }

    private static ModelAndView searchOnPort(int port) {
        var search = SearchFixtures.searchAt("http://127.0.0.1:" + port, ReadableBy.nobody());
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("q", "border");
        var beside = new BesideClauses(SearchFixtures.alsoSearched(), SearchFixtures.noAwards());
        return new SearchPages(search, SearchFixtures.suggesting(search), beside)
                .search(typed, SearchFixtures.REVIEWER);
    }
}
