package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What programs send is taken as it is described, or refused by the name of the field. */
class StrictBodiesTests {

    private final MockMvcTester mvc = MockMvcTester.of(List.of(new Taking()), builder -> builder.setControllerAdvice(
                    new Refusals(new Answers(new MockHttpServletRequest())))
            .setMessageConverters(StrictBodies.converter(JsonMapper.shared()))
            .build());

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
                "{'sure':true,'kid':'OPEN'}  | kid: There is no such field here. Known are cents, day, kind, names, reason, sure.",
                "{'sure':true,'cents':1.5}   | cents: Send a whole number.",
                "{'sure':true,'cents':'5'}   | cents: Send a whole number.",
                "{'sure':true,'cents':true}  | cents: Send a whole number.",
                "{'sure':'true'}             | sure: Send true or false.",
                "{'sure':1}                  | sure: Send true or false.",
                "{'sure':true,'kind':0}      | kind: Send one of OPEN, CLOSED.",
                "{'sure':true,'kind':'0'}    | kind: Send one of OPEN, CLOSED.",
                "{'sure':true,'day':20261231}    | day: Send a date as in 2026-12-31.",
                "{'sure':true,'sure':false}      | no JSON that can be read at line 1, column",
                "{'sure':true,'names':[5]}       | names[0]: Send a text.",
                "{'sure':true,'names':[true]}    | names[0]: Send a text.",
                "{'sure':true,'reason':5}        | reason: Send a text.",
                "{'sure':true,'reason':false}    | reason: Send a text.",
                "{'sure':true,'reason':['a']}    | reason: Send a text.",
                "{'sure':true,'reason':{'a':1}}  | reason: Send a text."
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'sure':true,'reason':'a\\u0000b'} | reason",
                "{'sure':true,'reason':'a\\ud800'} | reason",
                "{'sure':true,'reason':'\\udc00\\ud800'} | reason",
                "{'sure':true,'names':['a','\\u0000']} | names[1]"
            })
    void a_text_that_nobody_can_keep_is_refused_by_the_name_of_its_field(String body, String field) {
        assertThat(mvc.post()
                        .uri("/api/asks")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.replace('\'', '"')))
                .hasStatus(422)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains("\"field\":\"" + field + "\"", "This text holds a character that no text can hold", "NUL");
    }

    @Test
    void a_whole_character_outside_of_the_first_plane_is_kept() {
        assertThat(mvc.post()
                        .uri("/api/names")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"sure\":true,\"names\":[\"\\ud83d\\udc69\",\"\ud83d\udc69\"]}"))
                .hasStatus(200)
                .bodyText()
                .isEqualTo("[2,2]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'texts':['a',null]} | texts[1]",
                "{'answers':{'leo.brandt/1':null}} | answers.leo.brandt/1",
                "{'kinds':[null]} | kinds[0]"
            })
    void nothing_in_a_list_or_beside_a_key_is_refused_by_its_place(String body, String place) {
        assertThat(mvc.post()
                        .uri("/api/many")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.replace('\'', '"')))
                .hasStatus(400)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains(place + ": null is nothing that can stand here.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{'texts':null,'answers':null}", "{'open':['a',null]}", "{'marks':{'R01':null,'R02':true}}"
            })
    void nothing_is_taken_where_the_record_says_so(String body) {
        assertThat(mvc.post()
                        .uri("/api/many")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.replace('\'', '"')))
                .hasStatus(200);
    }

    enum Kind {
        OPEN,
        CLOSED
    }

    record Body(
            boolean sure,
            LocalDate day,
            Kind kind,
            List<String> names,
            @Nullable Long cents,
            @Nullable String reason) {}

    record Many(
            @Nullable List<String> texts,
            @Nullable Map<String, String> answers,
            @Nullable List<Kind> kinds,
            @Nullable List<@Nullable String> open,
            @Nullable Map<String, @Nullable Boolean> marks) {}

    @RestController
    static final class Taking {

        @PostMapping(path = "/api/asks", consumes = "application/json")
        boolean take(@RequestBody Body body) {
            return body.sure();
        }

        @PostMapping(path = "/api/many", consumes = "application/json")
        boolean many(@RequestBody Many body) {
            return body.texts() == null;
        }

        @PostMapping(path = "/api/names", consumes = "application/json")
        List<Integer> names(@RequestBody Body body) {
            return body.names().stream().map(String::length).toList();
        }
    }
}
