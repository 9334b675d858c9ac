package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.contractethics.access.PeopleUnavailable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class RefusalsTests {

    private final MockMvcTester mvc =
            MockMvcTester.of(java.util.List.of(new Asking()), builder -> builder.setControllerAdvice(
                            new Refusals(new Answers(new MockHttpServletRequest())))
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

    @RestController
    private static final class Asking {

        @GetMapping({"/asks", "/api/asks"})
        String ask() {
            throw new PeopleUnavailable("who is dana");
        }
    }
}
