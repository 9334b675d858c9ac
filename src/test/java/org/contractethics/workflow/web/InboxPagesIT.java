package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The inbox as a page and as an end point. */
@IntegrationTest
class InboxPagesIT {

    private final MockMvcTester mvc;
    private final RepositoryService repository;

    @Autowired
    InboxPagesIT(MockMvcTester mvc, RepositoryService repository) {
        this.mvc = mvc;
        this.repository = repository;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/all", "/mine", "/groups", "/unclaimed", "/overdue", "/done"})
    void shows_every_view(String view) {
        assertThat(mvc.get().uri("/inbox" + view).with(People.signedInAs("dana.whitfield")))
                .hasStatusOk()
                .bodyText()
                .contains("My work");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?q=%25&tier=T9&sort=sideways&page=-3", "?page=abc", "?q=%3Cscript%3E", "?page=99999999999"})
    void reads_whatever_stands_in_the_address(String query) {
        assertThat(mvc.get().uri(URI.create("/inbox" + query)).with(People.signedInAs("dana.whitfield")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>\"");
    }

    @Test
    void knows_no_other_view_and_no_other_task() {
        assertThat(mvc.get().uri("/inbox/everything").with(People.signedInAs("dana.whitfield")))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/inbox/tasks/{task}/claim", UUID.randomUUID())
                        .with(csrf())
                        .with(People.signedInAs("dana.whitfield")))
                .hasStatus(404);
    }

    @Test
    void takes_no_claim_without_the_token_of_the_page() {
        assertThat(mvc.post()
                        .uri("/inbox/tasks/{task}/claim", UUID.randomUUID())
                        .with(People.signedInAs("dana.whitfield")))
                .hasStatus(403);
    }

    @Test
    void answers_programs_in_json() {
        assertThat(mvc.get().uri("/api/inbox?view=unclaimed").with(People.tokenOf("priya.raman")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.page")
                .isEqualTo(1);
        assertThat(mvc.get().uri("/api/inbox")).hasStatus(401);
    }

    @Test
    void gives_out_the_drawing_of_the_review_procedure_and_of_nothing_else() {
        assertThat(mvc.get()
                        .uri("/inbox/diagrams/{definition}", latest("contract-review"))
                        .with(People.signedInAs("dana.whitfield")))
                .hasStatusOk()
                .bodyText()
                .contains("Contract submitted for review");
        assertThat(mvc.get()
                        .uri("/inbox/diagrams/{definition}", latest("concern-handling"))
                        .with(People.signedInAs("dana.whitfield")))
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("/inbox/diagrams/{definition}", "contract-review:99:none")
                        .with(People.signedInAs("dana.whitfield")))
                .hasStatus(404);
    }

    private String latest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
