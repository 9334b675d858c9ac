package org.contractethics.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every page of the frame must have. */
class PageTemplateTests {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*(?:src=|type=\"application/json\"))[^>]*>");

    /** Without it browsers fall back to the layout rules of the nineties. */
    @Test
    void a_page_declares_its_document_type() throws IOException {
        List<Path> without = new ArrayList<>();
        for (Path template : templates()) {
            String text = Files.readString(template);
            if (text.contains("layout :: page") && !text.startsWith("<!DOCTYPE html>")) {
                without.add(TEMPLATES.relativize(template));
            }
        }

        assertThat(without).isEmpty();
    }

    @Test
    void a_page_holds_no_script_only_data() throws IOException {
        for (Path template : templates()) {
            assertThat(Files.readString(template)).as(template.toString()).doesNotContainPattern(INLINE_SCRIPT);
        }
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
