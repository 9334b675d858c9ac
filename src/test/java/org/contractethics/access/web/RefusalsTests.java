package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.access.internal.ForeignForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

class RefusalsTests {

    private final MockMvcTester mvc = MockMvcTester.of(List.of(new Asking()), builder -> builder.setControllerAdvice(
                    new Refusals(new Answers(new MockHttpServletRequest())))
            .setMessageConverters(StrictBodies.converter(JsonMapper.shared()))
            .build());

    @Test
    void a_people_directory_that_does_not_answer_is_said_in_words_on_a_page() {
        assertThat(mvc.get().uri("/asks"))
                .hasStatus(503)
                .hasViewName("access/refused")
                .model()
                .containsEntry("heading", "This is not possible at the moment")
                .extractingByKey("reasons")
                .asString()
                .contains("directory of people does not answer", "Nothing was changed");
    }

    @Test
    void and_to_a_program_as_a_problem_document() {
        assertThat(mvc.get().uri("/api/asks"))
                .hasStatus(503)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains("directory of people does not answer")
                .doesNotContain("dana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "53300", "08006", "57P03", "58030", "25006"})
    void a_database_that_takes_nothing_in_is_said_in_words_and_is_no_failure_of_ours(String state) {
        assertThat(mvc.get().uri("/asks?known=" + state))
                .hasStatus(503)
                .model()
                .extractingByKey("reasons")
                .asString()
                .contains("no room left", "Nothing was changed", "sends what you typed once more")
                .doesNotContain("directory");
        assertThat(mvc.get().uri("/api/asks?known=" + state))
                .hasStatus(503)
                .bodyText()
                .contains("no room left", "the same Idempotency-Key");
    }

    @Test
    void a_program_is_told_what_to_send_and_what_it_gets() {
        assertThat(mvc.post()
                        .uri("/api/asks")
                        .contentType(MediaType.APPLICATION_XML)
                        .content("<x/>"))
                .hasStatus(415)
                .bodyText()
                .contains("Send the body as application/json");
        assertThat(mvc.get().uri("/api/list").accept(MediaType.TEXT_HTML))
                .hasStatus(406)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains("Accept", "application/json");
    }

    @Test
    void a_character_that_no_text_holds_is_the_mistake_of_the_request() {
        assertThat(mvc.get().uri("/asks?known=nul"))
                .hasStatus(400)
                .model()
                .extractingByKey("reasons")
                .asString()
                .contains("NUL", "Nothing was changed");
        assertThat(mvc.get().uri("/asks?known=twice")).hasStatus(500);
        assertThat(mvc.get().uri("/api/asks?known=undecodable"))
                .as("as Tomcat says it where a program sends %ff")
                .hasStatus(400)
                .hasContentType("application/problem+json");
    }

    @Test
    void waiting_too_long_for_somebody_else_is_a_conflict_and_no_failure() {
        assertThat(mvc.get().uri("/api/asks?known=55P03"))
                .hasStatus(409)
                .bodyText()
                .contains("Nothing of yours was saved");
        assertThat(mvc.get().uri("/asks?known=55P03")).hasStatus(409).hasViewName("access/refused");
    }

    @Test
    void a_text_that_is_too_long_is_not_called_a_file() {
        MockHttpServletRequest form = new MockHttpServletRequest();
        form.setContentType("application/x-www-form-urlencoded");
        MockHttpServletRequest upload = new MockHttpServletRequest();
        upload.setContentType("multipart/form-data; boundary=x");

        assertThat(new Answers(form).heading(413)).isEqualTo("This is too long");
        assertThat(new Answers(form).reasons(413).get(0))
                .contains("2 MB of text")
                .doesNotContain("document may have");
        assertThat(new Answers(upload).heading(413)).isEqualTo("This file is too large");
        assertThat(new Answers(upload).reasons(413)).containsExactly(UploadLimit.MESSAGE);
    }

    @Test
    void a_form_from_elsewhere_is_told_apart_from_a_missing_role() {
        MockHttpServletRequest form = new MockHttpServletRequest();
        assertThat(new Answers(form).reasons(403).get(0)).contains("None of your roles");

        form.setAttribute(ForeignForm.class.getName(), true);

        assertThat(new Answers(form).reasons(403).get(0))
                .contains("from no page that you have open", "Nothing was changed")
                .doesNotContain("roles");
    }

    @Test
    void a_person_is_told_which_value_of_an_address_cannot_be_read() {
        assertThat(mvc.get().uri("/year?year=abc"))
                .hasStatus(400)
                .model()
                .extractingByKey("reasons")
                .asString()
                .contains("\u201cyear\u201d in the address", "choose it on the page");
        assertThat(mvc.get().uri("/year"))
                .hasStatus(400)
                .model()
                .extractingByKey("reasons")
                .asString()
                .contains("\u201cyear\u201d");
    }

    @Test
    void a_person_is_told_that_a_form_came_without_what_its_page_sends_along() {
        assertThat(mvc.post().uri("/year").param("reason", "Because of the audit."))
                .hasStatus(400)
                .model()
                .hasEntrySatisfying("reasons", reasons -> assertThat(reasons)
                        .asString()
                        .contains(
                                "\u201cyear\u201d of the form: its page sends it along, and it did not arrive",
                                "Open the page anew")
                        .doesNotContain("address"))
                .hasEntrySatisfying(
                        "typed", typed -> assertThat(typed).asString().contains("Because of the audit."));
        assertThat(mvc.post().uri("/year").param("year", "abc"))
                .hasStatus(400)
                .model()
                .extractingByKey("reasons")
                .asString()
                .contains("\u201cyear\u201d of the form: This value cannot be read.");
        assertThat(mvc.post().uri("/year?year=abc"))
                .hasStatus(400)
                .model()
                .extractingByKey("reasons")
                .asString()
                .contains("\u201cyear\u201d in the address");
    }

    @Test
    void a_person_is_told_that_a_form_came_without_its_file() {
        assertThat(mvc.post().uri("/file").multipart())
                .hasStatus(400)
                .model()
                .extractingByKey("reasons")
                .asString()
                .contains("\u201cfile\u201d of the form")
                .doesNotContain("address");
    }

    @Test
    void a_program_is_told_which_parameter_to_send() {
        assertThat(mvc.post().uri("/api/year"))
                .hasStatus(400)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains("\"field\":\"year\"", "Send this parameter.");
    }

    @RestController
    static final class Asking {

        @PostMapping(path = "/api/asks", consumes = "application/json")
        int take(@RequestBody Map<String, String> body) {
            return body.size();
        }

        @GetMapping(path = "/api/list", produces = "application/json")
        String list() {
            return "[]";
        }

        @PostMapping("/file")
        String file(@RequestPart MultipartFile file) {
            return file.getName();
        }

        @RequestMapping({"/year", "/api/year"})
        String year(@RequestParam int year) {
            return String.valueOf(year);
        }

        @GetMapping({"/asks", "/api/asks"})
        String ask(@RequestParam(defaultValue = "") String known) {
            if (known.equals("undecodable")) {
                throw new InvalidParameterException("Character decoding failed.");
            }
            if (known.isEmpty()) {
                throw new PeopleUnavailable("who is dana");
            }
            throw new DataIntegrityViolationException(
                    "refused",
                    new SQLException(
                            "refused", known.equals("nul") ? "22021" : known.equals("twice") ? "23514" : known));
        }
    }
}
