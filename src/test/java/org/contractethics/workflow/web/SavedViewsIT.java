package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** Saved views: kept, opened by their address, renamed, deleted, and nobody else's business. */
@IntegrationTest
@Transactional
class SavedViewsIT {

    private static final String DANA = "dana.whitfield";
    private static final String HELEN = "helen.okafor";

    private final MockMvcTester mvc;
    private final String name = "Late ones " + UUID.randomUUID();

    @Autowired
    SavedViewsIT(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void a_saved_view_opens_with_its_filters() throws Exception {
        String address = saved(name);

        assertThat(page(DANA, address)).contains("Saved view:", name, "Tier T3", "Due: Overdue");
        assertThat(page(DANA, "/inbox/saved")).contains(name);
    }

    @Test
    void is_there_for_its_owner_only() throws Exception {
        String address = saved(name);

        assertThat(mvc.get().uri(address).with(People.signedInAs(HELEN))).hasStatus(404);
        assertThat(page(HELEN, "/inbox/saved")).doesNotContain(name);
        assertThat(post(HELEN, address + "/rename", "name", "mine now")).hasStatus(404);
        assertThat(post(HELEN, address + "/default", "chosen", "true")).hasStatus(404);
        assertThat(post(HELEN, address + "/delete", "name", "")).hasStatus(404);
        assertThat(page(DANA, address)).contains(name);
    }

    @Test
    void is_renamed_and_deleted() throws Exception {
        String address = saved(name);

        assertThat(post(DANA, address + "/rename", "name", "Other " + name)).hasStatus(302);
        assertThat(page(DANA, address)).contains("Other " + name);
        assertThat(post(DANA, address + "/delete", "name", "")).hasStatus(302);
        assertThat(mvc.get().uri(address).with(People.signedInAs(DANA))).hasStatus(404);
    }

    @Test
    void my_work_opens_with_the_default_until_the_address_asks_for_something() throws Exception {
        String address = saved(name);

        assertThat(post(DANA, address + "/default", "chosen", "true")).hasStatus(302);
        assertThat(page(DANA, "/inbox")).contains("Saved view:", "Tier T3");
        assertThat(page(DANA, "/inbox?q=x")).doesNotContain("Saved view: <strong");
        assertThat(page(DANA, "/inbox/all")).doesNotContain("Tier T3");
        assertThat(post(DANA, address + "/default", "chosen", "false")).hasStatus(302);
        assertThat(page(DANA, "/inbox")).doesNotContain("Tier T3");
    }

    @Test
    void a_name_is_demanded() {
        assertThat(post(DANA, "/inbox/saved", "name", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a name for the view.");
        assertThat(post(DANA, "/inbox/saved", "name", "x".repeat(81)))
                .hasStatus(422)
                .bodyText()
                .contains("longer than 80 characters");
    }

    @Test
    void a_name_is_used_once() throws Exception {
        saved(name);

        assertThat(post(DANA, "/inbox/saved", "name", name.toUpperCase(Locale.ROOT)))
                .hasStatus(422)
                .bodyText()
                .contains("a saved view of this name already");
    }

    private String saved(String name) {
        MvcTestResult answer = mvc.post()
                .uri("/inbox/saved")
                .param("name", name)
                .param("view", "groups")
                .param("tier", "T3")
                .param("due", "OVERDUE")
                .with(csrf())
                .with(People.signedInAs(DANA))
                .exchange();
        assertThat(answer).hasStatus(302);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private String page(String person, String address) throws UnsupportedEncodingException {
        MvcTestResult answer =
                mvc.get().uri(address).with(People.signedInAs(person)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private MvcTestResult post(String person, String address, String parameter, String value) {
        return mvc.post()
                .uri(address)
                .param(parameter, value)
                .with(csrf())
                .with(People.signedInAs(person))
                .exchange();
    }
}
