package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PageLanguageTests {

    @ParameterizedTest
    @CsvSource({"/contracts,en", "/concerns/new,en", "/speaker,en", "/speak,ar-EG", "/speak/ar/file,ar-EG"})
    void only_anonymous_pages_speak_another_language_than_english(String path, String language) {
        MockHttpServletRequest asked = new MockHttpServletRequest("GET", path);
        asked.addPreferredLocale(Locale.forLanguageTag("ar-EG"));

        assertThat(new PageLanguage().resolveLocale(asked)).isEqualTo(Locale.forLanguageTag(language));
    }
}
