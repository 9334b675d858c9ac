package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A text that nobody can keep is refused by the name of its field, on every page and in every part of an upload. */
@IntegrationTest
class WholeFieldsIT {

    private final MockMvcTester mvc;
    private final String id = UUID.randomUUID().toString();

    @Autowired
    WholeFieldsIT(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\ud800", "\udc00"})
    void a_form_is_refused_as_a_whole_and_what_was_typed_is_shown(String unkept) {
        assertThat(mvc.post()
                        .uri("/concerns")
                        .with(csrf())
                        .with(People.signedInAs("erin.walsh"))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("id", id)
                        .param("topic", "END_USE")
                        .param("mode", "OPEN")
                        .param("text", "I fear for" + unkept + " children."))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("“Text” holds a character that no text can hold", "I fear for children.")
                .doesNotContain(unkept);
        assertThat(mvc.get().uri("/concerns/" + id).with(People.signedInAs("erin.walsh")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void texts_beside_a_file_are_looked_at_too() {
        String upload = "/api/contracts/" + id + "/documents";

        assertThat(mvc.post()
                        .uri(upload)
                        .with(People.tokenOf("sofia.marin"))
                        .header("Idempotency-Key", id)
                        .multipart()
                        .file(new MockMultipartFile("file", "a.txt", "text/plain", new byte[] {65}))
                        .param("title", "Agree\0ment"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("\"field\":\"title\"", "NUL");
    }
}
