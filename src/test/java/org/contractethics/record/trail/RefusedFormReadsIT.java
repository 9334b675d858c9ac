package org.contractethics.record.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.TableOwner;
import org.contractethics.contract.internal.RegisteringContracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A form that comes back filled is looked for on several pages: the one that is shown is a read, the others are none (R31). */
@IntegrationTest
class RefusedFormReadsIT {

    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final JdbcClient jdbc;

    private final String title = "Refused " + UUID.randomUUID();
    private String page = "";
    private long before;

    @Autowired
    RefusedFormReadsIT(MockMvcTester mvc, RegisteringContracts registering, JdbcClient jdbc) {
        this.mvc = mvc;
        this.registering = registering;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aContract() {
        page = "/contracts/"
                + registering
                        .register(RegisteredContracts.aDraft(title), "FORM", RegisteredContracts.SOFIA)
                        .id();
        before = jdbc.sql("select coalesce(max(n), 0) from record.access_entry")
                .query(Long.class)
                .single();
    }

    @Test
    void the_page_that_shows_the_form_is_read_once_and_the_pages_looked_through_are_not() {
        MvcTestResult refused = sent(Map.of("reason", "Asked\0 for by the agency."));

        assertThat(refused).hasStatus(422).bodyText().contains("Redaction of C-", "Asked for by the agency.");
        assertThat(routes()).containsExactly("GET /contracts/{contractId}/redaction");
    }

    @Test
    void nothing_is_read_where_no_page_has_a_place_for_what_was_sent() {
        MvcTestResult refused = sent(Map.of("reason", "Asked\0 for.", "added", "In another row."));

        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains("In another row.")
                .doesNotContain(title);
        assertThat(routes()).isEmpty();
    }

    @Test
    void a_page_whose_read_cannot_be_recorded_is_not_shown() {
        String application = jdbc.sql("select current_user").query(String.class).single();
        TableOwner.executes("revoke insert on record.access_entry from " + application);
        try {
            assertThat(sent(Map.of("reason", "Asked\0 for by the agency.")))
                    .hasStatus(503)
                    .bodyText()
                    .contains("could not be recorded")
                    .doesNotContain(title);
        } finally {
            TableOwner.executes("grant insert on record.access_entry to " + application);
        }
        assertThat(routes()).isEmpty();
    }

    /** From the page of the contract, which is looked through first and has no such form. */
    private MvcTestResult sent(Map<String, String> fields) {
        var form = mvc.post()
                .uri(page + "/redaction")
                .header("Referer", "http://localhost" + page)
                .with(csrf())
                .with(People.signedInAs("sofia.marin"));
        fields.forEach(form::param);
        return form.exchange();
    }

    private List<String> routes() {
        return jdbc.sql("select method || ' ' || route from record.access_entry where n > ? order by n")
                .param(before)
                .query(String.class)
                .list();
    }
}
