package org.contractethics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no page may contain, found before a browser does. */
class TemplateTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Test
    void no_page_writes_text_unescaped() {
        assertThat(found("th:utext|\\[\\(")).isEmpty();
    }

    /** S46 */
    @Test
    void no_page_has_inline_styles_or_handlers_that_the_content_security_policy_blocks() {
        assertThat(found("\\s(?:th:)?style=|\\son[a-z]+=\"|hx-on|hx-vals=\"js:|<style"))
                .isEmpty();
    }

    @Test
    void no_page_loads_anything_from_another_host() {
        assertThat(found("(?:src|href)=\"(?:https?:)?//")).isEmpty();
    }

    /** Thymeleaf replaces before it asks: the condition would be lost. */
    @Test
    void no_element_is_replaced_under_a_condition_of_its_own() {
        assertThat(found("<(?!html)[a-z]+(?=[^<>]*\\sth:replace=)(?=[^<>]*\\sth:(?:if|unless|each)=)[^<>]*>"))
                .isEmpty();
    }

    /** Screen readers list the tables of a page by these names. */
    @Test
    void every_table_has_a_caption_or_a_label() {
        assertThat(found("<table(?![^>]*aria-label)[^>]*>(?!\\s*<caption|<th:block th:fragment=)[^>]*"))
                .isEmpty();
    }

    /** Spring takes {@code map[key]} for the entry named "key", whatever the variable holds: the page would show nothing. */
    @Test
    void no_map_is_asked_for_the_name_of_a_variable() {
        assertThat(found("[\\w)]\\[[a-zA-Z_]\\w*]")).isEmpty();
    }

    private static List<String> found(String forbidden) {
        Pattern pattern = Pattern.compile(forbidden);
        try (Stream<Path> pages = Files.walk(TEMPLATES)) {
            return pages.filter(page -> page.toString().endsWith(".html"))
                    .flatMap(page -> pattern.matcher(read(page))
                            .results()
                            .map(match -> TEMPLATES.relativize(page) + ": " + match.group()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
