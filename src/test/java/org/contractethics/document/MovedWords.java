package org.contractethics.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.extraction.DocumentType;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.ReadingRequest;
import org.contractethics.document.extraction.TextReader;
import org.contractethics.shared.DocumentVersionId;

/** A Word file from which words were moved away under tracked changes, read. */
public final class MovedWords {

    private static final DocumentVersionId VERSION = new DocumentVersionId(UUID.randomUUID());

    private MovedWords() {}

    /** @param moved stands in the file at the place it was moved away from, and nowhere else */
    public static Text text(Path folder, String stays, String moved) throws Exception {
        String body = "<w:p>" + run(stays) + "</w:p><w:p><w:moveFrom w:author='Mary Smith'>" + run(moved)
                + "</w:moveFrom></w:p>";
        Path file = Files.write(folder.resolve("moved.docx"), DocumentFixtures.wordXml(body, Map.of()));
        Text text = (Text) new TextReader(Duration.ofSeconds(60)).read(ReadingRequest.of(file, DocumentType.DOCX));
        assertThat(text.parts()).anyMatch(part -> part.text().equals(moved));
        assertThat(clauses(text)).anyMatch(clause -> clause.text().equals(moved));
        return text;
    }

    private static String run(String words) {
        return "<w:r><w:t xml:space='preserve'>" + words + "</w:t></w:r>";
    }

    public static List<Clause> clauses(Text text) {
        return IntStream.range(0, text.clauses().size())
                .mapToObj(i -> clause(text, i))
                .toList();
    }

    private static Clause clause(Text text, int index) {
        ClauseText clause = text.clauses().get(index);
        return new Clause(
                VERSION,
                index,
                text.parts().get(clause.part()).name(),
                clause.number(),
                clause.heading(),
                clause.headingPath(),
                clause.parent(),
                clause.text(),
                clause.page(),
                clause.start(),
                clause.end());
    }
}
