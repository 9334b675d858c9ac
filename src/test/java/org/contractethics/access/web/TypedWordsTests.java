package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartHttpServletRequest;

class TypedWordsTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/exits/1/plan");

    @Test
    void what_was_written_is_shown_once_more_and_nothing_that_is_chosen_or_secret() {
        request.setParameter("_csrf", "8f0c2a");
        request.setParameter("services-end-on", "2026-12-31");
        request.setParameter("password", "correct horse battery");
        request.setParameter("file-password", "correct horse battery");
        request.setParameter("affected", " People who call\nthe hotline ");
        request.setParameter("measures", "A first one", "", "A second one");

        assertThat(TypedWords.of(request))
                .containsExactly(
                        new TypedWords("affected", "People who call\nthe hotline"),
                        new TypedWords("measures", "A first one"),
                        new TypedWords("measures", "A second one"));
    }

    @Test
    void a_language_that_puts_no_spaces_between_words_is_shown_too() {
        request.setParameter("reasons", "\u5bb6\u65cf\u88ab\u62c6\u6563");
        request.setParameter("thai", "\u0e04\u0e23\u0e2d\u0e1a\u0e04\u0e23\u0e31\u0e27");
        request.setParameter("choice", "REJECT");

        assertThat(TypedWords.of(request)).extracting(TypedWords::name).containsExactly("reasons", "thai");
    }

    @Test
    void an_address_that_is_opened_and_parts_that_could_not_be_read_show_nothing() {
        request.setParameter("reasons", "Because of it");
        request.setMethod("GET");
        assertThat(TypedWords.of(request)).isEmpty();

        request.setMethod("POST");
        request.setContentType("multipart/form-data; boundary=x");
        assertThat(TypedWords.of(request)).isEmpty();

        MockMultipartHttpServletRequest read = new MockMultipartHttpServletRequest();
        read.setParameter("reasons", "Because of it");
        assertThat(TypedWords.of(read)).containsExactly(new TypedWords("reasons", "Because of it"));
    }
}
