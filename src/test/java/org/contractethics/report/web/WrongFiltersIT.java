package org.contractethics.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Filters that cannot be understood lead back to their form, on every page that has one. */
@IntegrationTest
class WrongFiltersIT {

    private final MockMvcTester pages;

    @Autowired
    WrongFiltersIT(MockMvcTester pages) {
        this.pages = pages;
    }

    @ParameterizedTest
    @CsvSource({
        "lena.hoffman, /insights",
        "august.lund, /insights/reviewers",
        "august.lund, /reports/audit",
        "george.tan, /reports/board"
    })
    void what_was_typed_stands_in_the_form_with_the_reason_beside_it(String person, String page) {
        assertThat(get(person, page + "?period=own&from=2026-05-02&to=2026-05-01"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "There is a problem",
                        "not before the first one",
                        "value=\"2026-05-02\"",
                        "value=\"2026-05-01\"",
                        "id=\"to-problem\"");
        assertThat(get(person, page + "?period=own&from=yesterday&to=2026-05-01"))
                .hasStatus(422)
                .bodyText()
                .contains("There is a problem", "value=\"yesterday\"", "id=\"from-problem\"");
        assertThat(get(person, page + "?period=2026-Q7"))
                .hasStatus(422)
                .bodyText()
                .contains("Period: choose one from the list.");
    }

    @Test
    void nobody_is_asked_to_sign_a_report_of_another_period_than_was_asked_for() {
        assertThat(get("george.tan", "/reports/board?period=own&from=2026-05-02&to=2026-05-01"))
                .bodyText()
                .doesNotContain("Sign the report");
    }

    private MvcTestResult get(String person, String address) {
        return pages.get().uri(address).with(People.signedInAs(person)).exchange();
    }
}
