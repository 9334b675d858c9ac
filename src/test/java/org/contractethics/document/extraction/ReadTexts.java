package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.Unreadable;

/** Reads files in tests, and takes the readings apart. */
final class ReadTexts {

    private static final TextReader READER = new TextReader(Duration.ofSeconds(60));

    private ReadTexts() {}

    static Reading read(Path file) {
        try {
            DocumentType type = new TypeDetector().detect(file).type();
            assertThat(type).as("kind of the file").isNotNull();
            Path scratch = Files.createTempDirectory("inside");
            return READER.read(new ReadingRequest(file, Objects.requireNonNull(type), null, scratch));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static Text text(Path file) {
        Reading reading = read(file);
        assertThat(reading).isInstanceOf(Text.class);
        Text text = (Text) reading;
        FolderCheckTests.assertWhole(text);
        return text;
    }

    static UnreadableReason reason(Path file) {
        Reading reading = read(file);
        assertThat(reading).isInstanceOf(Unreadable.class);
        return ((Unreadable) reading).reason();
    }

    static String part(Text text, String name) {
        return text.parts().stream()
                .filter(part -> part.name().equals(name))
                .map(PartText::text)
                .findFirst()
                .orElse("");
    }

    static List<String> numbers(Text text) {
        return text.clauses().stream().map(ClauseText::number).toList();
    }
}
