package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class WayBackTests {

    @Test
    void leads_back_to_the_page_of_ours_that_was_open() {
        assertThat(WayBack.of(request("http://localhost/contracts/new?from=2"))).isEqualTo("/contracts/new?from=2");
    }

    @Test
    void never_leads_to_another_site() {
        assertThat(WayBack.of(request("http://evil.example/contracts"))).isNull();
        assertThat(WayBack.of(request("http://localhost//evil.example/"))).isNull();
        assertThat(WayBack.of(request("javascript:alert(1)"))).isNull();
        assertThat(WayBack.of(request("::"))).isNull();
    }

    @Test
    void does_not_lead_to_the_page_that_failed() {
        MockHttpServletRequest failing = request("http://localhost/contracts/7");
        failing.setMethod("GET");
        failing.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/contracts/7");
        failing.setAttribute(RequestDispatcher.ERROR_METHOD, "GET");
        failing.setRequestURI("/error");

        assertThat(WayBack.of(failing)).isNull();
        failing.setAttribute(RequestDispatcher.ERROR_METHOD, "POST");
        assertThat(WayBack.of(failing)).isEqualTo("/contracts/7");
    }

    private static MockHttpServletRequest request(String referrer) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/contracts");
        request.addHeader("Referer", referrer);
        return request;
    }
}
