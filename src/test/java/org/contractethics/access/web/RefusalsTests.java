package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.access.internal.ForeignForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{sure        | no JSON that can be read at line 1, column",
                "[]            | JSON of another kind",
                "''            | Send a body",
                "{}            | sure: Send true or false.",
                "{'sure':true,'day':'soon'}  | day: Send a date as in 2026-12-31.",
                "{'sure':true,'kind':'KING'} | kind: Send one of OPEN, CLOSED.",
                "{'sure':true,'names':3}     | names: Send a list.",
                "{'sure':true,'kid':'OPEN'}  | kid: There is no such field here. Known are cents, day, kind, names, sure.",
                "{'sure':true,'cents':1.5}   | cents: Send a whole number.",
                "{'sure':2}                  | sure: Send true or false.",
                "{'sure':true,'kind':0}      | kind: Send one of OPEN, CLOSED.",
                "{'sure':true,'kind':'0'}    | kind: Send one of OPEN, CLOSED.",
                "{'sure':true,'day':20000}   | day: Send a date as in 2026-12-31.",
                "{'sure':true,'sure':false}  | no JSON that can be read at line 1, column"
            })
    void a_program_is_told_what_is_wrong_with_its_body(String body, String told) {
        assertThat(mvc.post()
                        .uri("/api/asks")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.strip().replace("''", "").replace('\'', '"')))
                .hasStatus(400)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains(told)
                .doesNotContain("Load the page");
    }

    /** Bad input 14 */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"names\":"})
    void nesting_without_end_is_the_mistake_of_the_request(String piece) {
        assertThat(mvc.post()
                        .uri("/api/asks")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"sure\":true,\"names\":" + piece.repeat(100_000)))
                .hasStatus(400)
                .hasContentType("application/problem+json");
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

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u00a0 \u2060", "\u3164", "\u2800\ufe0f"})
    void a_text_that_shows_nothing_is_read_as_none(String text) {
        assertThat(mvc.post()
                        .uri("/api/names")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"sure\":true,\"names\":[\"" + text + "\",\"a" + text + "\"]}"))
                .hasStatus(200)
                .bodyText()
                .isEqualTo("[0," + (1 + text.length()) + "]");
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

    enum Kind {
        OPEN,
        CLOSED
    }

    record Body(boolean sure, LocalDate day, Kind kind, List<String> names, @Nullable Long cents) {}

    @RestController
    static final class Asking {

        @PostMapping(path = "/api/asks", consumes = "application/json")
        boolean take(@RequestBody Body body) {
            return body.sure();
        }

        @PostMapping(path = "/api/names", consumes = "application/json")
        List<Integer> names(@RequestBody Body body) {
            return body.names().stream().map(String::length).toList();
        }

        @GetMapping(path = "/api/list", produces = "application/json")
        String list() {
            return "[]";
        }

        @GetMapping("/year")
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
