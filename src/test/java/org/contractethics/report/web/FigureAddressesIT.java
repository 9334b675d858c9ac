package org.contractethics.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.report.internal.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Each figure at its own address: what it counts where it can be listed, else where its table stands. */
@IntegrationTest
class FigureAddressesIT {

    private final MockMvcTester mvc;

    @Autowired
    FigureAddressesIT(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    /** The committee reads concerns, so no figure is kept from it. */
    @ParameterizedTest
    @EnumSource(Figure.class)
    void a_figure_is_listed_or_says_where_it_stands(Figure figure) {
        var answer = assertThat(mvc.get()
                .uri("/insights/figures/" + figure.slug() + "?period=2026-Q2")
                .with(People.signedInAs("august.lund")));

        if (figure.listed()) {
            answer.satisfies(found -> assertThat(found.getResponse().getStatus())
                    .as("listed, or hidden where the number is small")
                    .isIn(figure.sensitive() ? new Integer[] {200, 403} : new Integer[] {200}));
        } else {
            answer.hasStatus(HttpStatus.NOT_FOUND)
                    .bodyText()
                    .contains(figure.title(), "is not listed one by one", "under this name on the page Insights")
                    .doesNotContain("/insights#", "(/insights");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "DECISIONS", "decisions%20", "%3Cimg%20src=x%20onerror=alert(1)%3E"})
    void a_figure_that_does_not_exist_is_answered_by_a_page_that_says_where_all_figures_stand(String name) {
        assertThat(page(name))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains(
                        "– Contract ethics review</title>",
                        "There is no figure of that name. All figures stand on the page Insights.",
                        "Go to your start page")
                .doesNotContain("<img src=x", name.equals("DECISIONS") ? "DECISIONS" : "onerror");
    }

    /** Refused before any controller: the server itself makes the page of it, so here it has no body. */
    @ParameterizedTest
    @ValueSource(strings = {"decisions%00", "decisions/2026"})
    void an_address_below_a_figure_or_with_a_sign_that_is_none_is_no_figure_either(String name) {
        assertThat(page(name))
                .satisfies(
                        answer -> assertThat(answer.getResponse().getStatus()).isIn(404, 400))
                .bodyText()
                .isEmpty();
    }

    private MvcTestResult page(String name) {
        return mvc.get()
                .uri(URI.create("/insights/figures/" + name))
                .with(People.signedInAs("lena.hoffman"))
                .exchange();
    }

    @Test
    void programs_are_told_the_same() {
        assertThat(mvc.get().uri("/api/reports/figures/nonsense").with(People.tokenOf("lena.hoffman")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }
}
