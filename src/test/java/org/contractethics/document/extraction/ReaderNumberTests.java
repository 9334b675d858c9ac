package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files are read anew where their reader has a lower number. Who changes what files give raises {@link TextReader#NUMBER} and puts the new
 * number and hash here; a change of readers that leaves all of these as they are needs neither, unless it is about other files.
 */
class ReaderNumberTests {

    private static final Map<Integer, String> WHAT_READERS_GIVE =
            Map.of(2, "4d6673c23c6009fe2c5ddbc04755e97569277e6193b8887489a825839768cf38");

    private static final List<String> FILES = List.of(
            "4PP-Highlighting.pdf",
            "45537_Header.ppt",
            "58214_with_attachment.msg",
            "62815.xlsb",
            "WithTextBox.xlsx",
            "delins.docx",
            "simple.doc");

    private static final byte[] CLAUSES =
            """
            SERVICES AGREEMENT

            ARTICLE 1 USE
            1.1 The Agency may use the Services.
            (a) in its offices; and
            (b) abroad.
            1.2 [Reserved]
            1.3 Audit. The Provider may audit the use once a year.

            ARTICLE 2 TERM
            This agreement ends after a year.
            """
                    .getBytes(StandardCharsets.UTF_8);

    private static final byte[] PAGE =
            "<html><body><h1>Terms</h1><h2>1. Use</h2><p>For offices only.</p><ol><li>One</li><li>Two</li></ol></body></html>"
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder = Path.of("");

    private final Locale language = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @BeforeEach
    void asAReadingProcessHasThem() {
        Locale.setDefault(Locale.ENGLISH);
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    @AfterEach
    void asTheMachineHasThem() {
        Locale.setDefault(language);
        TimeZone.setDefault(zone);
    }

    @Test
    void readers_that_give_something_else_have_another_number() {
        String given = Stream.concat(
                        FILES.stream().map(name -> Path.of("src/test/resources/document", name)),
                        Stream.of(made("a.txt", CLAUSES), made("a.html", PAGE)))
                .map(ReaderNumberTests::given)
                .collect(Collectors.joining("\n"));

        assertThat(Sha256.hex(given.getBytes(StandardCharsets.UTF_8)))
                .as("what readers of number " + TextReader.NUMBER + " give")
                .isEqualTo(WHAT_READERS_GIVE.get(TextReader.NUMBER));
    }

    private Path made(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String given(Path file) {
        Text text = ReadTexts.text(file);
        return Stream.of(text.parts(), text.clauses(), text.changes(), text.gaps())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }
}
